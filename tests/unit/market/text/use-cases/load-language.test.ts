import { describe, expect, it } from 'vitest';
import { required } from '#kernel/model/invariant.ts';
import { loadLibrary } from '#library/content/use-cases/load-library.ts';
import { FAMILIES } from '#market/ads/model/families.ts';
import { type LanguageHalf, loadLanguage } from '#market/text/use-cases/load-language.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { projectWith } from '../../../../support/builders/project-with.ts';
import { LIBRARY, PROJECT } from '../../../../support/builders/the-library.ts';
import { linesOf } from '../../../../support/library/a-broken-project.ts';

const FOLDER = 'content/lexicon/en';
const FILES = [
  'facts',
  'facts-of-work',
  'habits',
  ...['services', 'jobs', 'social'].map((family) => `moves/${family}`),
  ...['signs', 'cues-and-traps', 'work'].flatMap((part) => [`practice/${part}`, `assessment/${part}`]),
].map((name) => `${FOLDER}/${name}.yaml`);

const shipped = (file: string) => required(PROJECT.read(file), file);

/** A place in a shipped file: the first line that begins so after another one. */
function lineOf(text: string, from: string, begin: string): number {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(from));
  const found = lines.findIndex((line, n) => n >= start && line.trimStart().startsWith(begin));
  if (start === -1 || found === -1) throw new Error(`There is no "${begin}" after "${from}". Mend the test.`);
  return found;
}

/** The file with the first construction of an id made another; gives its line, too. */
function withConstruction(file: string, id: string, construction: string) {
  const lines = shipped(file).split('\n');
  const at = lineOf(lines.join('\n'), `${id}:`, '- ');
  lines[at] = `    - ${construction}`;
  return { text: lines.join('\n'), line: at + 1 };
}

function issuesOf(edits: Parameters<typeof projectWith>[0], half: LanguageHalf = 'practice') {
  const loaded = loadLanguage(projectWith(edits), half);
  return loaded.ok ? [] : loaded.issues;
}

describe('the language of the ads', () => {
  it('is what the library has, one half each', () => {
    const [practice, assessment] = (['practice', 'assessment'] as const).map((half) => loadLanguage(PROJECT, half));

    expect(practice).toEqual({ ok: true, value: LIBRARY.language.source });
    expect(assessment).toEqual({ ok: true, value: LIBRARY.assessmentLanguage.source });
    expect(LIBRARY.language.source.said).not.toEqual(LIBRARY.assessmentLanguage.source.said);
  });
});

describe('a template with a fault', () => {
  it.each([
    ['"tea and [cake"', 'a "[" is not closed'],
    ['"a {dragon} at home"', 'there is no fact {dragon}'],
    ['"I like tea"', '"I like" needs a "~" before its verb'],
  ])('%s is reported with its file, line and column', (construction, why) => {
    const file = `${FOLDER}/practice/signs.yaml`;
    const { text, line } = withConstruction(file, 'no-limits-offer', construction);
    const [issue, ...others] = issuesOf({ [file]: text });

    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: 'library.bad-template', position: { file, line, column: 7 } });
    expect(issue?.params?.['why']).toContain(why);
    expect(linesOf(issue ? [issue] : [])[0]).toContain(`${file}:${line}:7`);
  });

  it('is found under a tag, among look-alikes and in neutral moves; all faults of all files at once', () => {
    const signs = `${FOLDER}/practice/signs.yaml`;
    const moves = `${FOLDER}/moves/jobs.yaml`;
    const tagged = withConstruction(signs, 'no-limits-offer', '{ casual question: "tea [or cake" }');
    const lines = tagged.text.split('\n');
    const looks = lineOf(tagged.text, 'no-limits-offer:', 'looks:');
    const look = lines.findIndex((line, n) => n > looks && line.trimStart().startsWith('- '));
    lines[look] = '      - "a {dragon}"';
    const issues = issuesOf({
      [signs]: lines.join('\n'),
      [moves]: shipped(moves).replace(/^ {2}- .*$/m, '  - "a {griffin}"'),
    });

    expect(issues.map(({ code, position }) => [code, position?.file, position?.line]).toSorted()).toEqual(
      [
        ['library.bad-template', signs, tagged.line],
        ['library.bad-template', signs, look + 1],
        [
          'library.bad-template',
          moves,
          shipped(moves)
            .split('\n')
            .findIndex((line) => /^ {2}- /.test(line)) + 1,
        ],
      ].toSorted(),
    );
  });

  it('in a file of both halves is reported once by the library', () => {
    const file = `${FOLDER}/moves/jobs.yaml`;
    const loaded = loadLibrary(
      projectWith({ [file]: shipped(file).replace(/^ {2}- .*$/m, '  - "a {griffin}"') }),
      KINDS,
    );

    expect(loaded.ok ? [] : loaded.issues.map(({ code }) => code)).toEqual(['library.bad-template']);
  });
});

describe('a file of the language', () => {
  it.each(FILES)('%s is missed where it is not there', (file) => {
    const half = file.includes('/assessment/') ? 'assessment' : 'practice';
    const issues = issuesOf({ [file]: undefined }, half);

    expect(issues).toContainEqual(expect.objectContaining({ code: 'file.missing', params: { file } }));
    const loaded = loadLibrary(projectWith({ [file]: undefined }), KINDS);
    expect(loaded.ok ? [] : loaded.issues.filter(({ code }) => code === 'file.missing')).toHaveLength(1);
  });

  it('of another form is reported with line and column', () => {
    const file = `${FOLDER}/practice/signs.yaml`;
    const text = shipped(file).replace('no-limits-offer:\n  move: wish', 'no-limits-offer:\n  move: wishes');
    const [issue] = issuesOf({ [file]: text });

    expect(text).not.toBe(shipped(file));
    expect(issue?.position).toMatchObject({ file, line: lineOf(text, 'no-limits-offer:', 'move:') + 1 });
  });

  it('may not lack what ads can say, nor have words for what they never say', () => {
    const file = `${FOLDER}/assessment/cues-and-traps.yaml`;
    const text = shipped(file).replace(/^rest-gaps:$/m, 'rest-gap:');
    const issues = issuesOf({ [file]: text }, 'assessment');

    expect(issues.map(({ code, params }) => [code, params?.['indicator']])).toEqual([
      ['library.never-said', 'rest-gap'],
      ['library.unworded-sign', 'rest-gaps'],
    ]);
    expect(issues[0]?.position).toMatchObject({ file, line: lineOf(text, 'rest-gap:', 'rest-gap:') + 1 });
    expect(FAMILIES.services.said.map(({ id }) => id)).toContain('rest-gaps');
  });

  it('has as many variants of an id as an ad can say', () => {
    const file = `${FOLDER}/practice/work.yaml`;
    const lines = shipped(file).split('\n');
    const from = lineOf(shipped(file), 'n-job-commonplaces:', 'variants:') + 1;
    const to = lines.findIndex((line, n) => n > from && /^ {4}\w/.test(line));
    const issues = issuesOf({ [file]: lines.toSpliced(from, to - from).join('\n') });

    expect(issues.map(({ code, params }) => [code, params?.['count']])).toEqual([['library.unworded-sign', 6]]);
  });
});
