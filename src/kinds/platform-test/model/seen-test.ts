import { isDown } from './delays.ts';
import type { PlatformTestResponse } from './play.ts';
import { afterAction } from './play-test.ts';
import type { PlatformTestBrief, PlatformTestState, TestCopy } from './state.ts';
import { testAt } from './test-so-far.ts';
import { asPlaced, asSeen, interviewsIn, isSeen, lastKnown, type TestView } from './visible.ts';

/**
 * A test as its team sees it, from which all screens are drawn. The state has the usual shape without hidden data:
 * unseen events, plans and knowledge of platforms, and the true status of copies.
 */
export interface SeenTest {
  readonly state: PlatformTestState;
  /** What spokesmen answered, by platform. */
  readonly interviews: TestView['interviews'];
  /** Sites that a visitor cannot reach now. */
  readonly down: readonly string[];
}

/** What the team sees after the acts of a response. */
export function seenAfter(brief: PlatformTestBrief, response: Pick<PlatformTestResponse, 'done'>): SeenTest {
  const { state } = testAt(brief, response);
  return { state: seenOf(state), interviews: interviewsIn(brief, state), down: downIn(brief, state) };
}

/** Hours until the next thing that the team can see, or until the end of the week. */
export function hoursToNext(brief: PlatformTestBrief, response: Pick<PlatformTestResponse, 'done'>): number {
  const { state } = testAt(brief, response);
  return afterAction(brief, state, { type: 'time.skipped' }).hour - state.hour;
}

/** The state without hidden data. It refuses the same actions as the whole state. */
export function seenOf(state: PlatformTestState): PlatformTestState {
  return {
    ...state,
    copies: state.copies.map((copy) => seenCopy(state, copy)),
    events: state.events
      .filter((event) => isSeen(state, event))
      .map((event) => ({ ...asSeen(state, event), seen: event.seen })),
    injects: state.injects.filter(({ id }) => id !== 'recognised'),
    open: [],
    known: {},
    unfounded: [],
    unread: {},
    overstayed: [],
  };
}

function seenCopy(state: PlatformTestState, copy: TestCopy): TestCopy {
  const { id, status, events, mirroredAt } = copy;
  // A copy that was online may have been removed unseen.
  const isOut = status === 'online' || status === 'removed';
  const known = isOut ? (lastKnown(state, id) === 'online' ? 'online' : 'removed') : status;
  const looks = state.reads.filter(({ what }) => what === 'mirror').map(({ hour }) => hour);
  const found = mirroredAt === undefined ? undefined : looks.find((hour) => mirroredAt <= hour);
  return {
    ...asPlaced(copy),
    status: known,
    events,
    watchedEvents: 0,
    ...(found === undefined ? {} : { mirroredAt: found }),
  };
}

const downIn = ({ platforms }: PlatformTestBrief, { hour }: PlatformTestState) =>
  platforms.filter((platform) => isDown(platform, hour)).map(({ id }) => id);
