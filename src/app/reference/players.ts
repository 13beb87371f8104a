import type { PolicyName } from './policy-names.ts';
import type { Table } from './table.ts';

/** What each reference player does in an exercise of one kind, by name. A missing player does nothing there. */
export type PlayersOf<Action> = Readonly<Partial<Record<PolicyName, (table: Table) => readonly Action[]>>>;
