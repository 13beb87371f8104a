import { everyOther } from '#case/reference-players/use-cases/every-other.ts';
import type { PlayersOf } from '#case/reference-players/use-cases/players.ts';
import type { Table } from '#case/reference-players/use-cases/table.ts';
import { PLATFORM_TEST } from '#kinds/platform-test/model/kind.ts';
import type { PlatformTestAct, TestAct } from '#kinds/platform-test/model/play.ts';
import type { PlayerId } from '#kinds/platform-test/model/reference-player-ids.ts';
import { playAs } from '#kinds/platform-test/model/reference-players.ts';
import { playAsOracle } from './oracle.ts';

const testOf = ({ material, attempt }: Table) => PLATFORM_TEST.briefOf(material.scenario, attempt.state);

const played = (player: PlayerId) => (table: Table) =>
  playAs(player, testOf(table)).actions.filter((action): action is TestAct => action.type !== 'time.skipped');

const oracle = (table: Table) => playAsOracle(testOf(table)).acts;

/** What the reference players do in a test of platforms. */
export const PLATFORM_TEST_PLAYERS: PlayersOf<PlatformTestAct> = {
  oracle,
  'flag-all': played('accuse-all'),
  'flag-none': played('trust-all'),
  'count-flags': played('tc1-for-everything'),
  'select-all-text': played('spam-reports'),
  'always-c3': played('only-tc1'),
  honest: played('repeat-what-failed'),
  'half-diligent': (table) => everyOther(oracle(table)),
};
