/** Position of an issue in a file; lines and columns count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A part of a text: start inclusive, end exclusive, in UTF-16 units. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Something wrong in an authored or imported text, as data. The messages of the reader's language give its sentence and
 * its cure by `code`, filled with `params`.
 */
export interface Issue {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Keys and indexes that lead to the place inside the document. */
  readonly path: readonly (string | number)[];
  readonly params: Readonly<Record<string, string | number>>;
  readonly position?: Position;
  /** Offsets of the words in the text that was read, end exclusive, in UTF-16 units; given where a caller asks for it. */
  readonly span?: TextSpan;
  /** The author's line as it should read, where that is known; it may become two lines. */
  readonly mended?: { readonly line: number; readonly text: string };
  /** Faults that are gone when this one is mended. Where that could not be tried, `sure` is false. */
  readonly follows?: { readonly issues: readonly Issue[]; readonly sure: boolean };
}

/** A parsed value, or all issues that prevent it. */
export type Parsed<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly issues: readonly Issue[] };
