import { labelsAPerson } from '#evidence/drill/model/labels-a-person.ts';
import type { ErrorCode } from '#evidence/drill/model/typical-errors.ts';
import { type FoundWay, pointsAwayLeftOut, waysOf } from './error-ways.ts';
import { adsWithPictureOnly, deletedPointsAway, withoutRedaction } from './nevers.ts';
import { orderFaults } from './order-of-acts.ts';
import type { CapturedItem } from './play.ts';
import type { WorkbenchFacts } from './workbench-facts.ts';

/** A typical error that the log shows. */
export interface FoundError {
  readonly code: ErrorCode;
  /**
   * Where it shows: `EV-001`, `ad 0301`, `0301 s2` for a place on a page, `entry 7` of the custody log. Empty if it
   * concerns the whole workbench, or if its ways have the places.
   */
  readonly places: readonly string[];
  /** The ways in which it occurred; left out for an error that has only one way. */
  readonly ways?: readonly FoundWay[];
}

/** The typical errors that the log of a workbench shows, in the order of their codes. */
export function errorsIn(facts: WorkbenchFacts): FoundError[] {
  return (Object.keys(SIGNS) as ErrorCode[]).flatMap((code) => {
    const shown = SIGNS[code](facts);
    const places = typeof shown === 'boolean' ? [] : [...new Set(shown)];
    const ways = waysOf(code, facts);
    return shown === true || places.length > 0 ? [{ code, places, ...(ways.length > 0 && { ways }) }] : [];
  });
}

const recorded = ({ response }: WorkbenchFacts) => response.items.filter(({ record }) => record !== undefined);
const itemsOf = (found: readonly { readonly item: string }[]) => found.map(({ item }) => item);
const adsOf = (found: readonly string[]) => found.map((ad) => `ad ${ad}`);

/** Detects an error by its ways; they carry the places. */
const inSomeWay = (code: ErrorCode) => (facts: WorkbenchFacts) => waysOf(code, facts).length > 0;

/** Detector of each error: the places where it shows, or only whether it occurred. */
const SIGNS: Readonly<Record<ErrorCode, (facts: WorkbenchFacts) => readonly string[] | boolean>> = {
  E1: (facts) => itemsOf(recorded(facts).filter(({ record }) => isWithoutZone(record?.time ?? ''))),
  E2: (facts) => adsOf(adsWithPictureOnly(facts)),
  E3: inSomeWay('E3'),
  E4: ({ unfit }) => itemsOf(unfit),
  E5: inSomeWay('E5'),
  E6: (facts) => facts.alarms.length > 0 && orderFaults(facts).length > 0,
  E7: ({ best, key }) =>
    best.some((item) => item?.status === 200) && adsOf(key.targets.filter((_, n) => best[n] === undefined)),
  E8: ({ acts }) => itemsOf(acts('note.written').filter(({ on }) => on === 'original')),
  E9: inSomeWay('E9'),
  E10: ({ acts }) => itemsOf(acts('item.renamed').filter(({ logged }) => !logged)),
  E11: ({ response }) =>
    response.custody.filter(({ reason }) => labelsAPerson(reason)).map(({ seq }) => `entry ${seq}`),
  E12: (facts) => itemsOf(withoutRedaction(facts)),
  E13: (facts) => itemsOf(signedInPrivately(facts)),
  E14: inSomeWay('E14'),
  E15: inSomeWay('E15'),
  E16: inSomeWay('E16'),
  E17: inSomeWay('E17'),
  E18: (facts) => [...pointsAwayLeftOut(facts), ...deletedPointsAway(facts)],
};

/** True for a time of day without a time zone. */
function isWithoutZone(time: string): boolean {
  return /\d{1,2}:\d{2}/.test(time) && !/(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*$/i.test(time);
}

function signedInPrivately({ response, acts }: WorkbenchFacts): CapturedItem[] {
  const sessions = acts('session.opened');
  return response.items.filter(({ seq }) => sessions.findLast((session) => session.seq < seq)?.account === 'personal');
}
