import type { Letter } from './letter.ts';

/** The fields of a letter that hold free text. */
export const TEXT_FIELDS = [
  'authority',
  'contact',
  'facts',
  'custodian',
  'urgency',
  'confidentiality',
  'reasons',
  'legalBasis',
  'necessity',
  'link',
  'formalities',
  'speciality',
  'redress',
] as const satisfies readonly (keyof Letter)[];
export type TextField = (typeof TEXT_FIELDS)[number];

/** One point that a text field must make, with the words of which at least one must be in it. */
export interface Point {
  readonly field: TextField;
  /** Gap if none of the words is in the field. */
  readonly gap: string;
  /** `subject`: the field must name an ad or account of the case. */
  readonly words: readonly string[] | 'subject';
  /** Set where a written date makes the point too, such as "by 2 April 2031". */
  readonly orDay?: true;
}

const OFFICES = [
  'unit',
  'police',
  'prosecutor',
  'office',
  'authority',
  'agency',
  'analyst',
  'investigator',
  'officer',
  'desk',
  'service',
];
const CALLS = ['desk', 'phone', 'telephone', 'call', 'line', 'mail', '@', '+999'];
const SEEN = ['number', 'phone', 'telephone', 'account', 'picture', 'room', 'text', 'voice', 'payer', 'payment'];
/** Words by which a letter says who holds the data. */
export const HOLDERS = ['company', 'site', 'platform', 'provider', 'host', 'firm', 'desk', 'operator', 'board'];
const LOSSES = [
  ...['delete', 'deleting', 'deletion', 'remove', 'removing', 'removal', 'edit', 'change', 'changing', 'lose', 'lost'],
  ...['take down', 'taken down', 'gone', 'disappear', 'vanish', 'expire', 'overwritten', 'hide', 'hidden'],
  ...[
    'ends',
    'end of',
    'ending',
    'run out',
    'runs out',
    'kept for',
    'kept only',
    'kept until',
    'only until',
    'no longer',
  ],
];
const SOON = [
  'minute',
  'hour',
  'day',
  'night',
  'evening',
  'today',
  'tonight',
  'tomorrow',
  'week',
  'any time',
  'moment',
  'soon',
];
const UNTOLD = [
  ...['not told', 'not tell', 'not be told', 'not inform', 'not be informed', 'not notify', 'not be notified'],
  ...['tell nobody', 'tell no one', 'nobody is told', 'not warn', 'not know', 'not learn'],
  ...['secret', 'confidential', 'without telling'],
];
const BASES = [
  'order',
  'law',
  'article',
  'section',
  'file',
  'warrant',
  'act on',
  'code of',
  'agreement',
  'treaty',
  'part of',
  'clause',
];
const FAULTS = ['rule', 'law', 'illegal', 'unlawful', 'offence', 'forbid', 'forbidden', 'not allowed', 'terms'];
const MILDER = ['milder', 'less', 'other way', 'only way', 'public', 'without', 'not enough', 'cannot be had'];
const LIMITS = [
  'only',
  'no more',
  'not more',
  'no other',
  'nothing else',
  'nobody else',
  'limited',
  'proportion',
  'leave out',
  'left out',
];
const OFFENCES = ['offence', 'earn', 'gain', 'profit', 'exploit', 'control'];
const FORMS = ['who', 'signed', 'signature', 'statement', 'record', 'hash', 'sha-256', 'certified', 'utc', 'log of'];
const FILES = ['file', 'case', 'inquiry', 'investigation', 'proceeding', 'trial'];
const COURTS = ['court', 'judge', 'appeal', 'complain', 'complaint', 'challenge', 'review', 'objection'];

/**
 * Points that each part of a letter must make in its text fields. The words are defaults for every case; a key can
 * replace them by the name of part and gap, such as `authority.unit`.
 */
export const POINTS: Readonly<Record<string, readonly Point[]>> = {
  authority: [
    { field: 'authority', gap: 'unit', words: OFFICES },
    { field: 'contact', gap: 'back', words: CALLS },
  ],
  offence: [
    { field: 'facts', gap: 'subject', words: 'subject' },
    { field: 'facts', gap: 'fact', words: SEEN },
  ],
  custodian: [{ field: 'custodian', gap: 'holder', words: HOLDERS }],
  urgency: [
    { field: 'urgency', gap: 'loss', words: LOSSES },
    { field: 'urgency', gap: 'soon', words: SOON, orDay: true },
  ],
  confidentiality: [
    { field: 'confidentiality', gap: 'untold', words: UNTOLD },
    { field: 'confidentiality', gap: 'basis', words: BASES },
  ],
  reasons: [
    { field: 'reasons', gap: 'rule', words: FAULTS },
    { field: 'reasons', gap: 'fact', words: SEEN },
  ],
  'legal-basis': [{ field: 'legalBasis', gap: 'basis', words: BASES }],
  necessity: [
    { field: 'necessity', gap: 'milder', words: MILDER },
    { field: 'necessity', gap: 'limit', words: LIMITS },
  ],
  link: [
    { field: 'link', gap: 'subject', words: 'subject' },
    { field: 'link', gap: 'offence', words: OFFENCES },
  ],
  formalities: [{ field: 'formalities', gap: 'form', words: FORMS }],
  speciality: [
    { field: 'speciality', gap: 'file', words: FILES },
    { field: 'speciality', gap: 'limit', words: LIMITS },
  ],
  redress: [{ field: 'redress', gap: 'court', words: COURTS }],
};

/** Names of the points whose words a key can replace. */
export const POINT_NAMES: readonly string[] = Object.entries(POINTS).flatMap(([part, points]) =>
  points.flatMap(({ gap, words }) => (words === 'subject' ? [] : [`${part}.${gap}`])),
);

/** Normalises a text for comparison: NFKC, lower case, single spaces. */
export const plainText = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();

/** True if a word of the text begins with one of `words`: "delete" matches "deleted". */
export function saysOneOf(text: string, words: readonly string[]): boolean {
  const plain = plainText(text);
  return words.some((entry) => {
    const word = plainText(entry);
    for (let at = plain.indexOf(word); at !== -1 && word !== ''; at = plain.indexOf(word, at + 1))
      if (!/[\p{L}\p{N}]$/u.test(plain.slice(0, at)) || !/^[\p{L}\p{N}]/u.test(word)) return true;
    return false;
  });
}
