import { stateTree } from '#case/language/model/state-tree.ts';
import type { KindBuilds } from '#case/plug/use-cases/kind-builds.ts';
import { fault } from '#kernel/formats/authored/faults.ts';
import { POLICY_CHECKS } from '#kinds/policy/model/checks.ts';
import { citableIn, speaksTo } from '#kinds/policy/model/citable.ts';
import { POLICY, type PolicyKind } from '#kinds/policy/model/kind.ts';
import { measuresOf, ROUNDS } from '#kinds/policy/model/measures.ts';
import { type PolicyBrief, PolicyBriefSchema } from '#kinds/policy/model/schemas.ts';
import { citationIssues } from '#market/signs/use-cases/check-citations.ts';
import { policyStatements, policyTexts } from './statements.ts';

/** Ids that stand in the list twice or more, each once. */
const repeated = (ids: readonly string[]) => [...new Set(ids.filter((id, n) => ids.indexOf(id) !== n))];

/**
 * Checks the brief of each table-top: its citations, that each finding and card has an id of its own, and that each
 * round has a measure to which something speaks.
 */
export const POLICY_BUILDS: KindBuilds<PolicyKind> = {
  ...POLICY_CHECKS,
  codes: ['policy.repeated-id', 'policy.round-without-ground'],
  statements: policyStatements,
  textsShown: policyTexts,
  check(scenario, _, { sources }) {
    return POLICY.authoredIn(stateTree(scenario.value)).flatMap(({ path, brief: written }) => {
      const parsed = PolicyBriefSchema.safeParse(written);
      if (!parsed.success) return [];
      const brief: PolicyBrief = parsed.data;
      const at = [...path, 'brief'];
      const citable = citableIn(brief);
      return [
        ...brief.cards.flatMap((card, n) =>
          citationIssues(scenario, [...at, 'cards', n, 'sources'], card.sources, sources),
        ),
        ...brief.law.flatMap((rule, n) =>
          citationIssues(scenario, [...at, 'law', n, 'sources'], rule.sources, sources),
        ),
        ...repeated(citable.map(({ id }) => id)).map((id) => fault('policy.repeated-id', scenario, at, { id })),
        ...ROUNDS.filter((round) =>
          measuresOf(round).every((measure) => !citable.some((one) => one.tested && speaksTo(one, measure))),
        ).map((round) => fault('policy.round-without-ground', scenario, at, { round })),
      ];
    });
  },
};
