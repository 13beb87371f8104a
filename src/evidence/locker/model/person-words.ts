import type { CustodyEntry } from './custody-log.ts';

type Named = Pick<CustodyEntry, 'actor' | 'role'>;

/** The person who works at a workbench, and the one who reads along, if any. `role` is that of the person who plays. */
export interface NamedPerson {
  readonly works: string;
  readonly readsAlong?: string;
  readonly role: string;
}

/** Splits an actor. A case can name two persons, "A, read along by B"; then B plays, and the role is that of B. */
export function personOf({ actor, role }: Named): NamedPerson {
  const [, works, readsAlong] = /^(.+), read along by (.+)$/.exec(actor) ?? [];
  return works !== undefined && readsAlong !== undefined ? { works, readsAlong, role } : { works: actor, role };
}

/** A person with a role, in one line. */
export function personWords(entry: Named): string {
  const { works, readsAlong, role } = personOf(entry);
  return readsAlong === undefined ? `${works}, ${role}` : `${works}; read along by ${readsAlong} (${role})`;
}
