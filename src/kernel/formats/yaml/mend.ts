import type { Issue } from '#kernel/model/issue.ts';

/** A change of a text that its author may have meant, and the code of the slip. Lines count from 0. */
export interface Mend {
  readonly code: string;
  readonly params: Issue['params'];
  /** The line of the slip. */
  readonly at: number;
  /** Replacement texts of lines. */
  readonly changes: readonly (readonly [line: number, text: string])[];
  /** True if a line moves: then it has to start a field or an item afterwards, not become part of a text. */
  readonly moves?: boolean;
  /** True if only the expected shape can decide whether it was meant. */
  readonly guessed?: boolean;
}

/** The text after the mend; a changed line may become two. */
export function applyMend(lines: readonly string[], { changes }: Mend): string[] {
  const mended = [...lines];
  for (const [line, text] of changes) mended[line] = text;
  return mended.join('\n').split('\n');
}
