import type { CompiledScenario } from '#case/language/model/compiled-scenario.ts';
import type { CaseFacts } from '#case/scoring/model/case-facts.ts';
import { type SentenceRule, when } from '#kernel/model/sentence.ts';
import type { DetectionFacts } from '#kinds/detection/model/facts.ts';
import type { PreservationFacts } from '#kinds/preservation/model/facts.ts';
import type { FactsOfAttempt, OtherRules } from '../../builders/said-of.ts';

/** A condition that is false somewhere: facts that are computed otherwise, or a rule that looks at something else. */
export interface Planted {
  readonly name: string;
  readonly facts?: (facts: FactsOfAttempt, scenario: CompiledScenario) => FactsOfAttempt;
  readonly rules?: OtherRules;
}

/** A rule that applies where its condition is true of the facts of one kind. */
export const rule = <Facts>(says: SentenceRule<Facts>['says']) => says as SentenceRule<never>['says'];

export const ofCase = (change: (facts: CaseFacts, scenario: CompiledScenario) => Partial<CaseFacts>) => ({
  facts: (facts: FactsOfAttempt, scenario: CompiledScenario): FactsOfAttempt => ({
    ...facts,
    case: { ...facts.case, ...change(facts.case, scenario) },
  }),
});

/** Changes the facts of every exercise of one kind. */
export const ofKind =
  <Facts>(wanted: string) =>
  (change: (facts: Facts) => Partial<Facts>) => ({
    facts: (facts: FactsOfAttempt): FactsOfAttempt => ({
      ...facts,
      exercises: facts.exercises.map((exercise) =>
        exercise.kind === wanted
          ? { ...exercise, facts: { ...(exercise.facts as Facts), ...change(exercise.facts as Facts) } }
          : exercise,
      ),
    }),
  });

export const ofWorkbench = ofKind<PreservationFacts>('preservation');
export const ofFinds = ofKind<DetectionFacts>('detection');
export const holds = when;
