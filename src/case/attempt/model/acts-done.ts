import type { Act, DoneAct } from '#case/exercise/model/acts.ts';
import { hasExercise } from '#case/language/model/compiled-scenario.ts';
import type { CaseMaterial } from './case-material.ts';
import type { AttemptState } from './replay-attempt.ts';
import { toldByKinds } from './told-by-kinds.ts';

/**
 * The acts of an attempt, earliest first. Choosing an option that opens an exercise is not yet an act: if the act is
 * done in an exercise of the case, it counts once the response shows it.
 */
export function actsDone(
  { scenario, kinds }: Pick<CaseMaterial, 'scenario' | 'kinds'>,
  attempt: Pick<AttemptState, 'acts' | 'responses'>,
): DoneAct[] {
  const atDesks: ReadonlySet<Act> = new Set(
    kinds.plays.entries().flatMap(([kind, { doesActs = [] }]) => (hasExercise(scenario, kind) ? doesActs : [])),
  );
  const done = [
    ...attempt.acts.filter(({ act }) => !atDesks.has(act)),
    ...toldByKinds({ scenario, kinds }, attempt).flatMap(([{ acts = [] }]) => acts),
  ];
  return done.sort((a, b) => a.seq - b.seq);
}
