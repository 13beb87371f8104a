import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DATA_CATEGORIES, LETTER_KINDS, type Letter, OFFICES } from '#evidence/letters/model/letter.ts';
import { letterGaps } from '#evidence/letters/model/letter-parts.ts';
import { TEXT_FIELDS } from '#evidence/letters/model/points.ts';
import { addMinutes } from '#kernel/model/instant.ts';
import { formParts, type LetterField, tidied } from '#kinds/requests/screens/letter-form.ts';
import { adUrl } from '#market/ads/model/serve-ad.ts';
import { aLetter, BEGINS, KEY, market, SUBJECT } from '../../../../support/builders/a-desk.ts';

const ABOUT = { ...SUBJECT, sentAt: addMinutes(BEGINS, 600) };
const { first = '', last = '' } = SUBJECT.posted ?? {};
const strangers = market.ads.filter(({ id, account }) => !KEY.ads.includes(id) && !SUBJECT.accounts.includes(account));
const stranger = strangers[0];
if (!stranger) throw new Error('All ads of the market belong to the case.');

/** Wrong texts for a field: a filler, or text about another case. */
const TEXTS = ['', 'x', 'as usual', '...', 'yes', `ad ${stranger.id}, account ${stranger.account}`];

/** Wrong replacements for the value of a field. */
const INSTEAD: Readonly<Partial<Record<LetterField, readonly unknown[]>>> = {
  to: ['', 'nobody', 'wallet'],
  issuer: [undefined, 'analyst'],
  offence: ['', 'purchase', 'another'],
  accounts: [[], [stranger.account], [...SUBJECT.accounts, stranger.account]],
  ads: [[], [stranger.id], [...KEY.ads, stranger.id]],
  urls: [[], [adUrl(market, stranger.id)], ['https://elsewhere.example/']],
  from: ['', addMinutes(first, 1), addMinutes(first, -60 * 24 * 32)],
  until: ['', addMinutes(last, -1), addMinutes(last, 60 * 24 * 32)],
  data: [[], ['payment'], ['versions', 'subscriber', 'messages', 'logins'], [...DATA_CATEGORIES]],
  intent: ['', 'order'],
  days: [0, 91, 3650],
  keepsOnline: [false],
  acknowledgement: [false],
  goodFaith: [false],
  language: ['', 'en'],
};
const wrongFor = (field: LetterField) =>
  (TEXT_FIELDS as readonly string[]).includes(field) ? TEXTS : (INSTEAD[field] ?? []);

/**
 * The fields of a form and its receiver. What is attached is not weighed, and some letters name no receiver as a part.
 */
const fieldsOf = (kind: Letter['kind']): LetterField[] => [
  ...(kind === 'preservation' ? (['to'] as const) : []),
  ...formParts(kind).flatMap(({ fields }) => fields.filter((field) => field !== 'attachments')),
];

describe('a letter filled in from the facts of the case', () => {
  it.each(LETTER_KINDS)('is right as a %s', (kind) => {
    expect(letterGaps(tidied(aLetter(kind)), ABOUT)).toEqual([]);
  });

  it.each(LETTER_KINDS)('is right as a %s signed by any permitted office', (kind) => {
    const signers = OFFICES.filter((issuer) => letterGaps(aLetter(kind, { issuer }), ABOUT).length === 0);
    const expected = {
      preservation: ['unit-head', 'prosecutor', 'judge'],
      notice: [...OFFICES],
      order: ['judge'],
      assistance: ['judge'],
    };
    expect(signers).toEqual(expected[kind]);
  });

  it('is wrong after replacing any one field, whose part is named', () => {
    const replaced = fc
      .constantFrom(...LETTER_KINDS)
      .chain((kind) => fc.record({ kind: fc.constant(kind), field: fc.constantFrom(...fieldsOf(kind)) }))
      .chain(({ kind, field }) =>
        fc.record({ kind: fc.constant(kind), field: fc.constant(field), value: fc.constantFrom(...wrongFor(field)) }),
      );
    fc.assert(
      fc.property(replaced, ({ kind, field, value }) => {
        const gaps = letterGaps({ ...aLetter(kind), [field]: value } as Letter, ABOUT);
        const part = formParts(kind).find(({ fields }) => fields.includes(field))?.part ?? 'custodian';
        const wrong = new Set(gaps.map((gap) => gap.part));
        // An office that may not sign has no legal basis for it either.
        if (field === 'issuer') wrong.delete('legal-basis');
        expect([...wrong], `${kind} ${field} ${String(value)}`).toEqual([part]);
      }),
      { numRuns: 1500 },
    );
  });

  it.each(LETTER_KINDS)('has a wrong value to try for every field of a %s', (kind) => {
    expect(fieldsOf(kind).filter((field) => wrongFor(field).length === 0)).toEqual([]);
  });

  it.each(LETTER_KINDS)('a %s with "x" in all text fields fulfils none of their parts', (kind) => {
    const xs = Object.fromEntries(TEXT_FIELDS.map((field) => [field, 'x']));
    const gaps = letterGaps({ ...aLetter(kind), ...xs }, ABOUT);
    const wrong = new Set(gaps.map(({ part }) => part));
    for (const { part, fields } of formParts(kind))
      if (fields.some((field) => (TEXT_FIELDS as readonly string[]).includes(field))) expect(wrong).toContain(part);
  });
});
