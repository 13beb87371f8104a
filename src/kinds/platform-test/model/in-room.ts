import type { KindInRoom } from '#case/exercise/model/kind-in-room.ts';
import { handOn } from './hand-on.ts';
import { PLATFORM_TEST_HIDDEN } from './hidden.ts';
import type { PlatformTestKind } from './kind.ts';
import { PLATFORM_TEST_TEAM_FINDINGS } from './team-findings.ts';

/** What several do with a test: its hidden half, the findings of teams, and the report for a table-top. */
export const PLATFORM_TEST_IN_ROOM: KindInRoom<PlatformTestKind> = {
  hidden: PLATFORM_TEST_HIDDEN,
  teamFindings: PLATFORM_TEST_TEAM_FINDINGS,
  handOn,
};
