import type { Letter, LetterKind } from '#core/evidence/letters/letter.ts';
import { isInstant } from '#core/kernel/instant.ts';

/** What the case knows of the data that a letter is about. */
export interface LetterCase {
  readonly ads: readonly string[];
  readonly accounts: readonly string[];
  readonly urls: readonly string[];
  readonly offences: readonly string[];
  readonly custodians: readonly string[];
  readonly language: string | undefined;
}

/** What is wrong with a part of a letter; `names` are those that are left out, or too many. */
export interface Gap {
  readonly gap: string;
  readonly names?: readonly string[];
}

/** What each kind of letter has to say (domain.md, 4e and 4f). */
export const PARTS_OF: Readonly<Record<LetterKind, readonly string[]>> = {
  preservation: [
    'authority',
    'offence',
    'data',
    'custodian',
    'urgency',
    'intent',
    'period',
    'confidentiality',
    'keep-online',
  ],
  notice: ['reasons', 'address', 'authority', 'good-faith'],
  order: ['authority', 'legal-basis', 'offence', 'data', 'redress'],
  assistance: [
    'authority',
    'offence',
    'legal-basis',
    'necessity',
    'link',
    'data',
    'formalities',
    'urgency',
    'confidentiality',
    'language',
    'speciality',
  ],
};

/** Parts that are one field of text each. */
const FIELDS = {
  urgency: 'urgency',
  intent: 'intent',
  confidentiality: 'confidentiality',
  reasons: 'reasons',
  'legal-basis': 'legalBasis',
  necessity: 'necessity',
  link: 'link',
  formalities: 'formalities',
  speciality: 'speciality',
  redress: 'redress',
} as const;

const isBlank = (text: string) => text.trim() === '';
const gap = (holds: boolean, name: string): Gap[] => (holds ? [{ gap: name }] : []);
const named = (name: string, names: readonly string[]): Gap[] =>
  names.length > 0 ? [{ gap: name, names: [...new Set(names)] }] : [];
const beyond = (names: readonly string[], known: readonly string[]) => names.filter((name) => !known.includes(name));

/** Ads of the case whose address is not among these. */
const unaddressed = (urls: readonly string[], about: LetterCase) =>
  about.ads.filter((_, n) => !urls.includes(about.urls[n] ?? ''));

const everything = ({ ads, accounts, urls }: Pick<Letter, 'ads' | 'accounts' | 'urls'>) => [
  ...ads,
  ...accounts,
  ...urls,
];

/** Where a letter leads: to the case, to nothing, to others only, or to more of others than of the case. */
export function leadOf(letter: Letter, about: LetterCase): 'case' | 'nothing' | 'others' | 'wide' {
  const names = [...new Set(everything(letter))];
  const right = names.length - beyond(names, everything(about)).length;
  if (names.length === 0) return 'nothing';
  if (right === 0) return 'others';
  return names.length > 2 * right ? 'wide' : 'case';
}

/** Everything that is wrong with a part; nothing where it says what it should. */
export function gapsIn(part: string, letter: Letter, about: LetterCase): Gap[] {
  const field = FIELDS[part as keyof typeof FIELDS];
  if (field) return gap(isBlank(letter[field]), 'none');
  switch (part) {
    case 'authority':
      return [...gap(isBlank(letter.authority), 'who'), ...gap(isBlank(letter.contact), 'contact')];
    case 'offence': {
      const isNamed = !isBlank(letter.offence);
      return [
        ...gap(!isNamed, 'none'),
        ...gap(isNamed && !about.offences.includes(letter.offence), 'other'),
        ...gap(isBlank(letter.facts), 'facts'),
      ];
    }
    case 'custodian': {
      const isNamed = !isBlank(letter.to);
      return [
        ...gap(!isNamed, 'nobody'),
        ...gap(isNamed && !about.custodians.includes(letter.to), 'other'),
        ...gap(isBlank(letter.custodian), 'where'),
      ];
    }
    case 'data':
      return dataGaps(letter, about);
    case 'period':
      return gap(letter.days <= 0, 'none');
    case 'keep-online':
      return [...gap(!letter.keepsOnline, 'down'), ...gap(!letter.acknowledgement, 'confirm')];
    case 'good-faith':
      return gap(!letter.goodFaith, 'none');
    case 'address':
      if (letter.urls.length === 0) return [{ gap: 'none' }];
      return [
        ...named('missing', unaddressed(letter.urls, about)),
        ...named('others', beyond(letter.urls, about.urls)),
      ];
    case 'language': {
      const isOther = about.language !== undefined && letter.language !== about.language;
      return isBlank(letter.language) ? [{ gap: 'none' }] : gap(isOther, 'other');
    }
    default:
      throw new Error(`No letter has a part ${part}.`);
  }
}

/** Nine of ten names of the case have to be there, and no others; kinds of data, and a span that ends after it begins. */
function dataGaps(letter: Letter, about: LetterCase): Gap[] {
  const given = everything(letter);
  const known = everything(about);
  const isShort = 10 * beyond(known, given).length > known.length;
  const isSpan = isInstant(letter.from) && isInstant(letter.until);
  return [
    ...gap(letter.data.length === 0, 'kinds'),
    ...gap(!isSpan, 'span'),
    ...gap(isSpan && letter.from >= letter.until, 'backwards'),
    ...(isShort
      ? [
          ...named('ads', beyond(about.ads, given)),
          ...named('accounts', beyond(about.accounts, given)),
          ...named('addresses', unaddressed(given, about)),
        ]
      : []),
    ...named('others', beyond(given, known)),
  ];
}
