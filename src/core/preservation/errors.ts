import { labelsAPerson } from '#core/evidence/tamper/labels-a-person.ts';
import type { ErrorCode } from '#core/evidence/tamper/typical-errors.ts';
import type { BenchFacts } from './bench-facts.ts';
import { callsCopyFirst, isOfOtherSite, isSearch, lostQuery, pointsAwayLeftOut, waysOf } from './error-ways.ts';
import { isEditedUnasked, isNewVersionLost } from './missed-edits.ts';
import { deletedPointsAway, isSealedBefore, onlyLookedAt, withoutRedaction } from './nevers.ts';
import { orderFaults } from './order-of-acts.ts';
import type { CapturedItem } from './play.ts';
import { isTimeOf } from './record-time.ts';
import { workstationOffset } from './workstation-clock.ts';

/** A typical error that the log shows. */
export interface FoundError {
  readonly code: ErrorCode;
  /** Where it shows: `EV-001`, `ad 0301`, `0301 s2` for a place on a page, `entry 7` of the custody log; empty where it is about the whole. */
  readonly places: readonly string[];
  /** In which of its ways it came about; left out where it has one way only. */
  readonly ways?: readonly string[];
}

/** The typical errors of a record that its log shows, in the order of their codes. */
export function errorsIn(facts: BenchFacts): FoundError[] {
  return (Object.keys(SIGNS) as ErrorCode[]).flatMap((code) => {
    const shown = SIGNS[code](facts);
    const places = typeof shown === 'boolean' ? [] : [...new Set(shown)];
    const ways = waysOf(code, facts);
    return shown === true || places.length > 0 ? [{ code, places, ...(ways.length > 0 && { ways }) }] : [];
  });
}

const recorded = ({ response }: BenchFacts) => response.items.filter(({ record }) => record !== undefined);
const itemsOf = (found: readonly { readonly item: string }[]) => found.map(({ item }) => item);
const adsOf = (found: readonly string[]) => found.map((ad) => `ad ${ad}`);

/** Where an error shows, or only that it does. */
const SIGNS: Readonly<Record<ErrorCode, (facts: BenchFacts) => readonly string[] | boolean>> = {
  E1: (facts) => itemsOf(recorded(facts).filter(({ record }) => isWithoutZone(record?.time ?? ''))),
  E2: (facts) => adsOf(onlyLookedAt(facts)),
  E3: (facts) => itemsOf(recorded(facts).filter((item) => isSearch(item, facts) || lostQuery(item, facts))),
  E4: ({ unfit }) => itemsOf(unfit),
  E5: (facts) => waysOf('E5', facts).length > 0,
  E6: (facts) => facts.alarms.length > 0 && orderFaults(facts).length > 0,
  E7: ({ best, key }) =>
    best.some((item) => item?.status === 200) && adsOf(key.targets.filter((_, n) => best[n] === undefined)),
  E8: ({ acts }) => itemsOf(acts('note.written').filter(({ on }) => on === 'original')),
  E9: (facts) =>
    itemsOf([
      ...facts
        .acts('copy.opened')
        .filter(({ copy, item, seq }) => copy === 'original' || !isSealedBefore(facts, item, seq)),
      ...facts.acts('bystander.redacted').filter(({ item, seq }) => !isSealedBefore(facts, item, seq)),
    ]),
  E10: ({ acts }) => itemsOf(acts('item.renamed').filter(({ logged }) => !logged)),
  E11: ({ response }) =>
    response.custody.filter(({ reason }) => labelsAPerson(reason)).map(({ seq }) => `entry ${seq}`),
  E12: (facts) => itemsOf(withoutRedaction(facts)),
  E13: (facts) => itemsOf(signedInPrivately(facts)),
  E14: (facts) => itemsOf(recorded(facts).filter((item) => isOfOtherSite(item, facts) || callsCopyFirst(item, facts))),
  E15: ignoredClock,
  E16: (facts) => waysOf('E16', facts).length > 0,
  E17: (facts) => adsOf(facts.key.targets.filter((ad) => isEditedUnasked(ad, facts) || isNewVersionLost(ad, facts))),
  E18: (facts) => [...pointsAwayLeftOut(facts), ...deletedPointsAway(facts)],
};

/** A date with a time of day, and no word for its zone. */
function isWithoutZone(time: string): boolean {
  return /\d{1,2}:\d{2}/.test(time) && !/(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*$/i.test(time);
}

function signedInPrivately({ response, acts }: BenchFacts): CapturedItem[] {
  const sessions = acts('session.opened');
  return response.items.filter(({ seq }) => sessions.findLast((session) => session.seq < seq)?.account === 'personal');
}

/** No check before a capture, a wrong offset, or the time of the workstation copied as it stands. */
function ignoredClock({ response, context }: BenchFacts): readonly string[] | boolean {
  const offset = workstationOffset(context.brief);
  const isWrong = response.clockChecked && response.clockOffset !== offset;
  const untimed = response.items.filter((item) => !item.clockCheckBefore || (offset !== 0 && isTimeOf(item, offset)));
  return isWrong || itemsOf(untimed);
}
