import type { PolicyName } from './policy-names.ts';
import type { Table } from './table.ts';

/** What reference players do in an exercise of one kind, by their names. One that is left out does nothing there. */
export type PlayersOf<Action> = Readonly<Partial<Record<PolicyName, (table: Table) => readonly Action[]>>>;
