import type { AttemptHeader } from '#case/attempt/model/attempt-log.ts';
import type { Figure } from '#case/exercise/model/exercise-kind.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import type { Criterion } from '#kernel/model/criterion.ts';

/**
 * Marks of one ended attempt, as the key of that version gave them. They are kept apart from the log, because a later
 * version of the kit no longer scores the attempt.
 */
export interface KeptResult {
  readonly schema: 'result/1';
  readonly attempt: string;
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly marketId: string;
  readonly generatorVersion: number;
  readonly keyVersion: number;
  readonly redLine: boolean;
  /** Never added up. */
  readonly criteria: readonly Criterion[];
  /** Figures about stated certainty. */
  readonly calibration: readonly Figure[];
}

/** What is kept of the report of an ended attempt. */
export function keptResult(
  report: Pick<
    ScoreReport,
    'attempt' | 'scenario' | 'scenarioHash' | 'keyVersion' | 'redLine' | 'criteria' | 'figures'
  >,
  { marketId, generatorVersion }: Pick<AttemptHeader, 'marketId' | 'generatorVersion'>,
  { says }: Pick<Kinds, 'says'>,
): KeptResult {
  const { attempt, scenario, scenarioHash, keyVersion, redLine, criteria, figures } = report;
  const wanted = new Set(says.entries().flatMap(([, { calibration }]) => calibration ?? []));
  return {
    schema: 'result/1',
    attempt,
    scenario,
    scenarioHash,
    marketId,
    generatorVersion,
    keyVersion,
    redLine,
    criteria,
    calibration: figures.filter(({ id }) => wanted.has(id)),
  };
}
