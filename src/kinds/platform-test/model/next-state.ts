import { required } from '#kernel/model/invariant.ts';
import { stream } from '#kernel/model/rng.ts';
import type { ClaimId } from '#market/platforms/model/claims.ts';
import { EVENT_TYPES, type ModerationEventType } from '#market/platforms/model/moderation-event.ts';
import { TEST_CARDS, type TestCard, type TestCardId } from '#market/platforms/model/test-cards.ts';
import type { TestedPlatform } from '#market/platforms/model/tested-platform.ts';
import { instantAt, toMinute } from './clock.ts';
import type { OpenBrief } from './open-brief.ts';
import type { OwnEventType, PlannedStep, PlatformTestBrief, PlatformTestState, TestCopy, TestEvent } from './state.ts';

/** Hours online after which one more simulated buyer may have written: a counter and nothing else (rule C14). */
const HOURS_PER_REPLY = 4;

/** Events that only a watch shows are numbered from here on. */
const WATCHED_FROM = 900;

/** A mutable state while one action is applied. */
export type NextState = { -readonly [Field in keyof PlatformTestState]: PlatformTestState[Field] } & {
  readonly brief: PlatformTestBrief;
};

const CARDS: ReadonlyMap<TestCardId, TestCard> = new Map(TEST_CARDS.map((card) => [card.id, card]));

export const cardOf = (id: TestCardId): TestCard => required(CARDS.get(id), `test card ${id}`);

export const platformOf = (brief: PlatformTestBrief, site: string): TestedPlatform =>
  required(
    brief.platforms.find(({ id }) => id === site),
    `platform ${site}`,
  );

export const copyOf = (state: Pick<PlatformTestState, 'copies'>, id: string): TestCopy =>
  required(
    state.copies.find((copy) => copy.id === id),
    `copy ${id}`,
  );

/** True if a site is a mirror that copies the ads of this platform. */
export const isMirrorOf = ({ mirrors }: Pick<OpenBrief, 'mirrors'>, mirror: string, site: string): boolean =>
  mirrors.some(({ id, mirrorOf }) => id === mirror && mirrorOf === site);

/** Changes a copy of the next state, and gives it back. */
export function setCopy(next: NextState, id: string, change: Partial<TestCopy>): TestCopy {
  const changed = { ...copyOf(next, id), ...change };
  next.copies = next.copies.map((copy) => (copy.id === id ? changed : copy));
  return changed;
}

const OWN_TYPES: Readonly<Record<OwnEventType, TestEvent['by']>> = {
  'site.down': 'platform',
  'label.asked': 'platform',
  'receipt.sent': 'platform',
  'record.reminded': 'team',
  'mirror.copied': 'platform',
};

/** Writes an event of a copy at the hour of the next state. */
export function record(
  next: NextState,
  id: string,
  type: ModerationEventType | OwnEventType,
  details: Partial<Omit<TestEvent, 'id' | 'hour' | 'at' | 'site' | 'card' | 'copy' | 'by' | 'type'>> = {},
): void {
  const copy = copyOf(next, id);
  const { site, card } = copy;
  const isWatched = details.seen === 'watched';
  const events = copy.events + Number(!isWatched);
  const watchedEvents = copy.watchedEvents + Number(isWatched);
  const number = isWatched ? WATCHED_FROM + watchedEvents : events;
  const by = Object.hasOwn(EVENT_TYPES, type)
    ? EVENT_TYPES[type as ModerationEventType]
    : OWN_TYPES[type as OwnEventType];
  const { hour } = next;
  const at = instantAt(next.brief.from, hour);
  next.events = [
    ...next.events,
    { id: `${id}-${number}`, hour, at, site, card, copy: copy.copy, by, type, seen: 'always', ...details },
  ];
  setCopy(next, id, { events, watchedEvents });
}

/** The copy is online from now on. */
export const putOnline = (next: NextState, id: string) =>
  setCopy(next, id, { status: 'online', onlineSince: next.hour });

/** Replies that are counted when an online copy goes offline. */
export function repliesTo(next: NextState, copy: TestCopy): number {
  const hours = next.hour - (copy.onlineSince ?? next.hour);
  return drawsOf(next, `${copy.id} replies ${copy.events}`).int(Math.floor(hours / HOURS_PER_REPLY) + 1);
}

/**
 * Each use has its own random stream, so that acts elsewhere do not change its draws. The name of the stream decides what
 * is drawn, and stays.
 */
export const drawsOf = ({ brief }: Pick<NextState, 'brief'>, use: string) => stream(brief.seed, `checkathon ${use}`);

/** True with a probability of `percent` in a hundred, which may be a fraction. */
export const happens = (next: NextState, use: string, percent: number): boolean =>
  drawsOf(next, use).int(10_000) < percent * 100;

/** A random duration between 0.5 and 1.5 times `hours`, to the minute. */
export const around = (next: NextState, use: string, hours: number): number =>
  toMinute((hours * (50 + drawsOf(next, use).int(101))) / 100);

/** True if the moderators of the platform know the account as one of a test. */
export function isKnown(next: Pick<NextState, 'known' | 'hour'>, { hidden }: TestedPlatform, account: number): boolean {
  const known = next.known[hidden.moderators];
  return known !== undefined && next.hour < known.until && known.accounts.includes(account);
}

/** True if this trial of a copy shows the fault of the claim. `use` distinguishes trials of one copy. */
export function lapses(next: NextState, copy: TestCopy, claim: ClaimId, use = ''): boolean {
  const platform = platformOf(next.brief, copy.site);
  const { chances, noticeEffect } = platform.hidden;
  const share = isKnown(next, platform, copy.account) ? noticeEffect.lapses / 100 : 1;
  return happens(next, `${copy.id} ${claim} ${use}`, chances[claim] * share);
}

/** Adds a planned step of a platform. */
export function plan(next: NextState, step: PlannedStep): void {
  next.open = [...next.open, { ...step, hour: toMinute(step.hour) }];
}
