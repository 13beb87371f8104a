import { DATA_CATEGORIES, emptyLetter, type Letter, type LetterKind } from '#core/evidence/letters/letter.ts';
import { LETTER_PARTS, partsSaid } from '#core/evidence/letters/letter-parts.ts';

export type LetterField = Exclude<keyof Letter, 'kind'>;

/** How a field is filled in. A `choice` is made from what stands on the desk, `lines` hold one entry each. */
export type Control = 'text' | 'area' | 'lines' | 'moment' | 'days' | 'tick' | 'choice' | 'data' | 'attachments';

export const CONTROLS: Readonly<Record<LetterField, Control>> = {
  to: 'choice',
  authority: 'text',
  contact: 'text',
  offence: 'choice',
  facts: 'area',
  accounts: 'lines',
  ads: 'lines',
  urls: 'lines',
  from: 'moment',
  until: 'moment',
  data: 'data',
  custodian: 'text',
  urgency: 'area',
  intent: 'choice',
  days: 'days',
  confidentiality: 'area',
  keepsOnline: 'tick',
  acknowledgement: 'tick',
  attachments: 'attachments',
  reasons: 'area',
  goodFaith: 'tick',
  legalBasis: 'area',
  necessity: 'area',
  link: 'area',
  formalities: 'area',
  language: 'choice',
  speciality: 'area',
  redress: 'area',
};

/** The fields of the form in which each part of a letter is said. */
const PART_FIELDS: Readonly<Record<string, readonly LetterField[]>> = {
  authority: ['authority', 'contact'],
  offence: ['offence', 'facts'],
  data: ['ads', 'accounts', 'urls', 'data', 'from', 'until'],
  custodian: ['custodian'],
  urgency: ['urgency'],
  intent: ['intent'],
  period: ['days'],
  confidentiality: ['confidentiality'],
  'keep-online': ['keepsOnline', 'acknowledgement'],
  reasons: ['reasons'],
  address: ['urls'],
  'good-faith': ['goodFaith'],
  'legal-basis': ['legalBasis'],
  necessity: ['necessity'],
  link: ['link'],
  formalities: ['formalities'],
  language: ['language'],
  speciality: ['speciality'],
  redress: ['redress'],
};

export interface FormPart {
  readonly part: string;
  readonly fields: readonly LetterField[];
}

/** The parts of a form of that kind after its receiver, in the order in which the letter says them. */
export function formParts(kind: LetterKind): readonly FormPart[] {
  const parts = LETTER_PARTS[kind].map(({ part }) => ({ part, fields: PART_FIELDS[part] ?? [] }));
  return kind === 'preservation' ? [...parts, { part: 'attachments', fields: ['attachments'] }] : parts;
}

/** The letter as it goes out: lists without blank lines, entries once, and nothing in fields that its form does not show. */
export function tidied(letter: Letter): Letter {
  const shown = new Set<string>(['kind', 'to', ...formParts(letter.kind).flatMap(({ fields }) => fields)]);
  const lines = (entries: readonly string[]) => [...new Set(entries.map((entry) => entry.trim()).filter(Boolean))];
  const kept = Object.fromEntries(Object.entries(letter).filter(([field]) => shown.has(field)));
  return {
    ...emptyLetter(letter.kind),
    ...kept,
    accounts: shown.has('accounts') ? lines(letter.accounts) : [],
    ads: shown.has('ads') ? lines(letter.ads) : [],
    urls: shown.has('urls') ? lines(letter.urls) : [],
    data: shown.has('data') ? DATA_CATEGORIES.filter((category) => letter.data.includes(category)) : [],
  };
}

/**
 * Each part of the letter with whether it is filled in. Measured against nothing but the letter itself: whether it fits the
 * case is not known here.
 */
export function partsFilled(letter: Letter): { readonly part: string; readonly filled: boolean }[] {
  const { ads, accounts, urls } = letter;
  const said = partsSaid(letter, { ads, accounts, urls });
  return LETTER_PARTS[letter.kind].map(({ part }) => ({ part, filled: said.includes(part) }));
}

/** True where two letters say the same. */
export function saysTheSame(one: Letter, other: Letter): boolean {
  return JSON.stringify(tidied(one)) === JSON.stringify(tidied(other));
}
