import type { KindSays } from '#case/exercise/model/kind-says.ts';
import type { PageRules } from '#case/exercise/model/page-rules.ts';
import { when } from '#kernel/model/sentence.ts';
import type { PolicyFacts } from './facts.ts';
import type { PolicyKind } from './kind.ts';
import { POLICY_CRITERIA } from './rate-table.ts';
import { POLICY_SENTENCES } from './sentences.ts';

const lateRounds = (tables: readonly PolicyFacts[]) =>
  tables.flatMap(({ rounds }) => rounds.filter(({ late }) => late.length > 0));

/** The first page of a debrief on table-tops: whether the people affected were heard in time. */
const POLICY_PAGE: PageRules<PolicyFacts> = {
  change: [
    {
      id: 'change.policy-late',
      rank: 72,
      says: (tables) => {
        const late = lateRounds(tables);
        return when(late.length > 0, {
          params: { count: late.length },
          events: late.flatMap(({ seq }) => seq ?? []),
        });
      },
    },
    {
      id: 'change.policy-empty',
      rank: 84,
      says: (tables) => when(tables.some(({ measures }) => measures.length === 0)),
    },
  ],
  isSafe: (tables) => tables.every(({ measures }) => measures.length > 0) && lateRounds(tables).length === 0,
};

/** The debrief of a policy table-top. */
export const POLICY_SAYS: KindSays<PolicyKind> = {
  ground: 'log',
  sentences: POLICY_SENTENCES,
  happened: { short: (id) => ['policy.nothing', 'policy.empty', 'policy.plan', 'policy.heard.not'].includes(id) },
  page: POLICY_PAGE,
  units: Object.fromEntries(POLICY_CRITERIA.map((name) => [`policy.${name}`, 'of' as const])),
};
