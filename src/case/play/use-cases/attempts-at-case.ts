import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { CaseOnDevice } from '#case/attempt/model/case-on-device.ts';
import { handledWork } from '#case/attempt/model/handled-work.ts';
import { type AttemptState, replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { isUntouched } from '#case/exercise/model/handled.ts';
import type { Kinds, LaterKinds } from '#case/exercise/model/kinds.ts';
import { type PlayedPart, PUBLIC_PART, readPublicPart } from '#case/parts/use-cases/case-parts.ts';
import type { AttemptStore, SavedAttempt } from '#case/parts/use-cases/ports.ts';
import { isOfCase } from '#case/play/use-cases/case-session.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import type { PartLoader } from '#kernel/model/part-loader.ts';

/** An attempt of this device at the present text of a case. */
export interface ReadAttempt {
  readonly log: AttemptLog;
  readonly attempt: AttemptState;
}

/** The attempts at one case that a device holds. */
export interface AttemptsAtCase {
  readonly part: PlayedPart;
  /** In the order of their beginning. */
  readonly read: readonly ReadAttempt[];
  /** Attempts at another text, market or generator, and such that cannot be read: kept, and not counted here. */
  readonly others: readonly SavedAttempt[];
}

/**
 * All attempts at a case, open or put away. The case is fetched only where one is kept; undefined where none is. Does not
 * change the store.
 */
export async function attemptsAtCase(
  store: Pick<AttemptStore, 'newest' | 'away'>,
  scenario: string,
  parts: PartLoader,
  kinds: Pick<Kinds, 'plays' | 'tells'> & LaterKinds<'reads'>,
): Promise<AttemptsAtCase | undefined> {
  const [newest, away] = await Promise.all([store.newest(scenario), store.away(scenario)]);
  const saved = [...(newest ? [newest] : []), ...away].filter(({ events }) => events.length > 0);
  if (saved.length === 0) return undefined;
  const part: PlayedPart = { ...readPublicPart(await parts.load(PUBLIC_PART)), kinds };
  const [{ parseAttemptLog }, reads] = await Promise.all([import('#case/attempt/model/schemas.ts'), kinds.reads()]);
  const { firstBrokenEvent } = await import('#case/attempt/model/attempt-log.ts');
  const read: ReadAttempt[] = [];
  const others: SavedAttempt[] = [];
  for (const one of saved) {
    const parsed = parseAttemptLog({ header: one.header, events: one.events }, { reads });
    const log = parsed.ok && isOfCase(parsed.log.header, part) ? parsed.log : undefined;
    const attempt = log && firstBrokenEvent(log) === undefined ? replayed(log, part) : undefined;
    if (log && attempt) read.push({ log, attempt });
    else others.push(one);
  }
  return { part, read: read.toSorted((a, b) => compareCodes(a.log.header.wall, b.log.header.wall)), others };
}

/**
 * Where a case stands over all its attempts. One that has ended makes it done, and `ended` where nothing was handled in
 * any of them. `marked` holds the attempts whose marks are kept; it tells of an attempt at an earlier version that it had
 * ended.
 */
export function caseDone(
  { part, read, others }: AttemptsAtCase,
  kinds: Pick<Kinds, 'tells'>,
  marked: ReadonlySet<string> = new Set(),
): CaseOnDevice | undefined {
  const all = read.map(({ log, attempt }) => ({
    ended: attempt.ended,
    last: log.events.at(-1)?.wall,
    handled: handledWork(part, attempt, kinds),
  }));
  const ended = all.filter((one) => one.ended);
  const done = ended.findLast(({ handled }) => !isUntouched(handled));
  if (done) return { at: 'done', last: done.last, handled: done.handled };
  if (others.some(({ id }) => marked.has(id))) return { at: 'done', last: undefined };
  const untouched = ended.at(-1);
  if (untouched) return { at: 'ended', last: untouched.last, handled: untouched.handled };
  const begun = all.at(-1);
  return begun && { at: 'begun', last: begun.last, handled: begun.handled };
}

/** Undefined where the log holds an event that is impossible in this case. */
function replayed(log: AttemptLog, part: PlayedPart): AttemptState | undefined {
  try {
    return replayAttempt(part, log);
  } catch {
    // Listed with the attempts that this site cannot read.
    return undefined;
  }
}
