import type { Finding, ScoreContext, ScorePart } from '#case/exercise/model/exercise-kind.ts';
import type { KindScores } from '#case/exercise/model/kind-scores.ts';
import { scale } from '#kernel/model/criterion.ts';
import { required } from '#kernel/model/invariant.ts';
import { blindResponses } from './blind-plays.ts';
import { type PolicyFacts, policyFacts } from './facts.ts';
import type { PolicyKind } from './kind.ts';
import type { PolicyResponse } from './play.ts';
import { MAX_POINTS, POLICY_CRITERIA, rateTable } from './rate-table.ts';
import type { PolicyBrief } from './schemas.ts';
import { EVIDENCE_FIRST, HEAR_FIRST, MINIMUM_HARM } from './sources.ts';

type Ratings = readonly ReturnType<typeof rateTable>[];

const known = new WeakMap<PolicyBrief, WeakMap<object, Ratings>>();

/** Ratings of the blind players at this table, computed once for each brief and report. */
function blindRatings(brief: PolicyBrief, { taken }: PolicyResponse): Ratings {
  const ofBrief = known.get(brief) ?? new WeakMap<object, Ratings>();
  known.set(brief, ofBrief);
  const report = taken ?? brief.report;
  const rated =
    ofBrief.get(report) ??
    blindResponses(brief, { ...(taken && { taken }) }).map((one) => rateTable(policyFacts(one, brief)));
  ofBrief.set(report, rated);
  return rated;
}

/**
 * Rates a table on six criteria, 0 to 4, side by side. No choice of measures is right: the rating covers what was
 * considered, who was heard, and whether the texts fit together. The baseline of each criterion is the best result of
 * players who fill in every field alike.
 */
export function scorePolicy(
  response: PolicyResponse,
  brief: PolicyBrief,
  { evidence }: ScoreContext,
): ScorePart<PolicyFacts> {
  const facts = policyFacts(response, brief);
  const own = rateTable(facts);
  const blind = blindRatings(brief, response);
  return {
    criteria: POLICY_CRITERIA.map((name) =>
      scale(`policy.${name}`, own[name], Math.max(...blind.map((rated) => rated[name])), MAX_POINTS, evidence),
    ),
    figures: [],
    findings: findingsOf(facts),
    facts,
  };
}

function findingsOf({ measures, rounds }: PolicyFacts): Finding[] {
  const miss = (locator: string, reason: string, sources: Finding['sources']): Finding => ({
    kind: 'miss',
    at: { locator },
    reason,
    sources,
  });
  return [
    ...measures.flatMap(({ measure, rests, softened }) => [
      ...(rests.none || rests.untested.length > 0
        ? [miss(`measure:${measure}`, 'policy.rests', [EVIDENCE_FIRST])]
        : []),
      ...(softened === 'none' || softened === 'aside'
        ? [miss(`measure:${measure}`, 'policy.soft', [MINIMUM_HARM])]
        : []),
    ]),
    ...rounds.flatMap(({ round, late }) =>
      late.length > 0 ? [miss(`round:${round}`, 'policy.late', [HEAR_FIRST])] : [],
    ),
  ];
}

/** Scores the exercise of a case: everything follows from the brief, and the key has no field for it. */
export const POLICY_SCORES: KindScores<PolicyKind> = {
  score: (response, _, context) => scorePolicy(response, required(context.brief, 'the brief of the table'), context),
};
