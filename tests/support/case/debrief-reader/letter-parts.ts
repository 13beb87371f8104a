import {
  DATA_CATEGORIES,
  type DataCategory,
  type Letter,
  type LetterKind,
  type Office,
} from '#evidence/letters/model/letter.ts';
import { isInstant, toEpoch } from '#kernel/model/instant.ts';
import type { RequestDesk } from '#kinds/requests/model/desk.ts';
import { signatureGapsIn } from './letter-office.ts';
import { textGapsIn } from './letter-texts.ts';

/** What the case says about the data that a letter concerns. */
export interface LetterCase {
  readonly ads: readonly string[];
  readonly accounts: readonly string[];
  readonly urls: readonly string[];
  readonly offences: readonly string[];
  readonly custodians: readonly string[];
  readonly language: string | undefined;
  /** Kinds of data that the case needs and a holder has. */
  readonly data: readonly DataCategory[];
  readonly posted: { readonly first: string; readonly last: string };
  readonly intent: 'order' | 'assistance';
  readonly longestDays: number;
  readonly words: Readonly<Partial<Record<string, readonly string[]>>> | undefined;
  readonly desk: RequestDesk;
  readonly sentAt: string;
}

/** A gap in a part of a letter; `names` are the missing or surplus ones. */
export interface Gap {
  readonly gap: string;
  readonly names?: readonly string[];
  readonly data?: readonly DataCategory[];
  readonly offices?: readonly Office[];
  readonly issuer?: Office;
  readonly words?: readonly string[];
  readonly field?: string;
  readonly at?: string;
  readonly most?: number;
}

/** Required parts of each kind of letter (domain.md, 4e and 4f). */
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
  order: ['authority', 'legal-basis', 'offence', 'data', 'necessity', 'redress'],
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

/** Parts that are a single text field. */
const FIELDS = {
  urgency: 'urgency',
  confidentiality: 'confidentiality',
  reasons: 'reasons',
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

/** Ads of the case whose address is not in `urls`. */
const unaddressed = (urls: readonly string[], about: LetterCase) =>
  about.ads.filter((_, n) => !urls.includes(about.urls[n] ?? ''));

const everything = ({ ads, accounts, urls }: Pick<Letter, 'ads' | 'accounts' | 'urls'>) => [
  ...ads,
  ...accounts,
  ...urls,
];

/** Where a letter leads: to the case, to nothing, to others only, or to more of others than of the case. */
export function leadOf(
  letter: Letter,
  about: Pick<LetterCase, 'ads' | 'accounts' | 'urls'>,
): 'case' | 'nothing' | 'others' | 'wide' {
  const names = [...new Set(everything(letter))];
  const right = names.length - beyond(names, everything(about)).length;
  if (names.length === 0) return 'nothing';
  if (right === 0) return 'others';
  return names.length > 2 * right ? 'wide' : 'case';
}

/** All gaps of a part; empty if it says what it should. */
export function gapsIn(part: string, letter: Letter, about: LetterCase): Gap[] {
  return [...ownGapsIn(part, letter, about), ...textGapsIn(part, letter, about)];
}

function ownGapsIn(part: string, letter: Letter, about: LetterCase): Gap[] {
  const field = FIELDS[part as keyof typeof FIELDS];
  if (field) return gap(isBlank(letter[field]), 'none');
  switch (part) {
    case 'authority':
      return [
        ...gap(isBlank(letter.authority), 'who'),
        ...gap(isBlank(letter.contact), 'contact'),
        ...signatureGapsIn(letter, about.desk, DATA_CATEGORIES),
      ];
    case 'legal-basis':
      return basisGaps(letter, about);
    case 'intent':
      return letter.intent === '' ? [{ gap: 'none' }] : gap(letter.intent !== about.intent, 'other');
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
      if (letter.days > about.longestDays) return [{ gap: 'long', most: about.longestDays }];
      return gap(letter.days <= 0, 'none');
    case 'keep-online':
      return [
        ...gap(!letter.keepsOnline && !isCarrier(letter, about), 'down'),
        ...gap(!letter.acknowledgement, 'confirm'),
      ];
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

/** True for a letter about a company that carries messages or payments and has no page of an ad. */
const isCarrier = ({ to }: Letter, { desk }: LetterCase) =>
  desk.platforms.some(({ id, holds }) => id === to && holds.every((data) => data !== 'versions'));

/** Gaps of a legal basis that does not support an order for data inside one State. */
function basisGaps(letter: Letter, { desk }: LetterCase): Gap[] {
  const { kind, legalBasis } = letter;
  if (isBlank(legalBasis)) return [{ gap: 'none' }];
  const text = legalBasis.toLowerCase();
  const namesArticle = (n: number) => new RegExp(`\\b(?:article|art\\.?) ?${n}\\b`).test(text);
  const isOfServices = /\b(?:dsa|digital services act|2022\/2065)\b/.test(text);
  return [
    ...signatureGapsIn(letter, desk, DATA_CATEGORIES).filter(({ gap: name }) => name === 'office'),
    ...gap(kind === 'order' && namesArticle(29), 'between'),
    ...gap(isOfServices && (namesArticle(9) || text.includes('dsa 9')), 'removal'),
  ];
}

/** Gaps of the data: at least nine of ten names of the case and no others, the kinds of data, and the time span. */
function dataGaps(letter: Letter, about: LetterCase): Gap[] {
  const given = everything(letter);
  const known = everything(about);
  const isShort = 10 * beyond(known, given).length > known.length;
  const missing = about.data.filter((data) => !letter.data.includes(data));
  const needless = letter.data.filter((data) => !about.data.includes(data));
  return [
    ...(letter.data.length === 0
      ? [{ gap: 'kinds' }]
      : [
          ...(letter.kind === 'preservation' && missing.length > 0 ? [{ gap: 'left', data: missing }] : []),
          ...(needless.length > 0 ? [{ gap: 'beyond', data: needless }] : []),
        ]),
    ...spanGaps(letter, about),
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

const DAY = 24 * 60 * 60;
/** Maximum days by which the time span may begin before the first ad and end after the last one. */
const MARGIN_DAYS = 31;

function spanGaps({ from, until }: Letter, { posted }: LetterCase): Gap[] {
  if (!isInstant(from) || !isInstant(until)) return [{ gap: 'span' }];
  const [begins, ends] = [toEpoch(from), toEpoch(until)];
  const [first, last] = [toEpoch(posted.first), toEpoch(posted.last)];
  if (begins >= ends) return [{ gap: 'backwards' }];
  return [
    ...(begins > first ? [{ gap: 'late', at: posted.first }] : []),
    ...(ends < last ? [{ gap: 'short', at: posted.last }] : []),
    ...(first - begins > MARGIN_DAYS * DAY || ends - last > MARGIN_DAYS * DAY
      ? [{ gap: 'long', most: MARGIN_DAYS }]
      : []),
  ];
}
