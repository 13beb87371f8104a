import type { KindRegistry } from '#case/exercise/model/registry.ts';
import type { PolicyName } from './policy-names.ts';
import type { Table } from './table.ts';

/** What each reference player does in an exercise of one kind, by name. A missing player does nothing there. */
export type PlayersOf<Action> = Readonly<Partial<Record<PolicyName, (table: Table) => readonly Action[]>>>;

/** What the reference players do in each kind: handed in where they play, since they know every answer. */
export interface WithPlayers {
  readonly players: KindRegistry<PlayersOf<{ readonly type: string }>>;
}
