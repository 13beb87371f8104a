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

/** Changes a copy of the draft, and gives it back. */
export function setCopy(draft: NextState, id: string, change: Partial<TestCopy>): TestCopy {
  const changed = { ...copyOf(draft, id), ...change };
  draft.copies = draft.copies.map((copy) => (copy.id === id ? changed : copy));
  return changed;
}

const OWN_TYPES: Readonly<Record<OwnEventType, TestEvent['by']>> = {
  'site.down': 'platform',
  'label.asked': 'platform',
  'receipt.sent': 'platform',
  'record.reminded': 'team',
  'mirror.copied': 'platform',
};

/** Writes an event of a copy at the hour of the draft. */
export function record(
  draft: NextState,
  id: string,
  type: ModerationEventType | OwnEventType,
  details: Partial<Omit<TestEvent, 'id' | 'hour' | 'at' | 'site' | 'card' | 'copy' | 'by' | 'type'>> = {},
): void {
  const copy = copyOf(draft, id);
  const { site, card } = copy;
  const isWatched = details.seen === 'watched';
  const events = copy.events + Number(!isWatched);
  const watchedEvents = copy.watchedEvents + Number(isWatched);
  const number = isWatched ? WATCHED_FROM + watchedEvents : events;
  const by = Object.hasOwn(EVENT_TYPES, type)
    ? EVENT_TYPES[type as ModerationEventType]
    : OWN_TYPES[type as OwnEventType];
  const { hour } = draft;
  const at = instantAt(draft.brief.from, hour);
  draft.events = [
    ...draft.events,
    { id: `${id}-${number}`, hour, at, site, card, copy: copy.copy, by, type, seen: 'always', ...details },
  ];
  setCopy(draft, id, { events, watchedEvents });
}

/** The copy is online from now on. */
export const putOnline = (draft: NextState, id: string) =>
  setCopy(draft, id, { status: 'online', onlineSince: draft.hour });

/** Replies that are counted when an online copy goes offline. */
export function repliesTo(draft: NextState, copy: TestCopy): number {
  const hours = draft.hour - (copy.onlineSince ?? draft.hour);
  return drawsOf(draft, `${copy.id} replies ${copy.events}`).int(Math.floor(hours / HOURS_PER_REPLY) + 1);
}

/**
 * Each use has its own random stream, so that acts elsewhere do not change its draws. The name of the stream decides what
 * is drawn, and stays.
 */
export const drawsOf = ({ brief }: Pick<NextState, 'brief'>, use: string) => stream(brief.seed, `checkathon ${use}`);

/** True with a probability of `percent` in a hundred, which may be a fraction. */
export const happens = (draft: NextState, use: string, percent: number): boolean =>
  drawsOf(draft, use).int(10_000) < percent * 100;

/** A random duration between 0.5 and 1.5 times `hours`, to the minute. */
export const around = (draft: NextState, use: string, hours: number): number =>
  toMinute((hours * (50 + drawsOf(draft, use).int(101))) / 100);

/** True if the moderators of the platform know the account as one of a test. */
export function isKnown(
  draft: Pick<NextState, 'known' | 'hour'>,
  { hidden }: TestedPlatform,
  account: number,
): boolean {
  const known = draft.known[hidden.moderators];
  return known !== undefined && draft.hour < known.until && known.accounts.includes(account);
}

/** True if this trial of a copy shows the fault of the claim. `use` distinguishes trials of one copy. */
export function lapses(draft: NextState, copy: TestCopy, claim: ClaimId, use = ''): boolean {
  const platform = platformOf(draft.brief, copy.site);
  const { chances, noticeEffect } = platform.hidden;
  const share = isKnown(draft, platform, copy.account) ? noticeEffect.lapses / 100 : 1;
  return happens(draft, `${copy.id} ${claim} ${use}`, chances[claim] * share);
}

/** Adds a planned step of a platform. */
export function plan(draft: NextState, step: PlannedStep): void {
  draft.open = [...draft.open, { ...step, hour: toMinute(step.hour) }];
}
