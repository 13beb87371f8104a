import type { Issue } from '#core/kernel/issue.ts';

/** A change of a text that may be what its author meant, and what it would say was wrong. Lines count from 0. */
export interface Mend {
  readonly code: string;
  readonly params: Issue['params'];
  /** The line where the slip is. */
  readonly at: number;
  /** New lines in place of the old ones. */
  readonly changes: readonly (readonly [line: number, text: string])[];
  /** True where a line moves: then it has to begin a field or an item afterwards, not become a part of a text. */
  readonly moves?: boolean;
  /** True where nothing but the shape that is expected can tell whether it was meant. */
  readonly guessed?: boolean;
}

/** The text with the mend; a changed line may become two. */
export function applyMend(lines: readonly string[], { changes }: Mend): string[] {
  const mended = [...lines];
  for (const [line, text] of changes) mended[line] = text;
  return mended.join('\n').split('\n');
}
