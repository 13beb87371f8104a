import {
  type AttemptHeader,
  type AttemptLog,
  type AttemptStep,
  firstBrokenEvent,
  recordEvent,
} from '#case/attempt/model/attempt-log.ts';
import { type AttemptState, createReplay, overdueTimer } from '#case/attempt/model/replay-attempt.ts';
import { retryAttempt } from '#case/attempt/model/retry-attempt.ts';
import type { AttemptStart } from '#case/attempt/model/start-at.ts';
import type { LaterKinds } from '#case/exercise/model/kinds.ts';
import type { Role } from '#case/language/model/role.ts';
import type { PlayedPart, PublicPart } from '#case/parts/use-cases/case-parts.ts';
import {
  type AttemptStore,
  EventTakenError,
  type NewId,
  type SavedAttempt,
  type WallClock,
} from '#case/parts/use-cases/ports.ts';
import { FIRST_LANGUAGE } from '#kernel/model/first-language.ts';

/** An attempt in play: its log, its current state, and the function that records the next step. */
export interface CaseSession {
  readonly log: AttemptLog;
  readonly attempt: AttemptState;
  /** Wall time of the last stored step; undefined before the first, and where nothing is stored. */
  readonly savedAt: string | undefined;
  /**
   * Records one step: log and state change synchronously; the promise resolves when the event is stored.
   * Timers that become overdue elapse immediately, each as an event of its own.
   * Rejects with `EventTakenError` where another tab wrote first; the caller must then reopen the attempt.
   */
  record(step: AttemptStep): Promise<void>;
}

export interface CasePorts {
  /** Schemas of the kinds, loaded only where a saved attempt has to be checked. */
  readonly kinds: LaterKinds<'reads'>;
  readonly store: AttemptStore;
  readonly wall: WallClock;
  readonly newId: NewId;
}

/** The result of opening a case: the open attempt, where one exists, and the attempt that had to be set aside. */
export interface OpenedCase {
  readonly session: CaseSession | undefined;
  /** A saved attempt that could not be continued, kept for download. */
  readonly setAside: SetAside | undefined;
}

/** An attempt that was set aside when the case was opened. */
export interface SetAside {
  readonly attempt: SavedAttempt;
  /** Generator version of its market and of this site; set where the difference is why it was set aside. */
  readonly versions?: { readonly then: number; readonly now: number };
  /** Set where the attempt is intact but belongs to another text of the case or another market. */
  readonly otherText?: true;
}

/**
 * Opens the newest attempt. One that cannot be read, or belongs to another text of the case, is set aside, never
 * deleted. So is one whose market was made by another version of the generator: here its marks would be on ads that the
 * trainee has never read.
 */
export async function openSavedCase(part: PlayedPart, ports: CasePorts): Promise<OpenedCase> {
  const saved = await ports.store.newest(part.scenario.id);
  if (!saved) return { session: undefined, setAside: undefined };
  const versions = versionsOf(saved, part);
  if (versions) {
    await ports.store.putAway(saved.id, 'other-version');
    return { session: undefined, setAside: { attempt: saved, versions } };
  }
  // Loaded only where a saved attempt has to be checked.
  const [{ parseAttemptLog }, reads] = await Promise.all([
    import('#case/attempt/model/schemas.ts'),
    ports.kinds.reads(),
  ]);
  const parsed = parseAttemptLog({ header: saved.header, events: saved.events }, { reads });
  const whole = parsed.ok && firstBrokenEvent(parsed.log) === undefined;
  if (whole && !isOfCase(parsed.log.header, part)) {
    await ports.store.putAway(saved.id, 'other-text');
    return { session: undefined, setAside: { attempt: saved, otherText: true } };
  }
  const { firstUnknownName } = await import('#case/attempt/model/unknown-names.ts');
  if (whole && !firstUnknownName(parsed.log, part, { reads })) {
    try {
      return { session: createSession(part, parsed.log, ports), setAside: undefined };
    } catch {
      // The log contains an event that is impossible in this case: it is set aside like any unreadable one.
    }
  }
  await ports.store.putAway(saved.id, 'unreadable');
  return { session: undefined, setAside: { attempt: saved } };
}

/** Both generator versions, where the attempt names another one than this site's. */
function versionsOf({ header }: SavedAttempt, { market }: PublicPart): SetAside['versions'] {
  if (typeof header !== 'object' || header === null || !('generatorVersion' in header)) return undefined;
  const { generatorVersion: then } = header;
  const now = market.generatorVersion;
  return typeof then === 'number' && Number.isInteger(then) && then !== now ? { then, now } : undefined;
}

/** True where the attempt has the same case text, market and generator version as this case. */
export function isOfCase(
  { scenarioHash, marketId, generatorVersion }: Pick<AttemptHeader, 'scenarioHash' | 'marketId' | 'generatorVersion'>,
  { scenario, market }: PublicPart,
): boolean {
  return scenarioHash === scenario.hash && marketId === market.marketId && generatorVersion === market.generatorVersion;
}

/** Begins a new attempt. An open attempt is put away first, and kept. */
export async function beginCase(
  part: PlayedPart,
  ports: CasePorts,
  before?: CaseSession,
  role?: Role,
  locale: string = FIRST_LANGUAGE,
): Promise<CaseSession> {
  if (before) await leaveCase(ports, before);
  const { scenario, market } = part;
  const header: AttemptHeader = {
    schema: 'attempt/1',
    id: ports.newId(),
    scenario: scenario.id,
    scenarioHash: scenario.hash,
    marketId: market.marketId,
    generatorVersion: market.generatorVersion,
    locale,
    ...(role !== undefined && role !== scenario.roles?.[0] && { role }),
    wall: ports.wall(),
  };
  await ports.store.create(header);
  return createSession(part, { header, events: [] }, ports);
}

/** Puts an attempt away, and keeps it; the next one begins at the briefing. */
export function leaveCase({ store }: Pick<CasePorts, 'store'>, session: CaseSession): Promise<void> {
  return store.putAway(session.log.header.id, 'restarted');
}

/** Begins a new attempt just before an event of this one, marked as a retry. This one is put away first, and kept. */
export async function retryCase(
  part: PlayedPart,
  ports: CasePorts,
  before: CaseSession,
  from: number,
): Promise<CaseSession> {
  const retry = retryAttempt(before.log, from, { id: ports.newId(), wall: ports.wall() });
  await ports.store.putAway(before.log.header.id, 'retried');
  await ports.store.create(retry.header, retry.events);
  return createSession(part, retry, ports);
}

/** Continues an attempt from its log. An author may begin one in the middle (`begun`); that is no trainee's attempt. */
export function createSession(
  part: PlayedPart,
  opened: AttemptLog,
  { store, wall }: Pick<CasePorts, 'store' | 'wall'>,
  begun?: AttemptStart,
): CaseSession {
  const replay = createReplay(part, opened.header.role, begun);
  let log = opened;
  let attempt = log.events.reduce(replay.advance, replay.start());
  let savedAt: string | undefined;
  let storing: Promise<void> = Promise.resolve();
  return {
    get log() {
      return log;
    },
    get attempt() {
      return attempt;
    },
    get savedAt() {
      return savedAt;
    },
    record(step) {
      // Only after a crash between a step and the timer that it made elapse; the step may no longer be possible.
      const late = elapse();
      if (late && !attempt.active.includes(step.state)) return storing;
      write(step);
      elapse();
      return storing;
    },
  };

  /** Records every overdue timer as elapsed; true where there was one. */
  function elapse(): boolean {
    const first = overdueTimer(attempt);
    for (let timer = first; timer !== undefined; timer = overdueTimer(attempt))
      write({ type: 'timer.elapsed', state: timer });
    return first !== undefined;
  }

  function write(step: AttemptStep): void {
    const event = recordEvent(log, step, attempt.clock, wall());
    attempt = replay.advance(attempt, event);
    log = { ...log, events: [...log.events, event] };
    storing = storing.then(async () => {
      await store.append(log.header.id, event);
      if (store.lasting) savedAt = event.wall;
    });
  }
}

/** True where a step failed because another tab wrote first. */
export function isTaken(error: unknown): boolean {
  return error instanceof EventTakenError;
}
