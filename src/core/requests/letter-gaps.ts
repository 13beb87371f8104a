import type { Letter } from '#core/evidence/letters/letter.ts';
import { LETTER_PARTS, type LetterSubject } from '#core/evidence/letters/letter-parts.ts';
import { isInstant } from '#core/kernel/instant.ts';

/** What can be wrong with each part of a letter, one thing each. A part holds where none of them is so. */
export const GAPS = {
  authority: ['who', 'contact'],
  offence: ['none', 'other', 'facts'],
  data: ['kinds', 'span', 'backwards', 'ads', 'accounts', 'addresses', 'others'],
  custodian: ['nobody', 'other', 'where'],
  urgency: ['none'],
  intent: ['none'],
  period: ['none'],
  confidentiality: ['none'],
  'keep-online': ['down', 'confirm'],
  reasons: ['none'],
  address: ['none', 'missing', 'others'],
  'good-faith': ['none'],
  'legal-basis': ['none'],
  necessity: ['none'],
  link: ['none'],
  formalities: ['none'],
  language: ['none', 'other'],
  speciality: ['none'],
  redress: ['none'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type LetterPartName = keyof typeof GAPS;

/** One thing that is wrong with a part of a letter. */
export interface LetterGap {
  readonly part: string;
  readonly gap: string;
  /** The ads, accounts or addresses that are left out or that are too many; addresses that are left out go by their ads. */
  readonly names?: readonly string[];
}

const isSaid = (text: string) => text.trim() !== '';

/** Everything that is wrong with the parts of a letter that do not hold, in the order of its parts. */
export function letterGaps(letter: Letter, subject: LetterSubject): LetterGap[] {
  return LETTER_PARTS[letter.kind]
    .filter(({ holds }) => !holds(letter, subject))
    .flatMap(({ part }) => gapsOf(part as LetterPartName, letter, subject).map((gap) => ({ part, ...gap })));
}

type Gap = Omit<LetterGap, 'part'>;
const gap = (holds: boolean, name: string): Gap[] => (holds ? [{ gap: name }] : []);
const named = (name: string, names: readonly string[]): Gap[] => (names.length > 0 ? [{ gap: name, names }] : []);

function gapsOf(part: LetterPartName, letter: Letter, subject: LetterSubject): Gap[] {
  switch (part) {
    case 'authority':
      return [...gap(!isSaid(letter.authority), 'who'), ...gap(!isSaid(letter.contact), 'contact')];
    case 'offence': {
      const { offence, facts } = letter;
      const fits = subject.offences === undefined || subject.offences.includes(offence);
      return [
        ...gap(!isSaid(offence), 'none'),
        ...gap(isSaid(offence) && !fits, 'other'),
        ...gap(!isSaid(facts), 'facts'),
      ];
    }
    case 'data':
      return dataGaps(letter, subject);
    case 'custodian': {
      const { to, custodian } = letter;
      const holds = subject.custodians === undefined || subject.custodians.includes(to);
      return [
        ...gap(!isSaid(to), 'nobody'),
        ...gap(isSaid(to) && !holds, 'other'),
        ...gap(!isSaid(custodian), 'where'),
      ];
    }
    case 'keep-online':
      return [...gap(!letter.keepsOnline, 'down'), ...gap(!letter.acknowledgement, 'confirm')];
    case 'address':
      if (letter.urls.length === 0) return [{ gap: 'none' }];
      return [...named('missing', adsWithout(letter, subject)), ...named('others', beyond(letter.urls, subject.urls))];
    case 'language':
      return gap(true, isSaid(letter.language) ? 'other' : 'none');
    default:
      // The other parts are one field each, and it is empty.
      return [{ gap: 'none' }];
  }
}

/** What is wrong with the names of the data and their span. Names that are left out count only where more than one of ten is. */
function dataGaps(letter: Letter, subject: LetterSubject): Gap[] {
  const { ads, accounts, urls, data, from, until } = letter;
  const given = [...ads, ...accounts, ...urls];
  const known = [...subject.ads, ...subject.accounts, ...subject.urls];
  const left = known.filter((name) => !given.includes(name));
  const isShort = 10 * left.length > known.length;
  const hasSpan = isInstant(from) && isInstant(until);
  return [
    ...gap(data.length === 0, 'kinds'),
    ...gap(!hasSpan, 'span'),
    ...gap(hasSpan && from >= until, 'backwards'),
    ...(isShort
      ? [
          ...named('ads', beyond(subject.ads, given)),
          ...named('accounts', beyond(subject.accounts, given)),
          ...named('addresses', adsWithout({ urls: given }, subject)),
        ]
      : []),
    ...named('others', beyond(given, known)),
  ];
}

const beyond = (names: readonly string[], known: readonly string[]) => [
  ...new Set(names.filter((name) => !known.includes(name))),
];

/** Ads of the case whose address is not among these. Addresses stand in the order of the ads. */
const adsWithout = ({ urls }: Pick<Letter, 'urls'>, subject: LetterSubject) =>
  subject.urls.flatMap((url, n) => (urls.includes(url) ? [] : [subject.ads[n] ?? url]));
