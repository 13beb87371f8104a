import type { AttemptState } from '#case/attempt/model/replay-attempt.ts';
import {
  type CompiledOption,
  type CompiledScenario,
  combinationAfter,
} from '#case/language/model/compiled-scenario.ts';
import { stepsToEnd } from '#case/language/model/explore-story.ts';
import { createStory } from '#case/language/model/story.ts';
import type { AnswerKey, Rating } from '#case/scoring/model/schemas.ts';
import { ratingOf } from '#case/scoring/model/score-path.ts';

/** Rank of each rating, most harmful first. An unrated choice ranks as acceptable. */
const HARM_RANK: Readonly<Record<Rating, number>> = { red: 0, harmful: 1, acceptable: 2, good: 3 };
const UNRATED = 2;

/**
 * The option of a player that does harm as quickly as possible: the most harmful of the offered options, and among
 * equals the one with the fewest steps to an end.
 */
export function shortestHarm(
  scenario: CompiledScenario,
  key: AnswerKey,
  attempt: AttemptState,
  offered: readonly CompiledOption[],
): CompiledOption {
  const story = createStory(scenario);
  const { moves } = story.configurationAt(attempt.active);
  const ranked = offered.map((option) => {
    const rating = ratingOf(key, attempt.state, option.id);
    const combination = combinationAfter(option, attempt.combination);
    const move = moves.find(
      ({ state, option: chosen, open }) =>
        state === attempt.state && chosen?.id === option.id && (!open || open[attempt.combination] === 1),
    );
    const steps = move ? stepsToEnd(story, { configuration: move.to, combination }) : Number.MAX_SAFE_INTEGER;
    return { option, harm: rating ? HARM_RANK[rating] : UNRATED, steps };
  });
  return ranked.sort((a, b) => a.harm - b.harm || a.steps - b.steps)[0]?.option as CompiledOption;
}
