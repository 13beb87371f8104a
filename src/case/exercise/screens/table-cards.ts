import type { Component } from 'svelte';
import type { Brief } from '#case/exercise/model/define-kind.ts';

/** Sheets to print, and what they show of a brief. */
interface PrintedSheets {
  readonly sheets: Component<never>;
  propsOf(brief: Brief): Readonly<Record<string, unknown>>;
}

/** What a kind of exercise prints for a table without computers. */
export interface TableCards {
  /** Sheets that lie open on the table: they show no hidden half of a brief. */
  readonly open: PrintedSheets;
  /** A sheet for the facilitator alone; left out for a kind whose briefs hide nothing. */
  readonly sealed?: PrintedSheets;
}
