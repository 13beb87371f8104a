import type { CourtQuestion } from './court-questions.ts';
import type { Drill } from './draw-drill.ts';
import { looksLike, type Oddity } from './oddities.ts';
import type { PlacedFault } from './plant-faults.ts';
import type { ErrorCode } from './typical-errors.ts';

/** The place of a claimed fault that shows in the custody log; any other place is an item id. */
export const IN_THE_LOG = 'log';

/** A fault that a trainee claims, with the claimed place. */
export interface ClaimedFault {
  readonly code: ErrorCode;
  readonly at: string;
}

/** The answer to a drill. An empty list of faults says that the locker has none. */
export interface DrillAnswer {
  readonly faults: readonly ClaimedFault[];
  /** The questions of the lesson that this locker leaves open; it answers the others. */
  readonly open: readonly CourtQuestion[];
}

/** A claimed fault that was not planted. */
export interface FalseAlarm extends ClaimedFault {
  /** The oddity that was mistaken for it. */
  readonly oddity?: Oddity;
}

/** A planted fault that a trainee has claimed; `said` is the claimed place. */
export type NamedFault = PlacedFault & { readonly said: string };

/** A trainee's claims compared with the planted faults. */
export interface JudgedDrill {
  /** Claimed at a right place (see `placesOf`). */
  readonly found: readonly NamedFault[];
  /** Claimed at a wrong place. */
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

/** Accepted places of a fault: where a reader sees it, and the item that its log entry concerns. */
export function placesOf({ code, item, items, entries }: PlacedFault): string[] {
  const named = ABOUT_AN_ITEM.includes(code) ? [item] : [];
  return [...new Set([...items, ...(entries.length > 0 ? [IN_THE_LOG] : []), ...named])];
}

/** Faults in the log whose entry names one item. */
const ABOUT_AN_ITEM: readonly ErrorCode[] = ['E9', 'E11', 'E18'];

const showsAt = ({ items, entries }: Oddity, at: string) =>
  at === IN_THE_LOG ? entries.length > 0 : items.includes(at);
