import type { KindWords } from '#case/exercise/model/kind-words.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import messages from '#words/case/scored.json' with { type: 'json' };

/** What a briefing says of scoring. */
export interface ScoredWords {
  /** One sentence for each part that is scored; a part without words by its name. */
  readonly scored: readonly string[];
  /** Where it can be right to do nothing: said of the first part for which there are words. */
  readonly nothing: string | undefined;
}

/** What a case is scored on, in words. Pages are given the words of their case, so that they load no others. */
export function sayScored(parts: readonly string[], { aboutWords }: Pick<Kinds, 'aboutWords'>): ScoredWords {
  const ofCase: KindWords = messages;
  return {
    scored: parts.map((part) => aboutWords.of(part)?.['scored'] ?? ofCase[`scored.${part}`] ?? part),
    nothing: parts.flatMap((part) => aboutWords.of(part)?.['nothing'] ?? ofCase[`nothing.${part}`] ?? [])[0],
  };
}
