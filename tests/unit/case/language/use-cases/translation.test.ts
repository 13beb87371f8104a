import { describe, expect, it } from 'vitest';
import { caseTexts } from '#case/language/model/case-texts.ts';
import { textMark } from '#case/language/model/translation/translate-scenario.ts';
import { printIssue } from '../../../../../scripts/command/print-issue.ts';
import { swap } from '../../../../support/builders/project-with.ts';
import { loadRich, RICH_FILES, RICH_SCENARIO, richIssues } from '../../../../support/builders/rich-case.ts';
import { placeIn } from '../../../../support/library/a-broken-project.ts';

const { scenario: STORY, de: GERMAN } = RICH_FILES;

/** A translation of every text, each in front of the text that it was made from. */
function german(
  edit: (entries: string[]) => string[] = (all) => all,
  head = { scenario: 'rich-case', locale: 'de' },
): string {
  const loaded = loadRich();
  const source = loaded.ok ? loaded.value.source : {};
  const entries = caseTexts(source).map(
    ({ name, text }) => `  ${name}: { of: "${textMark(text)}", text: ${JSON.stringify(`de ${text}`)} }`,
  );
  return `schema: translation/1\nscenario: ${head.scenario}\nlocale: ${head.locale}\ntexts:\n${edit(entries).join('\n')}\n`;
}

const issuesOfGerman = (text: string, file = GERMAN) => richIssues({ [file]: text });

describe('a case in another language', () => {
  it('has every text translated', () => {
    const loaded = loadRich({ [GERMAN]: german() });
    const translation = loaded.ok ? loaded.value.translations[0] : undefined;

    expect(issuesOfGerman(german())).toEqual([]);
    expect(translation).toMatchObject({ locale: 'de', title: 'de Two desks', stale: [], missing: [] });
    expect(translation?.scenes.word?.options[0]?.text).toBe('de Send a note that reads as all notes of the line.');
    expect(translation?.scenes.wait?.options[0]?.then).toBe('de The desk picks up.');
    expect(translation?.scenes.report?.views?.ngo?.text).toBe('de The line sends a short report.');
  });

  it('reports missing texts, shows the original, and names the mark to write', () => {
    const without = german((entries) => entries.filter((entry) => !entry.startsWith('  states.line.text:')));
    const loaded = loadRich({ [GERMAN]: without });

    expect(issuesOfGerman(without).map(printIssue)).toEqual([
      `${GERMAN}:4:1 translation.missing The text "states.line.text" is not translated into "de" and is shown as it is. Add it with of: "${textMark('You sit at the line tonight.')}".`,
    ]);
    expect(loaded.ok && loaded.value.translations[0]?.scenes.line?.text).toBe('You sit at the line tonight.');
    expect(loaded.ok && loaded.value.translations[0]?.missing).toEqual(['states.line.text']);
  });

  it('reports a stale text at its mark, and still shows it', () => {
    const edits = {
      [STORY]: swap('You sit at the line tonight.', 'You sit at the line.')(RICH_SCENARIO),
      [GERMAN]: german(),
    };
    const loaded = loadRich(edits);
    const [line] = richIssues(edits).map(printIssue);

    expect(
      line?.startsWith(`${placeIn(GERMAN, german(), { to: '  states.line.text: { ‸of:' })} translation.stale`),
    ).toBe(true);
    expect(loaded.ok && loaded.value.translations[0]).toMatchObject({ stale: ['states.line.text'], missing: [] });
    expect(loaded.ok && loaded.value.translations[0]?.scenes.line?.text).toBe('de You sit at the line tonight.');
  });

  it.each([
    [
      'a text that the case has not',
      german((entries) => [...entries, '  states.attic.text: { of: "00000000", text: X }']),
      'translation.unknown-text',
    ],
    ['another case', german(undefined, { scenario: 'poor-case', locale: 'de' }), 'translation.other-scenario'],
    [
      'the language of the case',
      german(undefined, { scenario: 'rich-case', locale: 'en' }),
      'translation.same-language',
    ],
  ])('is refused for %s', (_, text, code) => {
    expect(
      issuesOfGerman(text, code === 'translation.same-language' ? GERMAN.replace('de.yaml', 'en.yaml') : GERMAN).map(
        (issue) => issue.code,
      ),
    ).toEqual([code]);
  });

  it('is named after its language', () => {
    expect(issuesOfGerman(german(), GERMAN.replace('de.yaml', 'fr.yaml')).map(({ code }) => code)).toEqual([
      'translation.locale-not-file-name',
    ]);
  });
});

describe('a linter of texts', () => {
  it('gets every text with its position, and its findings are among the others', () => {
    const seen: string[] = [];
    const issues = richIssues({ [GERMAN]: german() }, (texts) =>
      texts.flatMap(({ of, text, path, position }) => {
        seen.push(`${of} ${path.join('.')}`);
        return text === 'The number is off.'
          ? [{ code: 'safety.C07', severity: 'error', path, params: {}, position }]
          : [];
      }),
    );

    expect(issues.map(({ code, position }) => [code, position?.file, position?.column])).toEqual([
      ['safety.C07', STORY, expect.any(Number)],
    ]);
    expect(seen).toEqual(
      expect.arrayContaining([
        'scenario title',
        'scenario states.first.states.word.options.1.then',
        'scenario states.both.regions.waiting.states.wait.options.0.text',
        'scenario states.first.states.word.talk.0.says',
        'scenario roles.ngo.legalBasis',
        'scenario market.seed',
        'key decisions.word.options.a.reason',
        'key decisions.word.principle',
        'translation texts.title.text',
      ]),
    );
  });
});
