import { type Instant, toEpoch } from '#kernel/model/instant.ts';
import { required } from '#kernel/model/invariant.ts';
import type { ModerationEvent, ModerationEventType } from './moderation-event.ts';
import { TEST_CARDS, type TestCard, type TestCardId } from './test-cards.ts';

/** One copy of a card on one site, as the log shows it. */
export interface ObservedCase {
  readonly card: TestCard;
  /** In chronological order. */
  readonly events: readonly ModerationEvent[];
}

/** A call on the platform to act, and the hours until it did; left out if it never did. */
export interface Call {
  readonly hoursToAction?: number;
  readonly hoursToRemoval?: number;
}

/** "6 of 8": a rate is never shown without its counts. */
export type Count = readonly [part: number, all: number];

/** Hours online from which a reposted card counts as a leak. */
const LEAK_HOURS = 1;

const CARDS: ReadonlyMap<TestCardId, TestCard> = new Map(TEST_CARDS.map((card) => [card.id, card]));

/** Splits the log by site, card and copy. */
export function observedCases(log: readonly ModerationEvent[]): ObservedCase[] {
  const cases = new Map<string, { card: TestCard; events: ModerationEvent[] }>();
  for (const event of log) {
    const { site, card, copy } = event;
    const name = `${site} ${card} ${copy}`;
    const seen = cases.get(name) ?? { card: required(CARDS.get(card), `test card ${card}`), events: [] };
    seen.events.push(event);
    cases.set(name, seen);
  }
  return [...cases.values()];
}

/** The first event of that type, after `since` if given. */
export function firstOf(
  { events }: Pick<ObservedCase, 'events'>,
  type: ModerationEventType,
  since?: Instant,
): ModerationEvent | undefined {
  return events.find((event) => event.type === type && (since === undefined || event.at >= since));
}

export const hasEvent = (seen: ObservedCase, type: ModerationEventType): boolean => firstOf(seen, type) !== undefined;

/** Number of cases that meet the condition, and number of all. */
export const count = (cases: readonly ObservedCase[], holds: (seen: ObservedCase) => boolean): Count => [
  cases.filter(holds).length,
  cases.length,
];

/** True if the platform stopped the card before it was visible. */
export const isBlockedAtPosting = ({ events }: ObservedCase): boolean =>
  events.find(({ type }) => type === 'card.blocked' || type === 'card.published')?.type === 'card.blocked';

/** True if the platform blocked the card at posting or removed it later. */
export const isTakenDown = (seen: ObservedCase): boolean => isBlockedAtPosting(seen) || hasEvent(seen, 'card.removed');

/** The event with which a removed card is reposted or edited. */
export const comeback = ({ events }: ObservedCase): ModerationEvent | undefined =>
  events.find(({ type }) => type === 'card.reposted' || type === 'card.edited');

/** Hours between two instants. */
export const hoursBetween = (from: Instant, to: Instant): number => (toEpoch(to) - toEpoch(from)) / 3600;

/** The hours for which a reposted card was online again; 0 if it was stopped, undefined if it was never reposted. */
function hoursReposted(seen: ObservedCase): number | undefined {
  const back = comeback(seen);
  if (!back) return undefined;
  const up = firstOf(seen, 'card.published', back.at);
  if (!up) return 0;
  const off = firstOf(seen, 'card.removed', up.at) ?? firstOf(seen, 'card.withdrawn', up.at);
  return hoursBetween(up.at, required(off, `end of ${up.id}`).at);
}

/** True if a reposted card was online again long enough to be seen. */
export const isLeak = (seen: ObservedCase): boolean => (hoursReposted(seen) ?? 0) >= LEAK_HOURS;

/**
 * All calls on the platform to act in a case: a report, and a publication that the fields of the card or an earlier
 * removal forbade. If a forbidden publication was reported as well, only the publication counts.
 */
export function callsOf(seen: ObservedCase): Call[] {
  const backAt = comeback(seen)?.at;
  const forbidden = seen.events.filter(
    ({ type, at }) => type === 'card.published' && (seen.card.plainAtPosting || (backAt !== undefined && at >= backAt)),
  );
  const report = firstOf(seen, 'report.sent');
  const starts = [...forbidden, ...(report && !(seen.card.plainAtPosting && forbidden.length > 0) ? [report] : [])];
  return starts.map(({ at }) => {
    const acted = seen.events.find((event) => event.at >= at && ACTS.has(event.type));
    const removed = firstOf(seen, 'card.removed', at);
    return {
      ...(acted ? { hoursToAction: hoursBetween(at, acted.at) } : {}),
      ...(removed ? { hoursToRemoval: hoursBetween(at, removed.at) } : {}),
    };
  });
}

const ACTS: ReadonlySet<ModerationEventType> = new Set(['card.removed', 'report.answered']);
