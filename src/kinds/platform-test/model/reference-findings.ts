import { CLAIM_IDS, type ClaimId, soundnessOf } from '#market/platforms/model/claims.ts';
import type { TestFinding } from './actions.ts';
import { countClaim } from './counts.ts';
import { honestFinding } from './findings.ts';
import type { PlayerId } from './reference-player-ids.ts';
import type { PlatformTestBrief, PlatformTestState } from './state.ts';
import { trialsIn } from './trials.ts';
import { seenSoFar } from './visible.ts';

/** The findings that a player records of every claim of every platform. */
export function findingsOf(player: PlayerId, brief: PlatformTestBrief, state: PlatformTestState): TestFinding[] {
  const trials = trialsIn(seenSoFar(state));
  return brief.platforms.flatMap(({ id: site, hidden }) =>
    CLAIM_IDS.map((claim): TestFinding => {
      const honest = honestFinding(trials, state, site, claim);
      const blind = (word: TestFinding['word'], certainty: number): TestFinding => ({
        site,
        claim,
        word,
        items: [],
        innocent: false,
        certainty,
      });
      switch (player) {
        case 'accuse-all':
          return blind('pattern', 100);
        case 'trust-all':
          return blind('not-seen', 0);
        case 'oracle':
          return blind(oracleWord(hidden.chances[claim]), hidden.chances[claim] >= 20 ? 100 : 0);
        case 'first-failure-is-pattern':
          return honest.word === 'once' ? { ...honest, word: 'pattern', certainty: 95 } : honest;
        case 'tc1-for-everything':
          return spread(site, claim, honest);
        case 'spam-reports':
          return honest.word === 'once' ? { ...honest, word: 'pattern', certainty: 95 } : honest;
        default:
          return honest;
      }
    }),
  );

  /** Applies what one card showed to every claim without a test. */
  function spread(site: string, claim: ClaimId, honest: TestFinding): TestFinding {
    if (honest.word !== 'not-tested') return honest;
    const card = countClaim(trials, site, 'declared-age');
    const items = state.items.filter((item) => item.site === site).map(({ id }) => id);
    return {
      site,
      claim,
      word: card.failed > 0 ? 'pattern' : 'not-seen',
      items,
      innocent: false,
      certainty: card.failed > 0 ? 95 : 5,
    };
  }
}

const oracleWord = (chance: number) => {
  const soundness = soundnessOf(chance);
  return soundness === 'fault' ? 'pattern' : soundness === 'grey' ? 'once' : 'not-seen';
};
