import { CLAIM_IDS, type ClaimId, claimRule, standingOf } from '#core/moderation/claims.ts';
import { TEST_CARD_IDS, type TestCardId } from '#core/moderation/test-cards.ts';
import { POINTS_PER_WEEK } from './actions.ts';
import { WEEKS } from './clock.ts';
import type { CheckathonBrief } from './state.ts';

/** Points of one copy of each card, from placing to capture. */
const COST: Readonly<Record<TestCardId, number>> = {
  TC1: 2,
  TC2: 2,
  TC3: 4,
  TC4: 6,
  TC5: 2,
  TC6: 2,
  TC7: 5,
  TC8: 3,
  TC9: 5,
  TC10: 4,
  TC11: 3,
  TC12: 2,
  TC13: 2,
  TC14: 3,
};

/** Failures that make a pattern. */
const LEAST = 2;

/**
 * What one who knew all platforms could prove with the points of a test, on average: whatever gives most points for its
 * cost comes first. The ceiling of the criterion of claims.
 */
export function provablePoints({ platforms }: Pick<CheckathonBrief, 'platforms'>): number {
  const offers = platforms
    .flatMap(({ hidden }) => TEST_CARD_IDS.map((card) => offerOf(card, hidden.chances)))
    .sort((a, b) => b.points / b.cost - a.points / a.cost);
  let left = POINTS_PER_WEEK * WEEKS;
  let points = 0;
  for (const offer of offers) {
    if (offer.cost > left) continue;
    left -= offer.cost;
    points += offer.points;
  }
  return Math.round(points);
}

/** The best number of copies of one card: its points for claims that this card shows first, and its cost. */
function offerOf(card: TestCardId, chances: Readonly<Record<ClaimId, number>>) {
  const own = CLAIM_IDS.filter((claim) => claimRule(claim).cards[0] === card);
  const faults = own.filter((claim) => standingOf(chances[claim]) === 'fault');
  const copies =
    faults.length === 0 ? 1 : Math.max(...faults.map((claim) => Math.ceil((LEAST * 100) / chances[claim])));
  const points = own.reduce((sum, claim) => {
    const standing = standingOf(chances[claim]);
    return sum + (standing === 'fault' ? 3 : standing === 'sound' ? 0.5 : chances[claim] / 100);
  }, 0);
  return { points, cost: copies * COST[card] };
}
