import { DATA_CATEGORIES, emptyLetter, type Letter, type LetterKind } from '#evidence/letters/model/letter.ts';
import { LETTER_PARTS } from '#evidence/letters/model/letter-parts.ts';

export type LetterField = Exclude<keyof Letter, 'kind'>;

/** How a field is filled in. A `choice` is made from what stands on the desk, `lines` hold one entry each. */
export type FieldControl = 'text' | 'area' | 'lines' | 'moment' | 'days' | 'tick' | 'choice' | 'data' | 'attachments';

export const CONTROLS: Readonly<Record<LetterField, FieldControl>> = {
  to: 'choice',
  channel: 'choice',
  authority: 'text',
  contact: 'text',
  issuer: 'choice',
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
  authority: ['authority', 'contact', 'issuer'],
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

/**
 * The parts of a form of that kind after its receiver, in the order in which the letter says them. A company that runs
 * no ads is not asked to leave any where they are.
 */
export function formParts(kind: LetterKind, runsAds = true): readonly FormPart[] {
  // Nobody has to sign a notice.
  const shown = (field: LetterField) =>
    (kind !== 'notice' || field !== 'issuer') && (runsAds || field !== 'keepsOnline');
  const parts = LETTER_PARTS[kind].map(({ part }) => ({ part, fields: (PART_FIELDS[part] ?? []).filter(shown) }));
  return kind === 'preservation' ? [...parts, { part: 'attachments', fields: ['attachments'] }] : parts;
}

/** The letter as it goes out: lists without blank lines, entries once, and nothing in fields that its form does not show. */
export function tidied(letter: Letter, runsAds = true): Letter {
  // Only a desk with a choice of channel shows its field; a notice goes through a form.
  const channel = letter.kind === 'notice' ? [] : ['channel'];
  const shown = new Set<string>([
    'kind',
    'to',
    ...channel,
    ...formParts(letter.kind, runsAds).flatMap(({ fields }) => fields),
  ]);
  const lines = (entries: readonly string[]) => [...new Set(entries.map((entry) => entry.trim()).filter(Boolean))];
  const kept = Object.fromEntries(
    Object.entries(letter).filter(([field, value]) => shown.has(field) && value !== undefined),
  );
  return {
    ...emptyLetter(letter.kind),
    ...kept,
    accounts: shown.has('accounts') ? lines(letter.accounts) : [],
    ads: shown.has('ads') ? lines(letter.ads) : [],
    urls: shown.has('urls') ? lines(letter.urls) : [],
    data: shown.has('data') ? DATA_CATEGORIES.filter((category) => letter.data.includes(category)) : [],
  };
}

/** Lists of which one entry in any of them is enough. */
const NAMES: readonly LetterField[] = ['ads', 'accounts', 'urls'];

/**
 * Each part of the letter with whether all of its fields are filled in. Measured against nothing but the letter itself: whether
 * it fits the case is not known here.
 */
export function partsFilled(letter: Letter, runsAds = true): { readonly part: string; readonly filled: boolean }[] {
  const isFilled = (field: LetterField) => {
    const value = letter[field];
    if (typeof value === 'string') return value.trim() !== '';
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  };
  return formParts(letter.kind, runsAds)
    .filter(({ part }) => part !== 'attachments')
    .map(({ part, fields }) => {
      const names = fields.filter((field) => NAMES.includes(field));
      const others = fields.filter((field) => !NAMES.includes(field));
      return { part, filled: others.every(isFilled) && (names.length === 0 || names.some(isFilled)) };
    });
}

/** True where two letters say the same. */
export function saysTheSame(one: Letter, other: Letter): boolean {
  return JSON.stringify(tidied(one)) === JSON.stringify(tidied(other));
}
