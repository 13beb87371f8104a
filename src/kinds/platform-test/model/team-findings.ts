import type { TeamFindings } from '#case/exercise/model/kind-in-room.ts';
import { CLAIM_IDS, type ClaimId, soundnessOf } from '#market/platforms/model/claims.ts';
import { countClaim } from './counts.ts';
import type { PlatformTestKind } from './kind.ts';
import { type PlatformTestResponse, playPlatformTest } from './play.ts';
import { briefOfShare } from './share.ts';
import { testAt } from './test-so-far.ts';
import { trialsIn } from './trials.ts';
import { seenSoFar } from './visible.ts';

const done = (response: PlatformTestResponse | undefined) => response ?? playPlatformTest.empty;

/** Findings of a team by platform and claim, with what it counted up to now. */
export const PLATFORM_TEST_TEAM_FINDINGS: TeamFindings<PlatformTestKind> = {
  findingsOf(whole, response) {
    const own = done(response);
    const { state } = testAt(briefOfShare(whole, own), own);
    const trials = trialsIn(seenSoFar(state));
    return whole.platforms.flatMap(({ id: place }, n) =>
      CLAIM_IDS.flatMap((claim, m) => {
        const word = state.findings.find((one) => one.site === place && one.claim === claim)?.word;
        if (word === undefined || word === 'not-tested') return [];
        const { failed, all } = countClaim(trials, place, claim);
        const at = n * CLAIM_IDS.length + m;
        return [{ place, claim, at, word, seen: failed, tried: all, accuses: word !== 'not-seen' }];
      }),
    );
  },
  shareOf: (response) => done(response).sites,
  stopsOf: (response) => {
    const { stops = [], stopped = false } = done(response);
    return { times: stops.length, now: stopped };
  },
  truthOf({ platforms }, place, claim) {
    return soundnessOf(platforms.find(({ id }) => id === place)?.hidden.chances[claim as ClaimId] ?? 0);
  },
};
