import type { RoundCase } from '#library/cases/use-cases/parallel-tests.ts';
import { LESSON_EXERCISES } from './lesson-exercises.ts';

/** An exercise that the kit has: where it is, its address from the root of the site, and its title where it is a case. */
export interface FoundExercise {
  readonly at: 'case' | 'studio' | 'room';
  readonly path: string;
  readonly title: string | undefined;
  readonly task: string;
}

/** The exercises of a lesson that the kit has among these cases, the main one first. The build stops where a lesson has none. */
export function exercisesOf(lesson: string, all: readonly RoundCase[]): readonly FoundExercise[] {
  const cases = new Map(all.map(({ source: { id, title } }) => [id, title]));
  const found = (LESSON_EXERCISES[lesson] ?? []).flatMap(({ case: id, studio, task }): FoundExercise[] => {
    if (studio) return [{ at: 'studio', path: 'studio/', title: undefined, task }];
    if (id === undefined) return [{ at: 'room', path: 'facilitate/', title: undefined, task }];
    const title = cases.get(id);
    return title === undefined ? [] : [{ at: 'case', path: `cases/${id}/`, title, task }];
  });
  if (found.length === 0) throw new Error(`Lesson ${lesson} has no exercise. Add one to lesson-exercises.ts.`);
  return found;
}
