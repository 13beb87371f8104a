import type { Finding, ScoreContext, ScorePart } from '#case/exercise/model/exercise-kind.ts';
import type { KindScores } from '#case/exercise/model/kind-scores.ts';
import { scale } from '#kernel/model/criterion.ts';
import { type PreservationFacts, preservationFacts } from './facts.ts';
import { actsAtWorkbench, preservationKey } from './key.ts';
import type { PreservationKind } from './kind.ts';
import type { PreservationResponse } from './play.ts';
import { recordShares } from './record-parts.ts';
import { RECORD_RUBRIC } from './rubric.ts';
import { gradeWorkbench, scoreRubric } from './score-rubric.ts';
import { type WorkbenchFacts, type WorkbenchKey, workbenchFacts } from './workbench-facts.ts';

/** The ads that belong in the locker, and what on their pages points away from guilt. */
export type PreservationKey = WorkbenchKey;

/** Scores a preservation exercise by two criteria: the record and its parts, and the EV-100 rubric. */
export function scorePreservation(
  response: PreservationResponse,
  key: PreservationKey,
  context: ScoreContext,
): ScorePart<PreservationFacts> {
  const workbench = workbenchFacts(response, key, context);
  const record = scoreRecord(workbench);
  const graded = gradeWorkbench(workbench);
  const rubric = scoreRubric(workbench, graded);
  return {
    ...record,
    ...rubric,
    criteria: [...record.criteria, ...rubric.criteria],
    figures: [...record.figures, ...rubric.figures],
    findings: [...record.findings, ...rubric.findings],
    facts: preservationFacts(workbench, graded),
  };
}

/** Scores the record by its parts, each over the ads that belong in the locker. */
function scoreRecord(facts: WorkbenchFacts): ScorePart {
  const { key, response, context } = facts;
  const shares = recordShares(facts);
  const of = key.targets.length;
  // Without at least one captured page there is no record: pictures and "page is gone" answers alone score 0.
  const isRecord = facts.best.some((item) => item?.status === 200);
  const raw = isRecord ? RECORD_RUBRIC.reduce((sum, { part, weight }) => sum + weight * shares[part], 0) : 0;
  const max = RECORD_RUBRIC.reduce((sum, { weight }) => sum + weight, 0);
  const findings = RECORD_RUBRIC.map(
    ({ part, sources }): Finding => ({
      kind: shares[part] === 1 ? 'hit' : 'miss',
      at: { locator: part },
      reason: `record.${part}`,
      count: [Math.round(shares[part] * of), of],
      sources,
    }),
  );
  const captured = key.targets.filter((ad) => response.items.some((item) => item.ad === ad)).length;
  return {
    criteria: [scale('preservation.record', raw, 0, max, context.evidence)],
    figures: [{ id: 'captured', value: response.items.length, count: [captured, of] }],
    findings,
  };
}

/** Scores the exercise of a case: its key names the network whose pages belong in the locker. */
export const PRESERVATION_SCORES: KindScores<PreservationKind> = {
  score: (response, answers, context) => scorePreservation(response, preservationKey(answers), context),
  actsAskedFor: actsAtWorkbench,
};
