import type { CustodyEntry } from './custody-log.ts';

type Named = Pick<CustodyEntry, 'actor' | 'role'>;

/** Whoever works at a bench, and who reads along; the role in the log is that of the one who plays. */
export interface NamedPerson {
  readonly works: string;
  readonly readsAlong?: string;
  readonly role: string;
}

/** A case names both in one line, "A, read along by B"; then B plays, and the role is that of B. */
export function personOf({ actor, role }: Named): NamedPerson {
  const [, works, readsAlong] = /^(.+), read along by (.+)$/.exec(actor) ?? [];
  return works !== undefined && readsAlong !== undefined ? { works, readsAlong, role } : { works: actor, role };
}

/** A person with a role, in one line. */
export function personWords(entry: Named): string {
  const { works, readsAlong, role } = personOf(entry);
  return readsAlong === undefined ? `${works}, ${role}` : `${works}; read along by ${readsAlong} (${role})`;
}
