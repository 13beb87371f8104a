import type { Act } from '#case/exercise/model/acts.ts';

/** A choice in a story, with its texts. */
export interface StoryStep {
  readonly state: string;
  readonly option: string;
  readonly optionText: string;
  readonly act?: Act;
}

/**
 * True if two choices are the same step of a story. A story can offer one step as several options depending on what
 * happened before, such as to capture the pages, and to capture them late: same texts in the same state, or for the
 * same act.
 */
export function isSameStep(one: StoryStep, other: StoryStep): boolean {
  if (one.state === other.state && one.option === other.option) return true;
  if (one.optionText !== other.optionText) return false;
  return one.state === other.state || (one.act !== undefined && one.act === other.act);
}

/** Number of model steps that were taken, in any order; a step that the model has twice has to be taken twice. */
export function countCommonSteps(model: readonly StoryStep[], path: readonly StoryStep[]): number {
  const left = [...path];
  return model.filter((step) => {
    const at = left.findIndex((taken) => isSameStep(taken, step));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}
