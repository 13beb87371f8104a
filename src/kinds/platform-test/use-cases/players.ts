import { everyOther } from '#app/reference/every-other.ts';
import type { PlayersOf } from '#app/reference/players.ts';
import { briefAt, type Table } from '#app/reference/table.ts';
import type { CheckathonAct, TestAct } from '#core/checkathon/play.ts';
import { type PlayerId, playAs } from '#core/checkathon/reference-players.ts';
import type { CheckathonBrief } from '#core/checkathon/state.ts';
import { playAsOracle } from './oracle.ts';

const testOf = (table: Table) => briefAt(table) as unknown as CheckathonBrief;

const played = (player: PlayerId) => (table: Table) =>
  playAs(player, testOf(table)).actions.filter((action): action is TestAct => action.type !== 'time.skipped');

const oracle = (table: Table) => playAsOracle(testOf(table)).acts;

/** What the reference players do in a test of platforms. */
export const CHECKATHON_PLAYERS: PlayersOf<CheckathonAct> = {
  oracle,
  'flag-all': played('accuse-all'),
  'flag-none': played('trust-all'),
  'count-flags': played('tc1-for-everything'),
  'select-all-text': played('spam-reports'),
  'always-c3': played('only-tc1'),
  honest: played('repeat-what-failed'),
  'half-diligent': (table) => everyOther(oracle(table)),
};
