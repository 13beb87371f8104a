import { addMinutes, type Instant, toEpoch } from '#core/kernel/instant.ts';
import { type Rng, stream } from '#core/kernel/rng.ts';
import {
  type Deed,
  EVENT_TYPES,
  type EventDetails,
  type ModerationEvent,
  type ModerationEventType,
} from './moderation-event.ts';
import { happens as drawHappens, type ModeratedSite, type PlatformFaults } from './platform.ts';
import type { TestCard } from './test-cards.ts';

const HOURS_PER_WEEK = 168;

/** Where the simulated buyers are counted: at most one for so many hours online. */
const HOURS_PER_REPLY = 4;

/** One copy of a card on one site: what happens to it is recorded at the run's own clock, which only moves forward. */
export interface CardRun {
  readonly card: TestCard;
  readonly copy: number;
  readonly platform: PlatformFaults;
  /** How long a team waits for an answer, in hours. */
  readonly patience: number;
  /** How long a card that went up is left online, in hours. */
  readonly observed: number;
  readonly log: readonly ModerationEvent[];
  readonly deeds: readonly Deed[];
  /** Id of the newest event. */
  readonly last: string;
  pass(hours: number): void;
  /** Writes an event and gives its id. Replies are counted whenever a card that was online goes off. */
  record(type: ModerationEventType, details?: EventDetails): string;
  judge(deed: Omit<Deed, 'copy'>): void;
  /** True in so many of a hundred draws. */
  happens(percent: number): boolean;
  /** A time around `hours`: from half to one and a half of it, to the minute. */
  around(hours: number): number;
  isOnline(): boolean;
}

export interface CardRunOrder {
  readonly site: ModeratedSite;
  readonly platform: PlatformFaults;
  readonly card: TestCard;
  readonly copy: number;
  readonly seed: string;
  readonly from: Instant;
  readonly weeks: number;
}

/**
 * A copy before its first event. Its draws are its own, so that a fault on one card moves nothing on another. The shares of
 * the time add up so that every copy is off again before the last week ends.
 */
export function createCardRun(order: CardRunOrder): CardRun {
  const { site, platform, card, copy, seed, from, weeks } = order;
  const total = weeks * HOURS_PER_WEEK;
  const rng: Rng = stream(seed, `moderation card ${site.id} ${card.id} ${copy}`);
  const log: ModerationEvent[] = [];
  const deeds: Deed[] = [];
  let clock = addMinutes(from, rng.int(Math.floor((total * 60 * 5) / 12)));
  let onlineSince: Instant | undefined;

  function record(type: ModerationEventType, details: EventDetails = {}): string {
    const id = `${site.id}-${card.id}-${copy}-${log.length + 1}`;
    const replies = isOff(type) && onlineSince ? { replies: countReplies(onlineSince) } : {};
    log.push({
      id,
      at: clock,
      site: site.id,
      card: card.id,
      copy,
      by: EVENT_TYPES[type],
      type,
      ...details,
      ...replies,
    });
    if (type === 'card.published' || type === 'card.restored') onlineSince = clock;
    if (isOff(type)) onlineSince = undefined;
    return id;
  }

  function countReplies(since: Instant): number {
    const hours = (toEpoch(clock) - toEpoch(since)) / 3600;
    return rng.int(Math.floor(hours / HOURS_PER_REPLY) + 1);
  }

  return {
    card,
    copy,
    platform,
    patience: total / 3,
    observed: total / 6,
    log,
    deeds,
    get last() {
      return log.at(-1)?.id ?? '';
    },
    pass: (hours) => {
      clock = addMinutes(clock, Math.round(hours * 60));
    },
    record,
    judge: (deed) => {
      const { hours } = deed;
      deeds.push({ copy, ...deed, ...(hours === undefined ? {} : { hours: Math.round(hours * 10) / 10 }) });
    },
    happens: (percent) => drawHappens(rng, percent),
    around: (hours) => Math.round((hours * 60 * (50 + rng.int(101))) / 100) / 60,
    isOnline: () => onlineSince !== undefined,
  };
}

const isOff = (type: ModerationEventType) => type === 'card.removed' || type === 'card.withdrawn';
