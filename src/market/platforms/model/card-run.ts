import { addMinutes, type Instant, toEpoch } from '#kernel/model/instant.ts';
import { type Rng, stream } from '#kernel/model/rng.ts';
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

/** Simulated buyers write at most once in this many hours online. */
const HOURS_PER_REPLY = 4;

/** One copy of a card on one site: its events are recorded at the run's own clock, which only moves forward. */
export interface CardRun {
  readonly card: TestCard;
  readonly copy: number;
  readonly platform: PlatformFaults;
  /** Hours that a team waits for an answer. */
  readonly patience: number;
  /** Hours that a published card is left online. */
  readonly observed: number;
  readonly log: readonly ModerationEvent[];
  readonly deeds: readonly Deed[];
  /** Id of the latest event. */
  readonly last: string;
  pass(hours: number): void;
  /** Records an event and returns its id. Replies are counted whenever an online card goes offline. */
  record(type: ModerationEventType, details?: EventDetails): string;
  judge(deed: Omit<Deed, 'copy'>): void;
  /** True with a probability of `percent` in a hundred. */
  happens(percent: number): boolean;
  /** A random duration between 0.5 and 1.5 times `hours`, to the minute. */
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
 * Creates a run before its first event. It has its own random stream, so that a fault on one card does not affect
 * another. The durations add up so that every copy is offline before the last week ends.
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
