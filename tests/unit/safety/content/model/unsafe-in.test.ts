import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReportPrints, writeReportPrints } from '#safety/content/model/report-runs.ts';
import { SAFETY_RULES } from '#safety/content/model/rules.ts';
import { unsafeIn } from '#safety/content/model/unsafe-in.ts';
import { PLANTED } from '../../../../support/safety/planted-texts.ts';

/** Planted words of a case, those that are quoted whole. */
const IN_CASES = PLANTED.filter(([, kind, , named]) => kind === 'scenario' && !named.endsWith('…'));
const RUN = 'the inspectors of both valleys meet under the old clock on Thursdays';
const LIBRARY = {
  level: 0,
  compared: {
    peopleIn: (name: string) => (name === 'Whatville' ? 3_000_000 : undefined),
    reportRuns: readReportPrints(writeReportPrints(`Here ${RUN} and talk.`)) as ReadonlySet<string>,
  },
};
const WITH_LIBRARY: readonly (readonly [rule: string, text: string, named: string])[] = [
  ['C06', 'She came from Whatville in spring.', 'Whatville'],
  ['C21', 'A colleague is beaten in the yard.', 'is beaten'],
  ['C27', `They say that ${RUN}.`, RUN],
];

/** What the parts of a rule are in a text, as the text has them. */
const partsOf = (text: string, rule: string, library = {}) =>
  unsafeIn(text, library)
    .filter(({ code }) => code === `safety.${rule}`)
    .map(({ from, to }) => text.slice(from, to));

describe('the unsafe parts of a text', () => {
  it.each(IN_CASES)('are the words that %s refuses, as %s: %s', (rule, _, text, named) => {
    expect(partsOf(text, rule)).toContain(named);
  });

  it.each(WITH_LIBRARY)('are the words that %s finds with a library: %s', (rule, text, named) => {
    expect(partsOf(text, rule, LIBRARY)).toEqual([named]);
  });

  it('are planted for each rule that reads the texts of a case', () => {
    const planted = new Set([...IN_CASES, ...WITH_LIBRARY].map(([rule]) => rule));
    const rules = SAFETY_RULES.filter(({ check }) => check.text || check.characters).map(({ id }) => id as string);

    // C26 is about what is pasted, as a whole.
    expect(rules.filter((rule) => !planted.has(rule))).toEqual(['C26']);
  });

  it('come with the code and the values of the reason, first part first', () => {
    expect(unsafeIn('The victim and the rescuer wait.')).toEqual([
      { from: 4, to: 10, code: 'safety.C19', params: { text: 'victim' } },
      { from: 19, to: 26, code: 'safety.C19', params: { text: 'rescuer' } },
    ]);
    expect(unsafeIn('Two friends share one phone.', LIBRARY)).toEqual([]);
  });

  it.each([
    ['another alphabet', 'The vіctіm waits.', 'vіctіm'],
    ['letters of mathematics', '🙂 The 𝐯𝐢𝐜𝐭𝐢𝐦 waits.', '𝐯𝐢𝐜𝐭𝐢𝐦'],
    ['letters apart', 'The v i c t i m waits.', 'v i c t i m'],
    ['emphasis inside', 'The vic**tim waits.', 'vic**tim'],
    ['marks over letters', 'The v\u0336i\u0336c\u0336tim\u0336 waits.', 'v\u0336i\u0336c\u0336tim\u0336'],
    ['zero width', 'The\u200b vi\u200bct\u200cim waits.', 'vi\u200bct\u200cim'],
  ])('are the characters as written where words hide behind %s', (_, text, named) => {
    expect(partsOf(text, 'C19')).toEqual([named]);
  });

  it('stay where they are in full-width letters', () => {
    const wide = (text: string) =>
      text.replaceAll(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x21 + 0xff01));
    for (const [rule, , text, named] of IN_CASES.filter(([rule]) => rule !== 'C15'))
      expect(partsOf(wide(text), rule)).toContain(wide(named));
  });

  it('move with invisible characters that are put anywhere', () => {
    const planted = fc.constantFrom(...IN_CASES.filter(([rule]) => rule !== 'C15'));
    fc.assert(
      fc.property(planted, fc.array(fc.nat(80), { maxLength: 8 }), ([rule, , text, named], places) => {
        const hidden = [...text].map((sign, n) => (places.includes(n) ? `\u200b${sign}` : sign)).join('');
        const parts = partsOf(hidden, rule);

        expect(parts.map((part) => part.replaceAll('\u200b', ''))).toContain(named);
        for (const part of parts) expect(part.startsWith('\u200b')).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('lie inside the text, are not empty, and part no character', () => {
    const signs = fc.constantFrom(
      'v',
      'ictim',
      '𝐯',
      '🙂',
      ' ',
      '\u200b',
      '⑰',
      '1',
      '7',
      'years old',
      '\u0301',
      'ﬁ',
      '.',
      '$sim',
      '→',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 30 }), (all) => {
        const text = all.join('');
        for (const { from, to } of unsafeIn(text, LIBRARY)) {
          expect(0 <= from && from < to && to <= text.length).toBe(true);
          expect(text.slice(from, to).isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
