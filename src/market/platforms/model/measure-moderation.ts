import type { ModerationEvent } from './moderation-event.ts';
import {
  type Count,
  callsOf,
  comeback,
  count,
  firstOf,
  hasEvent,
  hoursBetween,
  isBlockedAtPosting,
  isLeak,
  isTakenDown,
  type ObservedCase,
  observedCases,
} from './observed-case.ts';
import { type DelaySpread, spread } from './spread.ts';
import { REPORTERS, type Reporter, type TestCardId } from './test-cards.ts';
import { type JudgedPlatform, judgePlatform } from './verdict.ts';

/** Metrics of one platform in a test, side by side; the verdict follows the worst case, never a mean. */
export interface ModerationMetrics {
  /** Among the cards whose fields forbid publication. */
  readonly blockedBeforePublication: Count;
  /** Found without a report, among the same cards. */
  readonly foundByOwnMeans: Count;
  /** Hours from the report, or from the forbidden publication. */
  readonly hoursToAction: DelaySpread;
  readonly hoursToRemoval: DelaySpread;
  /** Removed cards that were online again from another account for at least an hour, among those that were reposted. */
  readonly repostLeak: Count;
  /** The same for flagged cards with an edited age. */
  readonly editLeak: Count;
  /** Reports that were answered, by reporter; a reporter without reports is left out. */
  readonly answered: Readonly<Partial<Record<Reporter, Count>>>;
  /** False if any reporter is never answered. */
  readonly answersAnyone: boolean;
  /** Report routes that the form does not accept, among those that were tried. */
  readonly closedRoutes: Count;
  readonly referral: {
    /** Reported to the authority, among the cards that have to be reported. */
    readonly forwarded: Count;
    readonly withData: Count;
    /** Blocked or removed but not reported to the authority, among those blocked or removed. */
    readonly removedWithoutReferral: Count;
  };
  readonly preservation: {
    readonly fields: Count;
    /** Requests after which the versions of the card were preserved. */
    readonly versions: Count;
    /** Minimum days for which the record is preserved; left out if nothing was preserved. */
    readonly days?: number;
    readonly hoursToAcknowledge: DelaySpread;
  };
  readonly removalRequest: {
    readonly removed: Count;
    /** Removed cards that stayed offline when they were reposted. */
    readonly permanent: Count;
  };
  /** Lawful cards that were blocked or removed, and the hours until they were restored. */
  readonly overBlocked: Count;
  readonly hoursToRestore: DelaySpread;
  readonly judged: JudgedPlatform;
}

/** Computes the metrics of one platform from the observations of a test team. */
export function measureModeration(log: readonly ModerationEvent[]): ModerationMetrics {
  const cases = observedCases(log);
  const of = (...cards: TestCardId[]) => cases.filter(({ card }) => cards.includes(card.id));
  const plain = cases.filter(({ card }) => card.plainAtPosting);
  const toRefer = cases.filter(({ card }) => card.refer);
  const takenDown = toRefer.filter(isTakenDown);
  const removalRequests = of('TC7');
  const removedOnRequest = removalRequests.filter((seen) => hasEvent(seen, 'card.removed'));
  const lawful = of('TC11', 'TC12');
  const answered = answeredBy(cases);
  const routes = of('TC14').filter((seen) => firstOf(seen, 'report.sent'));

  return {
    blockedBeforePublication: count(plain, isBlockedAtPosting),
    foundByOwnMeans: count(plain, isFoundByOwnMeans),
    hoursToAction: spread(cases.flatMap(callsOf).map((call) => call.hoursToAction)),
    hoursToRemoval: spread(
      cases
        .filter(({ card }) => !card.lawful)
        .flatMap(callsOf)
        .map((call) => call.hoursToRemoval),
    ),
    repostLeak: count(of('TC4').filter(comeback), isLeak),
    editLeak: count(of('TC3').filter(comeback), isLeak),
    answered,
    answersAnyone: Object.values(answered).every(([part]) => part > 0),
    closedRoutes: count(routes, (seen) => hasEvent(seen, 'report.refused')),
    referral: {
      forwarded: count(toRefer, (seen) => hasEvent(seen, 'referral.received')),
      withData: count(toRefer, (seen) => firstOf(seen, 'referral.received')?.withData === true),
      removedWithoutReferral: count(takenDown, (seen) => !hasEvent(seen, 'referral.received')),
    },
    preservation: preservationOf(of('TC9')),
    removalRequest: {
      removed: count(removalRequests, (seen) => hasEvent(seen, 'card.removed')),
      permanent: count(removedOnRequest.filter(comeback), (seen) => !isLeak(seen)),
    },
    overBlocked: count(lawful, isTakenDown),
    hoursToRestore: spread(lawful.flatMap(waitForRestoring)),
    judged: judgePlatform(cases),
  };
}

function isFoundByOwnMeans(seen: ObservedCase): boolean {
  const report = firstOf(seen, 'report.sent');
  const removal = firstOf(seen, 'card.removed');
  return isBlockedAtPosting(seen) || (removal !== undefined && (report === undefined || removal.at < report.at));
}

function answeredBy(cases: readonly ObservedCase[]): Partial<Record<Reporter, Count>> {
  const reporterOf = (seen: ObservedCase) => firstOf(seen, 'report.sent')?.reporter;
  const counted = REPORTERS.map((reporter) => {
    const sent = cases.filter((seen) => reporterOf(seen) === reporter);
    return [reporter, count(sent, (seen) => hasEvent(seen, 'report.answered'))] as const;
  });
  return Object.fromEntries(counted.filter(([, [, sent]]) => sent > 0));
}

function preservationOf(observed: readonly ObservedCase[]): ModerationMetrics['preservation'] {
  const records = observed.map((seen) => firstOf(seen, 'record.kept'));
  const sum = (numbers: readonly number[]) => numbers.reduce((total, value) => total + value, 0);
  const days = records.flatMap((record) => record?.days ?? []);
  return {
    fields: [
      sum(records.map((record) => record?.fields?.length ?? 0)),
      sum(observed.map(({ card }) => card.fields.asked?.length ?? 0)),
    ],
    versions: [records.filter((record) => record?.fields?.includes('content-versions')).length, observed.length],
    ...(days.length > 0 ? { days: Math.min(...days) } : {}),
    hoursToAcknowledge: spread(observed.flatMap(callsOf).map((call) => call.hoursToAction)),
  };
}

/** Hours from the appeal for a lawful card to its restoration; undefined if it was never restored. */
function waitForRestoring(seen: ObservedCase): (number | undefined)[] {
  const appeal = firstOf(seen, 'appeal.sent');
  if (!appeal) return [];
  const restored = firstOf(seen, 'card.restored', appeal.at);
  return [restored && hoursBetween(appeal.at, restored.at)];
}
