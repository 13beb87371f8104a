import type { Exploration } from '#case/language/model/explore-story.ts';
import type { Scenes } from '#case/language/model/scenes.ts';
import type { StoryMove } from '#case/language/model/story.ts';

/** The step out of a situation, as a move of its configuration. */
export function moveOf({ configurationOf, moves }: Exploration, situation: number, step: number): StoryMove {
  return configurationOf(situation).moves[moves[step] as number] as StoryMove;
}

/** A shortest path to a situation, in words: the titles of the scenes in order, with the choice in each. */
export function pathInWords(exploration: Exploration, situation: number, scenes: Scenes): string {
  const words: string[] = [];
  for (let at = situation; exploration.reachedFrom[at] !== -1; at = exploration.reachedFrom[at] as number) {
    const from = exploration.reachedFrom[at] as number;
    words.unshift(stepInWords(moveOf(exploration, from, exploration.reachedBy[at] as number), scenes));
  }
  return words.join(' > ') || 'the beginning';
}

/** One step in words: the title of its scene, and the choice. */
export function stepInWords({ state, option }: StoryMove, scenes: Scenes): string {
  const scene = scenes[state];
  const chosen = scene?.options.find(({ id }) => id === option?.id)?.text ?? option?.id;
  return chosen === undefined ? (scene?.title ?? state) : `${scene?.title ?? state}: "${chosen}"`;
}
