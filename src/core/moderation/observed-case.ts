import { type Instant, toEpoch } from '#core/kernel/instant.ts';
import { required } from '#core/kernel/invariant.ts';
import type { ModerationEvent, ModerationEventType } from './moderation-event.ts';
import { TEST_CARDS, type TestCard, type TestCardId } from './test-cards.ts';

/** One copy of a card on one site, as the log shows it. */
export interface ObservedCase {
  readonly card: TestCard;
  /** In order of time. */
  readonly events: readonly ModerationEvent[];
}

/** Something that asked the platform to act, and after how many hours it did: left out where it never did. */
export interface Call {
  readonly hoursToAction?: number;
  readonly hoursToRemoval?: number;
}

/** "6 of 8": a rate is never shown without what was counted. */
export type Count = readonly [part: number, all: number];

/** A card that comes again leaks where it is online for so many hours. */
const LEAK_HOURS = 1;

const CARDS: ReadonlyMap<TestCardId, TestCard> = new Map(TEST_CARDS.map((card) => [card.id, card]));

/** The log taken apart by site, card and copy. */
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

/** The first event of that type, after `since` where that is given. */
export function firstOf(
  { events }: Pick<ObservedCase, 'events'>,
  type: ModerationEventType,
  since?: Instant,
): ModerationEvent | undefined {
  return events.find((event) => event.type === type && (since === undefined || event.at >= since));
}

export const hasEvent = (seen: ObservedCase, type: ModerationEventType): boolean => firstOf(seen, type) !== undefined;

/** In how many of the cases it holds. */
export const count = (cases: readonly ObservedCase[], holds: (seen: ObservedCase) => boolean): Count => [
  cases.filter(holds).length,
  cases.length,
];

/** Whether the platform stopped the card before anybody could see it. */
export const isBlockedAtPosting = ({ events }: ObservedCase): boolean =>
  events.find(({ type }) => type === 'card.blocked' || type === 'card.published')?.type === 'card.blocked';

/** Whether the platform blocked the card at posting or took it down later. */
export const isTakenDown = (seen: ObservedCase): boolean => isBlockedAtPosting(seen) || hasEvent(seen, 'card.removed');

/** The event with which a card that was taken down comes again. */
export const comeback = ({ events }: ObservedCase): ModerationEvent | undefined =>
  events.find(({ type }) => type === 'card.reposted' || type === 'card.edited');

/** Hours between two moments. */
export const hoursBetween = (from: Instant, to: Instant): number => (toEpoch(to) - toEpoch(from)) / 3600;

/** The hours for which the card was online again after it had come back; 0 where it was stopped, undefined where it never came. */
function hoursBack(seen: ObservedCase): number | undefined {
  const back = comeback(seen);
  if (!back) return undefined;
  const up = firstOf(seen, 'card.published', back.at);
  if (!up) return 0;
  const off = firstOf(seen, 'card.removed', up.at) ?? firstOf(seen, 'card.withdrawn', up.at);
  return hoursBetween(up.at, required(off, `end of ${up.id}`).at);
}

/** Whether the card came back and was online again long enough to be seen. */
export const isLeak = (seen: ObservedCase): boolean => (hoursBack(seen) ?? 0) >= LEAK_HOURS;

/**
 * Everything in a case that asked the platform to act: a report, and a publication that the fields of the card or an earlier
 * removal forbade. Where a forbidden publication was reported as well, the publication is the call.
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
