import type { CourtQuestion } from './court-questions.ts';
import type { Drill } from './draw-drill.ts';
import { looksLike, type Oddity } from './oddities.ts';
import type { PlacedFault } from './plant-faults.ts';
import type { ErrorCode } from './typical-errors.ts';

/** Where a trainee may say that a mistake shows: in the page of an item, or in the custody log. */
export const IN_THE_LOG = 'log';

/** A mistake that a trainee finds, and where it shows. */
export interface ClaimedFault {
  readonly code: ErrorCode;
  readonly at: string;
}

/** The answer to a drill. No mistake is an answer too: an empty list. */
export interface DrillAnswer {
  readonly faults: readonly ClaimedFault[];
  /** The questions of the lesson that this locker leaves open; it answers the others. */
  readonly open: readonly CourtQuestion[];
}

/** A mistake that was named and is none, or is none at that place. */
export interface FalseAlarm extends ClaimedFault {
  /** The oddity that was taken for it. */
  readonly oddity?: Oddity;
}

/** A planted fault that a trainee has named, with the place that was said. */
export type NamedFault = PlacedFault & { readonly said: string };

/** What a trainee has said of the mistakes of a locker, against what was planted. */
export interface JudgedDrill {
  /** Named, and shown in the place that was said or in the item that its entry is about. */
  readonly found: readonly NamedFault[];
  /** Named, and shown in another place than the one that was said. */
  readonly elsewhere: readonly NamedFault[];
  readonly overlooked: readonly PlacedFault[];
  readonly falseAlarms: readonly FalseAlarm[];
}

/** Compares an answer with the faults and the oddities of a drill. */
export function judgeDrill({ faults, oddities }: Omit<Drill, 'locker'>, { faults: claims }: DrillAnswer): JudgedDrill {
  const claimOf = (code: ErrorCode) => claims.find((claim) => claim.code === code);
  const named = faults.flatMap((fault): NamedFault[] => {
    const claim = claimOf(fault.code);
    return claim ? [{ ...fault, said: claim.at }] : [];
  });
  const isFound = (fault: NamedFault) => placesOf(fault).includes(fault.said);
  return {
    found: named.filter(isFound),
    elsewhere: named.filter((fault) => !isFound(fault)),
    overlooked: faults.filter(({ code }) => !claimOf(code)),
    falseAlarms: claims
      .filter(({ code }) => faults.every((fault) => fault.code !== code))
      .map((claim) => {
        const oddity = oddities.find((entry) => looksLike(entry.id, claim.code) && showsAt(entry, claim.at));
        return { ...claim, ...(oddity && { oddity }) };
      }),
  };
}

/** Where a fault may rightly be said to show: where a reader sees it, and the item that the log entry is about. */
export function placesOf({ code, item, items, entries }: PlacedFault): string[] {
  const named = ABOUT_AN_ITEM.includes(code) ? [item] : [];
  return [...new Set([...items, ...(entries.length > 0 ? [IN_THE_LOG] : []), ...named])];
}

/** Faults of the log whose entry names one item. */
const ABOUT_AN_ITEM: readonly ErrorCode[] = ['E9', 'E11', 'E18'];

const showsAt = ({ items, entries }: Oddity, at: string) =>
  at === IN_THE_LOG ? entries.length > 0 : items.includes(at);
