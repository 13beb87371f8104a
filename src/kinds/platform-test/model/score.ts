import type { Finding, ScorePart } from '#case/exercise/model/exercise-kind.ts';
import type { KindScores } from '#case/exercise/model/kind-scores.ts';
import { required } from '#kernel/model/invariant.ts';
import { type ClaimFact, type PlatformTestFacts, platformTestFacts } from './facts.ts';
import type { PlatformTestKind } from './kind.ts';
import type { PlatformTestResponse } from './play.ts';
import { scoreTest } from './score-test.ts';
import { briefOfShare } from './share.ts';
import { MIXED_TEAMS, NOTICE_AND_REASONS } from './sources.ts';
import type { PlatformTestBrief } from './state.ts';
import { testAt } from './test-so-far.ts';

/** Scores one test beside the hidden half of its platforms, of those that the team was given. The criteria stand side by side and are never summed. */
export function scorePlatformTest(
  whole: PlatformTestBrief,
  response: PlatformTestResponse,
  evidence: readonly number[],
): ScorePart<PlatformTestFacts> {
  const brief = briefOfShare(whole, response);
  const { state } = testAt(brief, response);
  const { criteria, figures } = scoreTest(brief, state, evidence);
  const facts = platformTestFacts(brief, response);
  return { criteria, figures, findings: findingsOf(facts), facts };
}

/** Claims about duties that every host has by the law that was read. */
const OF_A_HOST: ReadonlySet<ClaimFact['claim']> = new Set([
  'silent-person-shown',
  'silent-relative',
  'silent-non-user',
  'route-closed',
  'not-referred',
]);

function findingsOf({ claims }: PlatformTestFacts): Finding[] {
  return claims.flatMap((fact): Finding[] => {
    const verdict = verdictOf(fact);
    if (!verdict) return [];
    const [kind, reason] = verdict;
    return [
      {
        kind,
        at: { locator: `${fact.site} ${fact.claim}` },
        reason,
        count: [fact.failed, fact.all],
        sources: OF_A_HOST.has(fact.claim) ? [NOTICE_AND_REASONS] : [MIXED_TEAMS],
      },
    ];
  });
}

function verdictOf({ soundness, word, isProved, all }: ClaimFact): readonly [Finding['kind'], string] | undefined {
  if (word === 'pattern' && soundness === 'sound') return ['falseFlag', 'checkathon.pattern.wrong'];
  if (word === 'pattern' && soundness === 'fault')
    return isProved ? ['hit', 'checkathon.pattern.right'] : ['miss', 'checkathon.pattern.unproved'];
  return soundness === 'fault' && all > 0 && word !== 'once' ? ['miss', 'checkathon.fault.missed'] : undefined;
}

/** Scores the exercise of a case: the hidden half of the platforms stands in its brief. */
export const PLATFORM_TEST_SCORES: KindScores<PlatformTestKind> = {
  score(response, _, { brief, evidence }) {
    return scorePlatformTest(required(brief, 'the brief of the test'), response, evidence);
  },
};
