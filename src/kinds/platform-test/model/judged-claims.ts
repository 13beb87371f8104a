import { CLAIM_IDS, type ClaimId, type Soundness, soundnessOf } from '#market/platforms/model/claims.ts';
import type { FindingWord } from './actions.ts';
import { claimPoints } from './claim-points.ts';
import { type ClaimCount, countClaim } from './counts.ts';
import { type WeighedFinding, weighFinding } from './findings.ts';
import type { PlatformTestBrief, PlatformTestState } from './state.ts';
import { type Trial, trialsIn } from './trials.ts';
import { seenSoFar } from './visible.ts';

/** One claim with the truth of the hidden half. */
export interface JudgedClaim {
  readonly site: string;
  readonly claim: ClaimId;
  /** Chance of the fault in per cent: the hidden half. */
  readonly chance: number;
  readonly soundness: Soundness;
  readonly word: FindingWord;
  readonly isProved: boolean;
  readonly count: Pick<ClaimCount, 'failed' | 'all' | 'interval'>;
  readonly points: number;
}

/** Every claim on every platform, with the team's word and its points. */
export function judgedClaims(brief: PlatformTestBrief, state: PlatformTestState): JudgedClaim[] {
  const trials = trialsIn(seenSoFar(state));
  const weighed = state.findings.map((finding) => weighFinding(finding, trials, state));
  return brief.platforms.flatMap(({ id: site, hidden }) =>
    CLAIM_IDS.map((claim) => judge(site, claim, hidden.chances[claim], trials, weighed)),
  );
}

/** Sum of the points of all claims, by which reference players are measured. */
export const pointsOf = (claims: readonly JudgedClaim[]): number =>
  claims.reduce((sum, claim) => sum + claim.points, 0);

function judge(
  site: string,
  claim: ClaimId,
  chance: number,
  trials: readonly Trial[],
  weighed: readonly WeighedFinding[],
): JudgedClaim {
  const own = weighed.find(({ finding }) => finding.site === site && finding.claim === claim);
  const { failed, all, interval } = own?.count ?? countClaim(trials, site, claim);
  const word = own?.finding.word ?? 'not-tested';
  const isProved = own?.isProved ?? true;
  const soundness = soundnessOf(chance);
  return {
    site,
    claim,
    chance,
    soundness,
    word,
    isProved,
    count: { failed, all, interval },
    points: claimPoints(word, chance, isProved),
  };
}
