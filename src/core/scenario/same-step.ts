import type { Act } from '#core/exercise/acts.ts';

/** A choice in a story, with its words. */
export interface StoryStep {
  readonly state: string;
  readonly option: string;
  readonly optionText: string;
  readonly act?: Act;
}

/**
 * True where two choices are the same step of a story. A story can offer one step under several options, by what has happened
 * before, such as to capture the pages, and to capture them late: same words in the same state, or for the same act.
 */
export function isSameStep(one: StoryStep, other: StoryStep): boolean {
  if (one.state === other.state && one.option === other.option) return true;
  if (one.optionText !== other.optionText) return false;
  return one.state === other.state || (one.act !== undefined && one.act === other.act);
}

/** How many of these steps were taken at any time; a step that is there twice has to be taken twice. */
export function countCommonSteps(model: readonly StoryStep[], path: readonly StoryStep[]): number {
  const left = [...path];
  return model.filter((step) => {
    const at = left.findIndex((taken) => isSameStep(taken, step));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}
