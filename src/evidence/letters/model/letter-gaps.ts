import { lacksByOffices, lacksOf } from '#evidence/law/model/authority.ts';
import { addMinutes, DAY, isInstant } from '#kernel/model/instant.ts';
import type { DataCategory, Letter } from './letter.ts';
import type { LetterSubject } from './letter-subject.ts';
import { POINTS } from './points.ts';
import { type Gap, gap, textGaps } from './text-gaps.ts';

/** Gaps of each part of a letter, besides those of its points (`POINTS`) and of any text (`TEXT_GAPS`). */
const OWN_GAPS = {
  authority: ['who', 'contact', 'nobody', 'office'],
  offence: ['none', 'other', 'facts'],
  data: [
    'kinds',
    'left',
    'beyond',
    'span',
    'backwards',
    'late',
    'short',
    'long',
    'ads',
    'accounts',
    'addresses',
    'others',
  ],
  custodian: ['nobody', 'other', 'where'],
  urgency: ['none'],
  intent: ['none', 'other'],
  period: ['none', 'long'],
  confidentiality: ['none'],
  'keep-online': ['down', 'confirm'],
  reasons: ['none'],
  address: ['none', 'missing', 'others'],
  'good-faith': ['none'],
  'legal-basis': ['none', 'between', 'removal', 'office'],
  necessity: ['none'],
  link: ['none'],
  formalities: ['none'],
  language: ['none', 'other'],
  speciality: ['none'],
  redress: ['none'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type LetterPartName = keyof typeof OWN_GAPS;

/** All gaps that a part of a letter can have. A part holds if it has none of them. */
export const GAPS: Readonly<Record<LetterPartName, readonly string[]>> = Object.fromEntries(
  Object.entries(OWN_GAPS).map(([part, own]) => [part, [...own, ...(POINTS[part] ?? []).map(({ gap }) => gap)]]),
) as unknown as Record<LetterPartName, readonly string[]>;

/** Maximum days by which the requested time span may exceed the dates on which the ads were posted, at each end. */
export const MARGIN_DAYS = 31;

const isSaid = (text: string) => text.trim() !== '';
const named = (name: string, names: readonly string[]): Gap[] => gap(names.length > 0, name, { names });
const ofData = (name: string, data: readonly DataCategory[]): Gap[] => gap(data.length > 0, name, { data });

/** All gaps of one part of a letter; empty if it says what it should. */
export function gapsOf(part: LetterPartName, letter: Letter, subject: LetterSubject): Gap[] {
  return [...ownGaps(part, letter, subject), ...textGaps(part, letter, subject)];
}

function ownGaps(part: LetterPartName, letter: Letter, subject: LetterSubject): Gap[] {
  switch (part) {
    case 'authority':
      return [
        ...gap(!isSaid(letter.authority), 'who'),
        ...gap(!isSaid(letter.contact), 'contact'),
        ...signatureGaps(letter, subject),
      ];
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
      return [...kindGaps(letter, subject), ...spanGaps(letter, subject), ...nameGaps(letter, subject)];
    case 'custodian': {
      const { to, custodian } = letter;
      const holds = subject.custodians === undefined || subject.custodians.includes(to);
      return [
        ...gap(!isSaid(to), 'nobody'),
        ...gap(isSaid(to) && !holds, 'other'),
        ...gap(!isSaid(custodian), 'where'),
      ];
    }
    case 'intent':
      if (letter.intent === '') return gap(true, 'none');
      return gap(subject.intent !== undefined && letter.intent !== subject.intent, 'other');
    case 'period': {
      const most = subject.longestDays ?? Number.POSITIVE_INFINITY;
      return [...gap(letter.days <= 0, 'none'), ...gap(letter.days > most, 'long', { most })];
    }
    case 'keep-online':
      return [
        ...gap(!letter.keepsOnline && subject.runsAds !== false, 'down'),
        ...gap(!letter.acknowledgement, 'confirm'),
      ];
    case 'good-faith':
      return gap(!letter.goodFaith, 'none');
    case 'address':
      if (letter.urls.length === 0) return gap(true, 'none');
      return [...named('missing', adsWithout(letter, subject)), ...named('others', beyond(letter.urls, subject.urls))];
    case 'language': {
      const isOther = subject.language !== undefined && letter.language !== subject.language;
      return isSaid(letter.language) ? gap(isOther, 'other') : gap(true, 'none');
    }
    case 'legal-basis':
      return basisGaps(letter, subject);
    default:
      return gap(!isSaid(letter[part]), 'none');
  }
}

/** Gaps of the signature. Not checked for a notice, which needs none, or if the desk has no law. */
function signatureGaps(letter: Letter, { law }: LetterSubject): Gap[] {
  if (!law || letter.kind === 'notice') return [];
  return letter.issuer === undefined ? gap(true, 'nobody') : officeGaps(letter, law);
}

/** Gaps of a signature whose office may not ask for some of the data. */
function officeGaps(letter: Letter, law: LetterSubject['law']): Gap[] {
  const { issuer } = letter;
  if (!law || issuer === undefined) return [];
  const lacks = lacksOf(letter, law).filter(({ why }) => why === 'office');
  return lacksByOffices(lacks).map(({ data, offices }) => ({ gap: 'office', data, offices, issuer }));
}

/**
 * An order inside one State must not cite the article on requests between States, and no letter one on removing
 * content. No basis carries what the office that signed may not ask for.
 */
function basisGaps(letter: Letter, { law }: LetterSubject): Gap[] {
  const { kind, legalBasis } = letter;
  if (!isSaid(legalBasis)) return gap(true, 'none');
  return [
    ...officeGaps(letter, law),
    ...gap(kind === 'order' && /\b(?:article|art\.?) ?29\b/i.test(legalBasis), 'between'),
    ...gap(
      /\b(?:DSA|Digital Services Act|2022\/2065)\b/i.test(legalBasis) &&
        /\b(?:article|art\.?) ?9\b|DSA 9\b/i.test(legalBasis),
      'removal',
    ),
  ];
}

/** A preservation request must name all data that the case needs; an order may leave some to another order. */
function kindGaps({ kind, data }: Letter, { data: needed }: LetterSubject): Gap[] {
  if (data.length === 0) return gap(true, 'kinds');
  if (!needed) return [];
  const left = kind === 'preservation' ? needed.filter((one) => !data.includes(one)) : [];
  return [
    ...ofData('left', left),
    ...ofData(
      'beyond',
      data.filter((one) => !needed.includes(one)),
    ),
  ];
}

function spanGaps({ from, until }: Letter, { posted }: LetterSubject): Gap[] {
  if (!isInstant(from) || !isInstant(until)) return gap(true, 'span');
  if (from >= until) return gap(true, 'backwards');
  if (!posted) return [];
  const margin = (MARGIN_DAYS * DAY) / 60;
  const isLong = from < addMinutes(posted.first, -margin) || until > addMinutes(posted.last, margin);
  return [
    ...gap(from > posted.first, 'late', { at: posted.first }),
    ...gap(until < posted.last, 'short', { at: posted.last }),
    ...gap(isLong, 'long', { most: MARGIN_DAYS }),
  ];
}

/** Gaps in the named ads, accounts and addresses. Missing names count only if they are more than one in ten. */
function nameGaps({ ads, accounts, urls }: Letter, subject: LetterSubject): Gap[] {
  const given = [...ads, ...accounts, ...urls];
  const known = [...subject.ads, ...subject.accounts, ...subject.urls];
  const left = known.filter((name) => !given.includes(name));
  const isShort = known.length === 0 || 10 * left.length > known.length;
  return [
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

/** Ads of the case whose address is not in `urls`. Relies on `subject.urls` and `subject.ads` having the same order. */
const adsWithout = ({ urls }: Pick<Letter, 'urls'>, subject: LetterSubject) =>
  subject.urls.flatMap((url, n) => (urls.includes(url) ? [] : [subject.ads[n] ?? url]));
