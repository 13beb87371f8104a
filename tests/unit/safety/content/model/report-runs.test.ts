import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lintText } from '#safety/content/model/lint-text.ts';
import { RUN_LENGTH, readReportPrints, runsOf, writeReportPrints } from '#safety/content/model/report-runs.ts';

const REPORT = `Wherever the quiet harbour keeps its lanterns, seven clerks count the ropes twice¹² before the tide turns on-
line again. The Office of the Special Representative and Co-ordinator for Combating Trafficking in Human Beings met there.`;
const reportRuns = readReportPrints(writeReportPrints(REPORT)) as ReadonlySet<string>;

const copied = (text: string, kind: 'scenario' | 'lesson' | 'generated' = 'scenario', cited = false) =>
  lintText(text, { kind, cited, compared: { reportRuns } })
    .filter(({ code }) => code === 'safety.C27')
    .map(({ params }) => params.text);

const EIGHT = 'quiet harbour keeps its lanterns, seven clerks count';
const SEVEN = 'quiet harbour keeps its lanterns, seven clerks';

describe('words of the report', () => {
  it.each([
    ['as they are', `Once the ${EIGHT} again.`],
    ['in other capitals and marks', `QUIET harbour – keeps its "lanterns"; seven clerks, count`],
    ['over a footnote', 'count the ropes twice before the tide turns'],
    ['over a word that was parted at the end of a line', 'the ropes twice before the tide turns online again'],
    ['with something invisible', EIGHT.replaceAll('e', 'e\u200b')],
    ['in full width', EIGHT.replaceAll(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0))],
    ['with emphasis', `quiet **harbour** keeps its *lanterns*, seven clerks count`],
  ])('are refused, eight in a row, %s', (_, text) => {
    expect(copied(text)).toHaveLength(1);
    expect(copied(text, 'lesson')).toHaveLength(1);
  });

  it('are reported as one run, from the first to the last', () => {
    const text = 'But: the quiet harbour keeps its lanterns, seven clerks count the ropes, and so on.';
    const [issue] = lintText(text, { kind: 'scenario', file: 'a.txt', compared: { reportRuns } });

    expect(copied(text)).toEqual([expect.stringMatching(/^the quiet harbour keeps its lanterns, seven clerks count/)]);
    expect(issue?.position).toEqual({ file: 'a.txt', line: 1, column: 6 });
  });

  it('may be seven, or eight in another order', () => {
    expect(copied(`Once a ${SEVEN} left.`)).toEqual([]);
    expect(copied('count clerks seven lanterns its keeps harbour quiet')).toEqual([]);
  });

  it('may be the name of the body that wrote it', () => {
    expect(
      copied('Office of the Special Representative and Co-ordinator for Combating Trafficking in Human Beings'),
    ).toEqual([]);
  });

  it('may be quoted in a lesson, in short and with the source beside', () => {
    const quoted = `They write: “${EIGHT}”.`;
    const long = `“${'so '.repeat(25)}${EIGHT}”`;

    expect(copied(`${quoted} <Cite code="SEED" mark="V" />`, 'lesson')).toEqual([]);
    expect(copied(quoted, 'lesson', true)).toEqual([]);
    expect(copied(quoted, 'lesson')).toHaveLength(1);
    expect(copied(`They write: ${EIGHT}. <Cite code="SEED" mark="V" />`, 'lesson')).toHaveLength(1);
    expect(copied(`${long} <Cite code="SEED" mark="V" />`, 'lesson')).toHaveLength(1);
    expect(copied(quoted)).toHaveLength(1);
  });

  it('are not checked in closed-vocabulary text', () => {
    expect(copied(EIGHT, 'generated')).toEqual([]);
  });
});

describe('the prints of a report', () => {
  const word = fc.stringMatching(/^[a-z]{2,6}$/);

  it('find every run of eight words of it, in any text', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: RUN_LENGTH, maxLength: 40 }),
        fc.nat(),
        fc.array(word, { maxLength: 5 }),
        (words, from, around) => {
          const prints = readReportPrints(writeReportPrints(words.join(' '))) as ReadonlySet<string>;
          const at = from % (words.length - RUN_LENGTH + 1);
          const text = [...around, ...words.slice(at, at + RUN_LENGTH), ...around].join(', ');

          expect(runsOf(text).some(({ print }) => prints.has(print))).toBe(true);
          expect(prints.size).toBeLessThanOrEqual(2 * (words.length - RUN_LENGTH + 1));
        },
      ),
    );
  });

  it('disclose neither words nor order of the report, and other files are rejected', () => {
    const file = writeReportPrints(REPORT);

    expect(file).not.toMatch(/harbour|lantern|clerks/);
    const prints = [...(readReportPrints(file) ?? [])];
    expect(prints).toEqual(prints.toSorted());
    expect(readReportPrints('')).toBeUndefined();
    expect(readReportPrints('report-prints/2\nAAAAAAAA')).toBeUndefined();
  });
});
