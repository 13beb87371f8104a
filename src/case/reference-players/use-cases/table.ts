import type { CaseMaterial } from '#case/attempt/model/case-material.ts';
import type { AttemptState } from '#case/attempt/model/replay-attempt.ts';
import { briefOf } from '#case/language/model/compiled-scenario.ts';
import type { Answers } from '#case/scoring/model/answers.ts';

/** What a reference player may read: everything, because it tests the scoring, not the player. */
export interface Table {
  readonly material: CaseMaterial;
  readonly answers: Answers;
  readonly attempt: AttemptState;
}

/** The brief of the exercise that is being played. */
export function briefAt({ material, attempt }: Table): Readonly<Record<string, unknown>> {
  return briefOf(material.scenario, attempt.state) ?? {};
}
