import { PUBLIC_PART, type PublicPart } from '#app/case/case-parts.ts';
import { isOfCase } from '#app/case/case-session.ts';
import type { AttemptStore, PartLoader, SavedAttempt } from '#app/case/ports.ts';
import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import { type AttemptState, replayAttempt } from '#core/attempt/replay-attempt.ts';

/** An attempt of this device at the present text of a case. */
export interface ReadAttempt {
  readonly log: AttemptLog;
  readonly attempt: AttemptState;
}

/** The attempts at one case that a device holds. */
export interface AttemptsAtCase {
  readonly part: PublicPart;
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
  store: AttemptStore,
  scenario: string,
  parts: PartLoader,
): Promise<AttemptsAtCase | undefined> {
  const [newest, away] = await Promise.all([store.newest(scenario), store.away(scenario)]);
  const saved = [...(newest ? [newest] : []), ...away].filter(({ events }) => events.length > 0);
  if (saved.length === 0) return undefined;
  const part = (await parts.load(PUBLIC_PART)) as PublicPart;
  const { parseAttemptLog } = await import('#core/attempt/schemas.ts');
  const { firstBrokenEvent } = await import('#core/attempt/attempt-log.ts');
  const read: ReadAttempt[] = [];
  const others: SavedAttempt[] = [];
  for (const one of saved) {
    const parsed = parseAttemptLog({ header: one.header, events: one.events });
    const log = parsed.ok && isOfCase(parsed.log.header, part) ? parsed.log : undefined;
    const attempt = log && firstBrokenEvent(log) === undefined ? replayed(log, part) : undefined;
    if (log && attempt) read.push({ log, attempt });
    else others.push(one);
  }
  return { part, read: read.toSorted((a, b) => (a.log.header.wall < b.log.header.wall ? -1 : 1)), others };
}

/**
 * Where a case stands over all its attempts: one that has ended makes it done. `marked` holds the attempts whose marks
 * are kept; it tells of an attempt at an earlier version that it had ended.
 */
export function caseDone(
  { read, others }: Pick<AttemptsAtCase, 'read' | 'others'>,
  marked: ReadonlySet<string> = new Set(),
): { readonly at: 'begun' | 'done'; readonly last: string | undefined } | undefined {
  const ended = read.find(({ attempt }) => attempt.ended);
  if (ended) return { at: 'done', last: ended.log.events.at(-1)?.wall };
  if (others.some(({ id }) => marked.has(id))) return { at: 'done', last: undefined };
  const last = read.at(-1);
  return last && { at: 'begun', last: last.log.events.at(-1)?.wall };
}

/** Undefined where the log holds an event that is impossible in this case. */
function replayed(log: AttemptLog, { scenario, market }: PublicPart): AttemptState | undefined {
  try {
    return replayAttempt(scenario, market, log);
  } catch {
    // Listed with the attempts that this site cannot read.
    return undefined;
  }
}
