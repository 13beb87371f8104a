import type { Figure, ScoreContext, ScorePart } from '#case/exercise/model/exercise-kind.ts';
import type { KindScores } from '#case/exercise/model/kind-scores.ts';
import { scale } from '#kernel/model/criterion.ts';
import type { Catalogue } from '#market/signs/model/catalogue.ts';
import { deriveLinks, type LinkKey } from './derive-links.ts';
import { explainEdges, explainGroups } from './explain-links.ts';
import { type LinkingFacts, linkingFacts } from './facts.ts';
import { type JudgedEdge, judgeEdges } from './judge-edges.ts';
import type { LinkingKind } from './kind.ts';
import { type GroupAgreement, groupsOf, measureGroups } from './measure-groups.ts';
import type { LinkingResponse } from './play.ts';
import type { LinkingBrief } from './schemas.ts';

export interface LinkingScoring {
  readonly key: LinkKey;
  readonly catalogue: Catalogue;
  /** Maximum number of judged edges; all by default. */
  readonly budget?: number;
}

/**
 * Scores one linking exercise: the edges with their reasons, and the groups over pairs and over ads, side by side. The
 * baseline is all ads in one group or each ad alone, whichever is better.
 */
export function scoreLinking(
  response: LinkingResponse,
  { key, catalogue, budget }: LinkingScoring,
  { evidence }: ScoreContext,
): ScorePart<LinkingFacts> {
  const edges = judgeEdges(response.edges, key, budget);
  const groups = groupsOf(response, key);
  const found = measureGroups(key.ads, groups);
  const plays = [
    measureGroups(
      key.ads,
      key.ads.map(() => 'all'),
    ),
    measureGroups(
      key.ads,
      key.ads.map(({ ad }) => ad),
    ),
  ];
  const baseline = (of: (agreement: GroupAgreement) => number) => Math.max(...plays.map(of));
  const most = Math.min(budget ?? key.needed, key.needed);
  return {
    criteria: [
      scale(
        'linking.edges',
        edges.reduce((sum, { points }) => sum + points, 0),
        0,
        most,
        evidence,
      ),
      scale(
        'linking.pairs',
        found.pairs.f1,
        baseline(({ pairs }) => pairs.f1),
        1,
        evidence,
      ),
      scale(
        'linking.groups',
        found.bCubed.f1,
        baseline(({ bCubed }) => bCubed.f1),
        1,
        evidence,
      ),
      scale(
        'linking.rand',
        found.rand,
        baseline(({ rand }) => rand),
        1,
        evidence,
      ),
    ],
    figures: figuresOf(edges, found),
    facts: linkingFacts(response, key, edges, groups),
    findings: [...explainEdges(edges, catalogue), ...explainGroups(key.ads, groups)],
  };
}

function figuresOf(edges: readonly JudgedEdge[], { pairs, bCubed }: GroupAgreement): Figure[] {
  const count = (isOne: (edge: JudgedEdge) => boolean) => edges.filter(isOne).length;
  return [
    { id: 'pair-precision', value: pairs.precision },
    { id: 'pair-recall', value: pairs.recall },
    { id: 'b-cubed-precision', value: bCubed.precision },
    { id: 'b-cubed-recall', value: bCubed.recall },
    { id: 'edges', value: edges.length },
    { id: 'bridges', value: count(({ verdict }) => verdict === 'bridge') },
    { id: 'lawful-merged', value: count(({ lawful }) => lawful) },
  ];
}

/** Scores the exercise of a case: the key follows from the truth of the market, board and budget from the brief. */
export const LINKING_SCORES: KindScores<LinkingKind> = {
  score(response, { truth, catalogue }, context) {
    const brief: LinkingBrief = context.brief ?? {};
    const key = deriveLinks(truth, context.market, brief);
    return scoreLinking(
      response,
      { key, catalogue, ...(brief.budget !== undefined && { budget: brief.budget }) },
      context,
    );
  },
};
