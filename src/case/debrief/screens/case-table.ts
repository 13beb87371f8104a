import type { Component } from 'svelte';

/** A table over all exercises of a kind, which the debrief of the case shows beside its own. It casts the facts of its kind. */
export type CaseTable = Component<{
  readonly facts: readonly unknown[];
  readonly adLink?: ((ad: string) => string | undefined) | undefined;
}>;

/** A table with the facts that it is about; left out of a case that has none. */
export interface FilledTable {
  readonly Table: CaseTable;
  readonly facts: readonly unknown[];
}
