import type { Scenario } from '#case/language/model/schemas.ts';
import { stateTree, type TreeState } from '#case/language/model/state-tree.ts';
import type { Placed } from '#kernel/formats/authored/parse-with.ts';

/** A scenario as it was read, with the tree of its states: it is built once, and each check reads it. */
export interface PlacedScenario extends Placed<Scenario> {
  readonly tree: readonly TreeState[];
}

/** The scenario with its tree. */
export const withTree = (placed: Placed<Scenario>): PlacedScenario => ({ ...placed, tree: stateTree(placed.value) });
