import { DIVIDED_VIEWS } from './divided-views.ts';
import { ROUNDS } from './measures.ts';
import { groundsOf, type PolicyResponse } from './play.ts';

/** Minimum letters of a text that counts as written. */
export const MIN_LETTERS = 12;

const asCompared = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ');

/** The texts of a table that are counted: those of its plan, its replies, its views and the rounds it passed. */
function countedTexts(response: PolicyResponse): string[] {
  const { plan, replies, views, passed } = response;
  return [
    ...plan.flatMap(({ measure }) => {
      const { for: reason, against, stop } = groundsOf(response, measure);
      return [reason, against, stop];
    }),
    ...replies.filter(({ measure }) => plan.some((one) => one.measure === measure)).map(({ words }) => words),
    ...DIVIDED_VIEWS.flatMap((view) => views[view]?.words ?? []),
    ...ROUNDS.flatMap((round) => passed[round] ?? []),
  ]
    .map(asCompared)
    .filter((text) => text.length >= MIN_LETTERS);
}

/** The texts that count as written, and the number of texts that do not count because they occur more than once. */
export interface OwnWords {
  isOwn(text: string): boolean;
  readonly repeated: number;
}

/**
 * A text counts if it has at least twelve letters and occurs in one place only. Its quality is not rated: that is for a
 * person to judge.
 */
export function ownWordsIn(response: PolicyResponse): OwnWords {
  const times = new Map<string, number>();
  for (const text of countedTexts(response)) times.set(text, (times.get(text) ?? 0) + 1);
  return {
    isOwn: (text) => times.get(asCompared(text)) === 1,
    repeated: [...times.values()].filter((count) => count > 1).length,
  };
}
