import type { Table } from '#case/reference-players/use-cases/table.ts';
import type { Instant } from '#kernel/model/instant.ts';
import type { Chances } from '../builders/chances.ts';
import type { Planted } from '../case/planted/planted.ts';

/** An act in an exercise, by its type. */
export interface AnyAct {
  readonly type: string;
}

/** Acts that are made one by one, each when it is its turn; undefined where the player has done. */
export interface ActsInTurn {
  next(clock: Instant): AnyAct | undefined;
}

/**
 * What tests a debrief with the reader of a kind: `proofs.ts` in its folder here, which is found there. Without it nothing
 * is done in the kind by attempts at random.
 */
export interface KindProofs {
  /** The acts of one who knows all, with more or fewer slips, among acts that nobody should do. */
  randomActs(table: Table, draw: Chances): readonly AnyAct[] | ActsInTurn;
  /** False conditions of its sentences, which the reader has to find. */
  readonly planted: readonly Planted[];
}
