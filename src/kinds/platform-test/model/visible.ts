import { weekOf } from './clock.ts';
import type { CameInject, PlatformTestBrief, PlatformTestState, TestCopy, TestEvent } from './state.ts';

/** True if the team can see the event: its own acts, what comes to its inboxes, and what it watches. */
export function isSeen({ watched }: Pick<PlatformTestState, 'watched'>, event: TestEvent): boolean {
  const week = weekOf(event.hour);
  return event.seen === 'always' || watched.some((one) => one.site === event.site && one.week === week);
}

/** Everything that the team can see, without platforms, their plans and random draws. */
export interface TestView {
  readonly hour: number;
  readonly events: readonly Omit<TestEvent, 'seen'>[];
  /** What is known of each copy; a copy that was online may have been removed unseen. */
  readonly copies: readonly (Pick<
    TestCopy,
    'id' | 'site' | 'card' | 'copy' | 'account' | 'madeByProgram' | 'version' | 'placedAt'
  > & {
    /** `not-known`: the copy exists, and the role has seen nothing of it. */
    readonly last: 'blocked' | 'online' | 'removed' | 'withdrawn' | 'not-posted' | 'not-known';
  })[];
  readonly items: PlatformTestState['items'];
  readonly injects: readonly CameInject[];
  readonly replies: PlatformTestState['replies'];
  /** Copies that are online as far as the team knows, and whose question is over: they should be taken down. */
  readonly reminders: readonly string[];
  /** Copies that the mirror showed when somebody looked, by the hour of the look. */
  readonly mirrored: readonly { readonly hour: number; readonly site: string; readonly copies: readonly string[] }[];
  /** What spokesmen answered, by platform. */
  readonly interviews: Readonly<Record<string, Readonly<Record<string, 'evasive' | 'honest'>>>>;
}

/** The events that the team can see, and the hour: what trials are counted from. */
export const seenSoFar = (state: PlatformTestState): Pick<TestView, 'events' | 'hour'> => ({
  hour: state.hour,
  events: state.events.filter((event) => isSeen(state, event)),
});

/** What spokesmen have answered so far, by platform. */
export function interviewsIn({ platforms }: PlatformTestBrief, { reads }: PlatformTestState): TestView['interviews'] {
  const held = new Set(reads.filter(({ what }) => what === 'interview').map(({ site }) => site));
  return Object.fromEntries(platforms.filter(({ id }) => held.has(id)).map(({ id, hidden }) => [id, hidden.interview]));
}

/** What a team knows of a copy because it placed the copy itself. */
export const asPlaced = ({ id, site, card, copy, account, madeByProgram, version, placedAt }: TestCopy) => ({
  id,
  site,
  card,
  copy,
  account,
  ...(madeByProgram ? { madeByProgram } : {}),
  version,
  placedAt,
});

/** What the team can see, from the whole brief and state. */
export const teamView = (brief: PlatformTestBrief, state: PlatformTestState): TestView =>
  viewOf(state, interviewsIn(brief, state));

/** The team's view, from a whole state or from one without hidden data, with the same result. */
export function viewOf(state: PlatformTestState, interviews: TestView['interviews'] = {}): TestView {
  const events = state.events.filter((event) => isSeen(state, event)).map((event) => asSeen(state, event));
  return {
    hour: state.hour,
    events,
    copies: state.copies.map((copy) => ({ ...asPlaced(copy), last: lastKnown(state, copy.id) })),
    items: state.items,
    injects: state.injects.filter(({ id }) => id !== 'recognised'),
    replies: state.replies,
    reminders: Object.keys(state.reminded).filter((id) => lastKnown(state, id) === 'online'),
    mirrored: state.reads
      .filter(({ what }) => what === 'mirror')
      .map(({ hour, site }) => ({
        hour,
        site,
        copies: state.copies
          .filter(({ mirroredAt }) => mirroredAt !== undefined && mirroredAt <= hour)
          .map(({ id }) => id),
      })),
    interviews,
  };
}

/** An event as the team knows it: the number of replies is included if a removal was watched or captured. */
export function asSeen({ items }: PlatformTestState, { seen, replies, ...event }: TestEvent): Omit<TestEvent, 'seen'> {
  const copy = `${event.site}-${event.card}-${event.copy}`;
  const isTold = seen === 'watched' || items.some((item) => item.copy === copy && item.hour >= event.hour);
  return replies === undefined || !isTold ? event : { ...event, replies };
}

const STATUS_AFTER: Readonly<Partial<Record<TestEvent['type'], TestView['copies'][number]['last']>>> = {
  'card.published': 'online',
  'card.restored': 'online',
  'card.blocked': 'blocked',
  'label.asked': 'blocked',
  'card.removed': 'removed',
  'card.withdrawn': 'withdrawn',
  'site.down': 'not-posted',
};

/** The last known status of a copy, from an event, an answer or a capture. */
export function lastKnown(state: PlatformTestState, id: string): TestView['copies'][number]['last'] {
  const latest = lastTold(state, id);
  const look = state.items.findLast((item) => item.copy === id && id.startsWith(`${item.site}-`));
  if (look?.status === 'not-shown' && latest?.last === 'online' && look.hour >= latest.hour) return 'removed';
  return latest?.last ?? 'blocked';
}

/** The status by the latest event of a copy that has one. It runs at each step of a play and searches backwards. */
function lastTold(state: PlatformTestState, id: string) {
  const own = `${id}-`;
  for (let n = state.events.length - 1; n >= 0; n--) {
    const event = state.events[n];
    if (!event?.id.startsWith(own)) continue;
    const last = event.answer === 'removed' || event.answer === 'already-gone' ? 'removed' : STATUS_AFTER[event.type];
    if (last && isSeen(state, event)) return { hour: event.hour, last };
  }
  return undefined;
}
