import { initialSituation, type Situation } from '#case/language/model/explore-story.ts';
import { createStory, type StoryMove } from '#case/language/model/story.ts';
import type { Rating } from '#case/scoring/model/schemas.ts';
import { ratingOf } from '#case/scoring/model/score-path.ts';
import { type CaseText, keyOf, type Step } from './case-text.ts';

/** What to choose on a way through a case, and the end that it leads to. */
export interface WayOut {
  readonly steps: readonly Step[];
  readonly ending: string;
}

/**
 * A shortest way to an end whose last choice has one of these ratings, and on which nothing before it is a red line.
 */
export function soonestEnd({ part }: CaseText, ratings: readonly Rating[]): WayOut {
  const { scenario } = part;
  const key = keyOf(scenario.id);
  const rated = ({ state, option }: StoryMove) => option && ratingOf(key, state, option.id);
  const story = createStory(scenario);
  const waiting: { at: Situation; steps: readonly Step[] }[] = [
    { at: initialSituation(story, scenario.roles?.[0]), steps: [] },
  ];
  const seen = new Set<string>();
  for (const { at, steps } of waiting) {
    const name = `${at.configuration.index} ${at.combination}`;
    if (seen.has(name)) continue;
    seen.add(name);
    for (const move of at.configuration.moves) {
      if (move.open?.[at.combination] === 0) continue;
      const taken = move.option ? [...steps, [move.state, move.option.id] as const] : steps;
      const rating = rated(move);
      const [ending = ''] = move.to.active;
      if (move.to.ended && rating && ratings.includes(rating)) return { steps: taken, ending };
      if (rating === 'red' || move.to.ended) continue;
      waiting.push({
        at: { configuration: move.to, combination: move.becomes?.[at.combination] ?? at.combination },
        steps: taken,
      });
    }
  }
  throw new Error(`No choice in ${scenario.id} that is rated ${ratings.join(' or ')} leads to an end.`);
}
