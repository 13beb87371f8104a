import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyLetter, LETTER_KINDS } from '#evidence/letters/model/letter.ts';
import { partsSaid } from '#evidence/letters/model/letter-parts.ts';
import { LetterSchema } from '#evidence/letters/model/schemas.ts';
import { CONTROLS, formParts, type LetterField, partsFilled, tidied } from '#kinds/requests/screens/letter-form.ts';
import { aLetter, SUBJECT } from '../../../../support/builders/a-desk.ts';

const anyKind = fc.constantFrom(...LETTER_KINDS);

describe('the form of a letter', () => {
  it.each(LETTER_KINDS)('of a %s shows every field without which a part would be missing', (kind) => {
    const full = aLetter(kind);

    expect(partsSaid(tidied(full), SUBJECT)).toEqual(partsSaid(full, SUBJECT));
  });

  it.each(LETTER_KINDS)('of a %s shows no field twice, and a control for each', (kind) => {
    const fields = formParts(kind).flatMap(({ fields: of }) => of);

    expect(new Set(fields).size).toBe(fields.length);
    for (const { fields: of } of formParts(kind)) expect(of.length).toBeGreaterThan(0);
    for (const field of fields) expect(CONTROLS).toHaveProperty(field);
  });
});

describe('a letter as it goes out', () => {
  it('has no blank line and no duplicate entry, for any input', () => {
    const lines = fc.array(fc.constantFrom('0302', ' 0302', '', '  ', '0309 '), { maxLength: 12 });
    fc.assert(
      fc.property(anyKind, lines, (kind, typed) => {
        const { ads, accounts, urls } = tidied({ ...emptyLetter(kind), ads: typed, accounts: typed, urls: typed });
        for (const list of [ads, accounts, urls]) {
          expect(list).toEqual([...new Set(list)]);
          expect(list.every((line) => line !== '' && line === line.trim())).toBe(true);
        }
        const wanted = new Set(typed.map((line) => line.trim()).filter((line) => line !== ''));
        expect(urls).toHaveLength(wanted.size);
      }),
      { numRuns: 60 },
    );
  });

  it('omits fields that its form does not show, and fits the schema of the log', () => {
    for (const kind of LETTER_KINDS) {
      const out = tidied(aLetter(kind));
      const shown = new Set<string>(['kind', 'to', ...formParts(kind).flatMap(({ fields }) => fields)]);
      const hidden = (Object.keys(CONTROLS) as LetterField[]).filter((field) => !shown.has(field));
      for (const field of hidden) expect(out[field]).toEqual(emptyLetter(kind)[field]);
      expect(LetterSchema.safeParse(out).success).toBe(true);
    }
  });
});

describe('the checklist', () => {
  it('does not use the case: a wrong offence and a wrong ad count as filled in', () => {
    const wrong = aLetter('preservation', { offence: 'purchase', ads: ['9999'], accounts: [], urls: [] });

    expect(partsSaid(wrong, SUBJECT)).not.toContain('data');
    expect(partsFilled(wrong).every(({ filled }) => filled)).toBe(true);
    expect(partsFilled(emptyLetter('order')).some(({ filled }) => filled)).toBe(false);
  });
});
