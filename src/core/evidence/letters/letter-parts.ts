import type { Citation } from '#core/indicators/schemas.ts';
import { isInstant } from '#core/kernel/instant.ts';
import type { Letter, LetterKind } from './letter.ts';
import { ASSISTANCE, BUDAPEST, NOTICE, ORDER, PERIOD_EU, PERIOD_TREATY, SECRECY, VANISHED } from './sources.ts';

/** What the case knows of the data that a letter is about. */
export interface LetterSubject {
  /** Ids of the ads; a letter about others asks for more than the case needs. */
  readonly ads: readonly string[];
  readonly accounts: readonly string[];
  readonly urls: readonly string[];
  /** Offences that fit the facts; left out where any will do. */
  readonly offences?: readonly string[];
  /** Platforms that hold the data; left out where any will do. */
  readonly custodians?: readonly string[];
  /** Language in which the receiver reads; left out where any will do. */
  readonly language?: string;
}

/** One thing that a letter has to say. */
export interface LetterPart {
  readonly part: string;
  readonly holds: (letter: Letter, subject: LetterSubject) => boolean;
  readonly sources: readonly Citation[];
}

const isSaid = (text: string) => text.trim() !== '';
const isOneOf = (value: string, known: readonly string[] | undefined) =>
  isSaid(value) && (known === undefined || known.includes(value));

/** Nine of ten things that identify the data have to be named, and nobody else's. */
const NAMED_SHARE = 0.9;

function namesData({ ads, accounts, urls, data }: Letter, subject: LetterSubject): boolean {
  const named = [...ads, ...accounts, ...urls];
  const known = [...subject.ads, ...subject.accounts, ...subject.urls];
  const right = known.filter((name) => named.includes(name)).length;
  return (
    data.length > 0 && known.length > 0 && right >= NAMED_SHARE * known.length && named.every((n) => known.includes(n))
  );
}

const hasSpan = ({ from, until }: Letter) => isInstant(from) && isInstant(until) && from < until;
const namesAddresses = ({ urls }: Letter, subject: LetterSubject) =>
  urls.length > 0 && subject.urls.every((url) => urls.includes(url)) && urls.every((url) => subject.urls.includes(url));

const AUTHORITY = (sources: readonly Citation[]): LetterPart => ({
  part: 'authority',
  holds: ({ authority, contact }) => isSaid(authority) && isSaid(contact),
  sources,
});
const OFFENCE = (sources: readonly Citation[]): LetterPart => ({
  part: 'offence',
  holds: ({ offence, facts }, { offences }) => isOneOf(offence, offences) && isSaid(facts),
  sources,
});
const DATA = (sources: readonly Citation[]): LetterPart => ({
  part: 'data',
  holds: (letter, subject) => namesData(letter, subject) && hasSpan(letter),
  sources,
});
const said = (part: string, field: keyof Letter, sources: readonly Citation[]): LetterPart => ({
  part,
  holds: (letter) => isSaid(String(letter[field])),
  sources,
});

/**
 * What each kind of letter has to say, part by part. A request to keep data has nine parts, of which eight are enough for
 * full marks; every other letter needs all of its parts.
 */
export const LETTER_PARTS: Readonly<Record<LetterKind, readonly LetterPart[]>> = {
  preservation: [
    AUTHORITY([BUDAPEST]),
    OFFENCE([BUDAPEST]),
    DATA([BUDAPEST]),
    {
      part: 'custodian',
      holds: ({ to, custodian }, { custodians }) => isSaid(custodian) && isOneOf(to, custodians),
      sources: [BUDAPEST],
    },
    said('urgency', 'urgency', [BUDAPEST]),
    said('intent', 'intent', [BUDAPEST]),
    { part: 'period', holds: ({ days }) => days > 0, sources: [PERIOD_TREATY, PERIOD_EU] },
    said('confidentiality', 'confidentiality', [SECRECY]),
    {
      part: 'keep-online',
      holds: ({ keepsOnline, acknowledgement }) => keepsOnline && acknowledgement,
      sources: [VANISHED],
    },
  ],
  notice: [
    said('reasons', 'reasons', [NOTICE]),
    { part: 'address', holds: namesAddresses, sources: [NOTICE] },
    AUTHORITY([NOTICE]),
    { part: 'good-faith', holds: ({ goodFaith }) => goodFaith, sources: [NOTICE] },
  ],
  order: [
    AUTHORITY([ORDER]),
    said('legal-basis', 'legalBasis', [ORDER]),
    OFFENCE([ORDER]),
    DATA([ORDER]),
    said('redress', 'redress', [ORDER]),
  ],
  assistance: [
    AUTHORITY([ASSISTANCE]),
    OFFENCE([ASSISTANCE]),
    said('legal-basis', 'legalBasis', [ASSISTANCE]),
    said('necessity', 'necessity', [ASSISTANCE]),
    said('link', 'link', [ASSISTANCE]),
    DATA([ASSISTANCE]),
    said('formalities', 'formalities', [ASSISTANCE]),
    said('urgency', 'urgency', [ASSISTANCE]),
    said('confidentiality', 'confidentiality', [ASSISTANCE]),
    {
      part: 'language',
      holds: ({ language }, subject) => isSaid(language) && (subject.language ?? language) === language,
      sources: [ASSISTANCE],
    },
    said('speciality', 'speciality', [ASSISTANCE]),
  ],
};

/** So many parts make a letter complete. */
export const PARTS_NEEDED: Readonly<Record<LetterKind, number>> = {
  preservation: 8,
  notice: LETTER_PARTS.notice.length,
  order: LETTER_PARTS.order.length,
  assistance: LETTER_PARTS.assistance.length,
};

/** The parts that a letter says as it should, in the order of its kind. */
export function partsSaid(letter: Letter, subject: LetterSubject): string[] {
  return LETTER_PARTS[letter.kind].filter(({ holds }) => holds(letter, subject)).map(({ part }) => part);
}

/**
 * True where what the letter names leads to the case: something of it, and no more of what does not belong to it. A letter
 * that leads nowhere, or everywhere, is one on which nobody can act, whatever else it says.
 */
export function leadsToSubject({ ads, accounts, urls }: Letter, subject: LetterSubject): boolean {
  const known = [...subject.ads, ...subject.accounts, ...subject.urls];
  const named = [...new Set([...ads, ...accounts, ...urls])];
  const right = named.filter((name) => known.includes(name)).length;
  return right > 0 && 2 * right >= named.length;
}

/** True where the letter says enough of what its kind has to say. */
export function isComplete(letter: Letter, subject: LetterSubject): boolean {
  return partsSaid(letter, subject).length >= PARTS_NEEDED[letter.kind];
}
