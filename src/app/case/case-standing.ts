import type { PublicPart } from './case-parts.ts';
import { openSavedCase } from './case-session.ts';
import type { AttemptStore } from './ports.ts';

/**
 * How the open attempt at a case stands in a store: `begun`, it can be gone on with; `done`, it has come to an end;
 * `set-aside`, it cannot be gone on with here and will be put aside when the case is opened.
 */
export interface CaseStanding {
  readonly at: 'begun' | 'done' | 'set-aside';
  /** Entries of its log. */
  readonly entries: number;
  /** Wall time of the last entry; undefined where it cannot be read. */
  readonly last: string | undefined;
}

/** How the open attempt at a case stands; undefined where none is open or nothing was done in it. Nothing in the store changes. */
export async function caseStanding(part: PublicPart, store: AttemptStore): Promise<CaseStanding | undefined> {
  const looking: AttemptStore = { ...store, putAway: async () => {} };
  const unused = () => '';
  const { session, setAside } = await openSavedCase(part, { store: looking, wall: unused, newId: unused });
  const entries = setAside ? setAside.attempt.events.length : (session?.log.events.length ?? 0);
  if (entries === 0) return undefined;
  const last = session?.log.events.at(-1)?.wall;
  return { at: setAside ? 'set-aside' : session?.attempt.ended ? 'done' : 'begun', entries, last };
}
