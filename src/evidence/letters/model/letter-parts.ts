import type { Citation } from '#kernel/model/citation.ts';
import type { Letter, LetterKind } from './letter.ts';
import { gapsOf, type LetterPartName } from './letter-gaps.ts';
import type { LetterSubject } from './letter-subject.ts';
import {
  ASSISTANCE,
  BETWEEN_STATES,
  KEEP,
  NAMES_MODEL,
  NOTICE,
  OFFICE,
  ORDER,
  ORDER_POWER,
  PERIOD_EU,
  PERIOD_TREATY,
  PROPORTION,
  SECRECY,
  TRAFFIC_JUDGE,
  VANISHED,
} from './sources.ts';
import type { LetterGap } from './text-gaps.ts';

/** One required part of a letter, with its sources. */
export interface LetterPart {
  readonly part: LetterPartName;
  readonly sources: readonly Citation[];
}

const part = (name: LetterPartName, ...sources: readonly Citation[]): LetterPart => ({ part: name, sources });

/**
 * Required parts of each kind of letter. A preservation request has nine parts, of which eight are enough for full
 * marks; every other letter needs all of its parts.
 */
export const LETTER_PARTS: Readonly<Record<LetterKind, readonly LetterPart[]>> = {
  preservation: [
    part('authority', KEEP, OFFICE),
    part('offence', KEEP),
    part('data', KEEP, NAMES_MODEL),
    part('custodian', NAMES_MODEL),
    part('urgency', NAMES_MODEL),
    part('intent', NAMES_MODEL),
    part('period', PERIOD_TREATY, PERIOD_EU),
    part('confidentiality', SECRECY),
    part('keep-online', VANISHED),
  ],
  notice: [part('reasons', NOTICE), part('address', NOTICE), part('authority', NOTICE), part('good-faith', NOTICE)],
  order: [
    part('authority', OFFICE, TRAFFIC_JUDGE),
    part('legal-basis', ORDER, ORDER_POWER),
    part('offence', ORDER),
    part('data', ORDER),
    part('necessity', ORDER, PROPORTION),
    part('redress', ORDER),
  ],
  assistance: [
    part('authority', ASSISTANCE, OFFICE),
    part('offence', ASSISTANCE),
    part('legal-basis', ASSISTANCE),
    part('necessity', ASSISTANCE, PROPORTION),
    part('link', ASSISTANCE),
    part('data', BETWEEN_STATES, ASSISTANCE),
    part('formalities', ASSISTANCE),
    part('urgency', BETWEEN_STATES, ASSISTANCE),
    part('confidentiality', ASSISTANCE),
    part('language', ASSISTANCE),
    part('speciality', ASSISTANCE),
  ],
};

/** Number of parts that make a letter complete. */
export const PARTS_NEEDED: Readonly<Record<LetterKind, number>> = {
  preservation: 8,
  notice: LETTER_PARTS.notice.length,
  order: LETTER_PARTS.order.length,
  assistance: LETTER_PARTS.assistance.length,
};

/** The parts of a letter that have no gap, in the order of its kind. */
export function partsSaid(letter: Letter, subject: LetterSubject): string[] {
  return LETTER_PARTS[letter.kind]
    .map((entry) => entry.part)
    .filter((name) => gapsOf(name, letter, subject).length === 0);
}

/** All gaps of a letter, in the order of its parts. */
export function letterGaps(letter: Letter, subject: LetterSubject): LetterGap[] {
  return LETTER_PARTS[letter.kind].flatMap((entry) =>
    gapsOf(entry.part, letter, subject).map((found) => ({ part: entry.part, ...found })),
  );
}

/**
 * True if at least one name in the letter, and at least half of its names, belong to the case. The receiver cannot act
 * on a letter without such names, or with mostly foreign ones, whatever else it says.
 */
export function leadsToSubject({ ads, accounts, urls }: Letter, subject: LetterSubject): boolean {
  const known = [...subject.ads, ...subject.accounts, ...subject.urls];
  const named = [...new Set([...ads, ...accounts, ...urls])];
  const right = named.filter((name) => known.includes(name)).length;
  return right > 0 && 2 * right >= named.length;
}

/** True if the letter has enough of the parts of its kind. */
export function isComplete(letter: Letter, subject: LetterSubject): boolean {
  return partsSaid(letter, subject).length >= PARTS_NEEDED[letter.kind];
}
