import {
  type AttemptDeed,
  type AttemptHeader,
  type AttemptLog,
  firstBrokenEvent,
  recordEvent,
} from '#core/attempt/attempt-log.ts';
import { type AttemptState, createReplay, overdueTimer } from '#core/attempt/replay-attempt.ts';
import { retryAttempt } from '#core/attempt/retry-attempt.ts';
import type { AttemptStart } from '#core/attempt/start-at.ts';
import { FIRST_LANGUAGE } from '#core/kernel/first-language.ts';
import type { Role } from '#core/scenario/role.ts';
import type { PublicPart } from './case-parts.ts';
import { type AttemptStore, EventTakenError, type NewId, type SavedAttempt, type WallClock } from './ports.ts';

/** An attempt in play: its log, where it stands, and how to go on. */
export interface CaseSession {
  readonly log: AttemptLog;
  readonly attempt: AttemptState;
  /** Wall time of the last deed that storage has taken; undefined before, and where nothing is stored. */
  readonly savedAt: string | undefined;
  /**
   * Does one thing: the log grows, the state follows at once, and storage is told. Resolves when storage has it.
   * Timers whose time that passes run out at once, each as an event of its own.
   * Rejects with `EventTakenError` where another tab was faster; the attempt has then to be opened again.
   */
  record(deed: AttemptDeed): Promise<void>;
}

export interface CasePorts {
  readonly store: AttemptStore;
  readonly wall: WallClock;
  readonly newId: NewId;
}

/** What is there when a case is opened: the open attempt, if there is one, and what had to be put aside to get there. */
export interface OpenedCase {
  readonly session: CaseSession | undefined;
  /** A saved attempt that could not be gone on with, kept for download. */
  readonly setAside: SetAside | undefined;
}

/** An attempt that was put away when the case was opened. */
export interface SetAside {
  readonly attempt: SavedAttempt;
  /** The generator that made its market and the one of this site, where that is why it was put away. */
  readonly versions?: { readonly then: number; readonly now: number };
  /** Set where the attempt is whole, and was made at another text of the case or over another market. */
  readonly otherText?: true;
}

/**
 * Opens the attempt begun last. One that cannot be read, or belongs to another text of the case, is put aside, never deleted.
 * So is one whose market another version of the generator made: this one would put its marks on ads that nobody has read.
 */
export async function openSavedCase(part: PublicPart, ports: CasePorts): Promise<OpenedCase> {
  const saved = await ports.store.newest(part.scenario.id);
  if (!saved) return { session: undefined, setAside: undefined };
  const versions = versionsOf(saved, part);
  if (versions) {
    await ports.store.putAway(saved.id, 'other-version');
    return { session: undefined, setAside: { attempt: saved, versions } };
  }
  // Loaded only where there is something to check.
  const { parseAttemptLog } = await import('#core/attempt/schemas.ts');
  const parsed = parseAttemptLog({ header: saved.header, events: saved.events });
  const whole = parsed.ok && firstBrokenEvent(parsed.log) === undefined;
  if (whole && !isOfCase(parsed.log.header, part)) {
    await ports.store.putAway(saved.id, 'other-text');
    return { session: undefined, setAside: { attempt: saved, otherText: true } };
  }
  const { firstUnknownName } = await import('#core/attempt/unknown-names.ts');
  if (whole && !firstUnknownName(parsed.log, part)) {
    try {
      return { session: createSession(part, parsed.log, ports), setAside: undefined };
    } catch {
      // The log tells of something that cannot have happened in this case: it is set aside like any unreadable one.
    }
  }
  await ports.store.putAway(saved.id, 'unreadable');
  return { session: undefined, setAside: { attempt: saved } };
}

/** Both versions of the generator, where the attempt says that another one made its market. */
function versionsOf({ header }: SavedAttempt, { market }: PublicPart): SetAside['versions'] {
  if (typeof header !== 'object' || header === null || !('generatorVersion' in header)) return undefined;
  const { generatorVersion: then } = header;
  const now = market.generatorVersion;
  return typeof then === 'number' && Number.isInteger(then) && then !== now ? { then, now } : undefined;
}

/** True where the attempt was made at this very text of the case and over this very market, by this generator. */
export function isOfCase(
  { scenarioHash, marketId, generatorVersion }: Pick<AttemptHeader, 'scenarioHash' | 'marketId' | 'generatorVersion'>,
  { scenario, market }: PublicPart,
): boolean {
  return scenarioHash === scenario.hash && marketId === market.marketId && generatorVersion === market.generatorVersion;
}

/** Begins a new attempt. An attempt that is open already is put away first, and kept. */
export async function beginCase(
  part: PublicPart,
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

/** Puts an attempt away, and keeps it: the next one is begun at the briefing. */
export function leaveCase({ store }: CasePorts, session: CaseSession): Promise<void> {
  return store.putAway(session.log.header.id, 'restarted');
}

/** Begins a new attempt just before an event of this one, marked as a retry. This one is put away first, and kept. */
export async function retryCase(
  part: PublicPart,
  ports: CasePorts,
  before: CaseSession,
  from: number,
): Promise<CaseSession> {
  const retry = retryAttempt(before.log, from, { id: ports.newId(), wall: ports.wall() });
  await ports.store.putAway(before.log.header.id, 'retried');
  await ports.store.create(retry.header, retry.events);
  return createSession(part, retry, ports);
}

/** An attempt that goes on from its log. An author may begin one in the middle of the case; it is no attempt of a trainee. */
export function createSession(
  part: PublicPart,
  opened: AttemptLog,
  { store, wall }: CasePorts,
  begun?: AttemptStart,
): CaseSession {
  const replay = createReplay(part.scenario, part.market, opened.header.role, begun);
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
    record(deed) {
      // Only after a crash between a deed and the timer that it made run out; the deed may have no place any more.
      const late = elapse();
      if (late && !attempt.active.includes(deed.state)) return storing;
      write(deed);
      elapse();
      return storing;
    },
  };

  /** Lets every timer run out whose time has come; true where there was one. */
  function elapse(): boolean {
    const first = overdueTimer(attempt);
    for (let timer = first; timer !== undefined; timer = overdueTimer(attempt))
      write({ type: 'timer.elapsed', state: timer });
    return first !== undefined;
  }

  function write(deed: AttemptDeed): void {
    const event = recordEvent(log, deed, attempt.clock, wall());
    attempt = replay.advance(attempt, event);
    log = { ...log, events: [...log.events, event] };
    storing = storing.then(async () => {
      await store.append(log.header.id, event);
      if (store.lasting) savedAt = event.wall;
    });
  }
}

/** True where a deed failed because another tab wrote first. */
export function isTaken(error: unknown): boolean {
  return error instanceof EventTakenError;
}
