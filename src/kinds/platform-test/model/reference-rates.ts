import { rememberLast } from '#kernel/model/remember-last.ts';
import { judgedClaims, pointsOf } from './judged-claims.ts';
import type { PlayerId } from './reference-player-ids.ts';
import { playAs } from './reference-players.ts';
import type { PlatformTestBrief } from './state.ts';

/** Players that ignore what happens, or look at one thing only. */
export const BLIND_PLAYERS: readonly PlayerId[] = ['accuse-all', 'trust-all', 'only-tc1', 'tc1-for-everything'];

/** The best player that sees only what a team sees. */
export const BEST_PLAYER: PlayerId = 'repeat-what-failed';

export interface ReferenceRates {
  readonly blind: number;
  readonly best: number;
}

/** Plays of each player from which its rate is taken. */
const PLAYS = 5;

/**
 * Baseline and ceiling of the claims criterion for these platforms: mean points of the best blind player, and of the
 * best player that sees what a team sees. Both use other seeds than the team.
 */
export function referenceRates(brief: PlatformTestBrief): ReferenceRates {
  const { seed, from, people, platforms, mirrors } = brief;
  return remember(platforms.map(({ id }) => id).join(' '), [seed, from, people, platforms, mirrors], () => {
    const rate = (player: PlayerId) => meanPoints(player, brief, PLAYS);
    return { blind: Math.max(...BLIND_PLAYERS.map(rate)), best: rate(BEST_PLAYER) };
  });
}

/** Caches rates, because a report is scored each time it is shown. Each team of a room can have its own share. */
const remember = rememberLast<ReferenceRates>(40);

/** Mean points of a player over `plays` plays of these platforms. */
export function meanPoints(player: PlayerId, brief: PlatformTestBrief, plays: number): number {
  let sum = 0;
  for (let n = 0; n < plays; n++) {
    const other = { ...brief, seed: `${brief.seed} reference ${n}` };
    sum += pointsOf(judgedClaims(other, playAs(player, other).state));
  }
  return sum / plays;
}
