import type { LaterKinds } from '#case/exercise/model/kinds.ts';
import type { PlayedPart } from '#case/parts/use-cases/case-parts.ts';
import type { AttemptStore } from '#case/parts/use-cases/ports.ts';
import { openSavedCase } from './case-session.ts';

/**
 * State of the open attempt at a case in a store: `begun`, it can be continued; `done`, it has ended;
 * `set-aside`, it cannot be continued here and will be set aside when the case is opened.
 */
export interface CaseStanding {
  readonly at: 'begun' | 'done' | 'set-aside';
  /** Number of entries in its log. */
  readonly entries: number;
  /** Wall time of the last entry; undefined where it cannot be read. */
  readonly last: string | undefined;
}

/** State of the open attempt at a case; undefined where none is open or its log is empty. Does not change the store. */
export async function caseStanding(
  part: PlayedPart,
  store: AttemptStore,
  kinds: LaterKinds<'reads'>,
): Promise<CaseStanding | undefined> {
  const looking: AttemptStore = { ...store, putAway: async () => {} };
  const unused = () => '';
  const { session, setAside } = await openSavedCase(part, { store: looking, wall: unused, newId: unused, kinds });
  const entries = setAside ? setAside.attempt.events.length : (session?.log.events.length ?? 0);
  if (entries === 0) return undefined;
  const last = session?.log.events.at(-1)?.wall;
  return { at: setAside ? 'set-aside' : session?.attempt.ended ? 'done' : 'begun', entries, last };
}
