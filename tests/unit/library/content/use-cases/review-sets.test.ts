import { describe, expect, it } from 'vitest';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { readCase } from '#library/cases/use-cases/read-case.ts';
import {
  checkReviewSets,
  REVIEW_SETS,
  type ReviewSet,
  textHashOfCase,
  textHashOfSet,
} from '#library/content/use-cases/review-sets.ts';
import { printIssue } from '../../../../../scripts/command/print-issue.ts';
import { KINDS } from '../../../../support/builders/kinds.ts';
import { projectWith, swap } from '../../../../support/builders/project-with.ts';
import { LIBRARY, PROJECT } from '../../../../support/builders/the-library.ts';

type Edits = Parameters<typeof projectWith>[0];

const signed = (textHash: string) => (text: string) =>
  text.replaceAll(
    'not-reviewed }',
    `reviewed, by: Lantern, on: 2031-01-05, what: All of it, textHash: "${textHash}" }`,
  );

/** A change of a text in each kind of file of a set. */
const CHANGES: Readonly<Record<ReviewSet, readonly (readonly [what: string, edits: Edits])[]>> = {
  indicators: [
    [
      'a sentence of a sign',
      { 'content/indicators/n-young-look.yaml': swap('This kit shows no picture', 'The kit shows no picture') },
    ],
    ['a source', { 'content/sources.yaml': (text) => text.replace(/title: .+/, 'title: Another title') }],
    ['a sign that is gone', { 'content/indicators/n-young-look.yaml': undefined }],
  ],
  lessons: [
    ['a word of a lesson', { 'content/en/lessons/t1.mdx': (text) => text.replace(/(\n\n[A-Z])/, '\n\nIndeed.$1') }],
    ['a word of the guide', { 'content/en/facilitator/quiet-number.mdx': (text) => `${text}\nOne more line.\n` }],
    ['one lesson more', { 'content/en/lessons/t9.mdx': '---\nid: t9\n---\nWords.\n' }],
    ['a lesson in another language', { 'content/de/lessons/t1.mdx': '---\nid: t1\n---\nWorte.\n' }],
    ['a source', { 'content/sources.yaml': (text) => text.replace(/title: .+/, 'title: Another title') }],
  ],
  screens: [
    ['a message', { 'src/i18n/words/en/case/case.json': swap('"pause": "Pause"', '"pause": "Rest"') }],
    ['messages in another language', { 'src/i18n/words/de/case/case.json': '{ "pause": "Pause" }\n' }],
    ['a message of a kind', { 'src/kinds/ledger/words/en/screens.json': (text) => text.replace(/": "/, '": "Now ') }],
    ['messages of a kind in another language', { 'src/kinds/ledger/words/de/screens.json': '{ "row": "Zeile" }\n' }],
    [
      'a text of a part that lies with its door',
      { 'src/room/paper/astro/WorkshopAgenda.astro': (text) => `${text}\n<p>One more line.</p>\n` },
    ],
    ['a part of a door that comes later', { 'src/forum/threads/astro/Thread.astro': '<p>One more line.</p>\n' }],
    [
      'a text of a page',
      { 'src/site/pages/about/index.astro': swap('Clear the data of this site', 'Clear all data of this site') },
    ],
    [
      'a text in the head of a page',
      { 'src/site/pages/about/index.astro': swap("'How truth is marked'", "'How the truth is marked'") },
    ],
    [
      'a text that is given to a part',
      { 'src/site/pages/about/index.astro': swap('how far you can rely on it', 'how much you can rely on it') },
    ],
    [
      'words in a table of a part',
      { 'src/learning/lessons/astro/content-levels.ts': swap('in plain words and', 'in plain words, and') },
    ],
  ],
};

/** What is no change of a text. */
const NO_CHANGES: Readonly<Record<ReviewSet, readonly (readonly [what: string, edits: Edits])[]>> = {
  indicators: [
    ['a comment', { 'content/indicators/n-young-look.yaml': (text) => `# A note.\n${text}` }],
    ['line ends of Windows', { 'content/indicators/n-young-look.yaml': (text) => text.replaceAll('\n', '\r\n') }],
    ['weights of the generator', { 'content/indicators/weights.yaml': (text) => `${text}# more\n` }],
    ['a lesson', { 'content/en/lessons/t1.mdx': (text) => `${text}\nMore.\n` }],
  ],
  lessons: [
    ['line ends of Windows', { 'content/en/lessons/t1.mdx': (text) => text.replaceAll('\n', '\r\n') }],
    ['a sign', { 'content/indicators/n-young-look.yaml': undefined }],
  ],
  screens: [
    ['the layout of messages', { 'src/i18n/words/en/case/case.json': (text) => JSON.stringify(JSON.parse(text)) }],
    [
      'a class of a page',
      { 'src/site/pages/about/index.astro': swap('class="stack stack--s"', 'class="stack stack--l"') },
    ],
    [
      'an import of a page',
      {
        'src/site/pages/about/index.astro': swap(
          'import Docket from',
          "import Another from './another.astro';\nimport Docket from",
        ),
      },
    ],
    [
      'where a page lies',
      {
        'src/site/pages/help/index.astro': undefined,
        'src/learning/lessons/astro/Help.astro': PROJECT.read('src/site/pages/help/index.astro'),
      },
    ],
    ['code of a page without words', { 'src/site/pages/no-words.json.ts': 'export const two = 1 + 1;\n' }],
    [
      'how the text of a page is broken into lines',
      { 'src/site/pages/about/index.astro': swap('Clear the data of this site', 'Clear the data\n  of this site') },
    ],
  ],
};

const rowsOf = (table: typeof CHANGES) =>
  REVIEW_SETS.flatMap((set) => table[set].map(([what, edits]) => [set, what, edits] as const));

/** The project with a review of a set that was signed over its texts as shipped, and with these edits. */
function signedProject(set: ReviewSet, edits: Edits = {}): ProjectFiles {
  return projectWith({ ...edits, [`content/reviews/${set}.yaml`]: signed(textHashOfSet(PROJECT, set)) });
}

const codesOf = (issues: readonly Issue[]) => issues.map(({ code }) => code);

describe('the review of a set of texts', () => {
  it.each(REVIEW_SETS)('%s is shipped as not reviewed, which needs no hash', (set) => {
    expect(PROJECT.read(`content/reviews/${set}.yaml`)).toMatch(
      /^(?:safety|support|law): \{ status: not-reviewed \}$/m,
    );
    expect(checkReviewSets(PROJECT, [set])).toEqual([]);
  });

  it.each(REVIEW_SETS)('%s holds while its texts are those that were signed', (set) => {
    expect(checkReviewSets(signedProject(set), [set])).toEqual([]);
  });

  it.each(rowsOf(CHANGES))('%s is refused on all three sides after a change of %s', (set, _, edits) => {
    const files = signedProject(set, edits);
    const issues = checkReviewSets(files, [set]);

    expect(issues.map(({ code, path, position }) => [code, path.join('.'), position?.file])).toEqual(
      ['safety', 'support', 'law'].map((side) => [
        'review.text-changed',
        `${side}.textHash`,
        `content/reviews/${set}.yaml`,
      ]),
    );
    expect(printIssue(issues[0] as Issue)).toContain(textHashOfSet(files, set));
    expect(checkReviewSets(projectWith(edits), [set])).toEqual([]);
  });

  it.each(rowsOf(NO_CHANGES))('%s holds after a change of %s', (set, _, edits) => {
    expect(checkReviewSets(signedProject(set, edits), [set])).toEqual([]);
  });

  it.each(REVIEW_SETS)('%s has to exist, and to be a valid review', (set) => {
    const path = `content/reviews/${set}.yaml`;

    expect(codesOf(checkReviewSets(projectWith({ [path]: undefined })))).toEqual(['file.missing']);
    expect(codesOf(checkReviewSets(projectWith({ [path]: 'schema: review/1\n' })))).toContain('schema.missing');
  });
});

describe('the review of a case', () => {
  const FOLDER = 'scenarios/quiet-number';
  const REVIEW = `${FOLDER}/review.yaml`;
  const { scenario, key, workshop, translations } = readCase(PROJECT, FOLDER, KINDS);
  if (!scenario || !key) throw new Error('The shipped case cannot be read.');
  const hash = textHashOfCase({
    scenario: scenario.value,
    key: key.value,
    translations: translations.map(({ value }) => value),
    workshop: workshop?.value,
  });
  const load = (edits: Edits) => {
    const loaded = loadCase(projectWith(edits), FOLDER, LIBRARY);
    return loaded.ok ? loaded.value.reviewed : codesOf(loaded.issues.filter(({ severity }) => severity === 'error'));
  };
  const refused = ['review.text-changed', 'review.text-changed', 'review.text-changed'];

  it('holds while story and key are those that were signed', () => {
    expect(load({})).toBe(false);
    expect(load({ [REVIEW]: signed(hash) })).toBe(true);
  });

  it.each([
    ['the story', { [`${FOLDER}/scenario.yaml`]: swap('Ten minutes', 'Twelve minutes') }],
    [
      'a reason of the key',
      { [`${FOLDER}/key.yaml`]: (text: string) => text.replace(/(reason: (?:>-\n +|"?))(?=[A-Z])/, '$1Indeed. ') },
    ],
    ['a text of the team sheet', { [`${FOLDER}/workshop.yaml`]: swap('A door closes', 'A door opens') }],
    [
      'a translation',
      { [`${FOLDER}/de.yaml`]: 'schema: translation/1\nscenario: quiet-number\nlocale: de\ntexts: {}\n' },
    ],
  ])('is refused after a change of %s', (_, edits) => {
    expect(load({ ...edits, [REVIEW]: signed(hash) })).toEqual(refused);
    expect(load(edits)).toBe(false);
  });

  it('stays valid after a change of a comment, and has no effect without a key', () => {
    expect(load({ [REVIEW]: signed(hash), [`${FOLDER}/scenario.yaml`]: (text) => `# A note.\n${text}` })).toBe(true);
    expect(load({ [REVIEW]: signed(hash), [`${FOLDER}/key.yaml`]: undefined })).toBe(false);
  });

  it('is refused where one aspect belongs to another text', () => {
    const oneSide = (text: string) =>
      text.replace(
        'not-reviewed }',
        `reviewed, by: Lantern, on: 2031-01-05, what: All, textHash: "${'0'.repeat(64)}" }`,
      );

    expect(load({ [REVIEW]: oneSide })).toEqual(['review.text-changed']);
  });
});
