import { createRegistry } from '#case/exercise/model/registry.ts';
import type { ExerciseTeamFindings } from '#case/exercise/model/team-findings.ts';
import { PLATFORM_TEST_TEAM_FINDINGS } from '#kinds/platform-test/model/team-findings.ts';

/** Kinds whose findings stand on the board of a room: loaded by its server. */
export const KIND_TEAM_FINDINGS = createRegistry<ExerciseTeamFindings>({
  'platform-test': PLATFORM_TEST_TEAM_FINDINGS,
});
