import type { Kinds } from '#case/exercise/model/kinds.ts';
import { NO_TIME, readingTime, sumOf, type TimeSpan } from '#case/exercise/model/time-span.ts';
import { keyPartOf } from '#case/scoring/model/key-part.ts';
import type { AnswerKey } from '#case/scoring/model/schemas.ts';
import type { Market } from '#market/ads/model/market.ts';

/** An exercise of a case, as far as it determines the amount of work. */
export interface TimedExercise {
  readonly kind: string;
  readonly brief: Readonly<Record<string, unknown>>;
}

/** Words of a workbench itself, read the first time: its task, labels and help, the market card, the list of signs. */
const WORDS_OF_WORKWORKBENCH = 400;

/**
 * Seconds of work at an exercise, without the words of its scene: the ads of the market and the words of the workbench
 * at reading speed, and for each act the time given by its kind. These times are estimates; no trainee was timed.
 * Without a key the usual number of pages and letters is assumed. An unknown kind takes no time.
 */
export function exerciseTime(
  { kind, brief }: TimedExercise,
  market: Market,
  { builds }: Pick<Kinds, 'builds'>,
  key?: AnswerKey,
): TimeSpan {
  const check = builds.of(kind);
  if (!check) return NO_TIME;
  return sumOf([check.timeOf(brief, market, keyPartOf(key, check.key)), readingTime(WORDS_OF_WORKWORKBENCH)]);
}
