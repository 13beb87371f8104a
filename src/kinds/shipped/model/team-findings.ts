import { createRegistry } from '#case/exercise/model/registry.ts';
import type { ExerciseTeamFindings } from '#case/exercise/model/team-findings.ts';
import { CHECKATHON_TEAM_FINDINGS } from '#kinds/platform-test/model/team-findings.ts';

/** Kinds whose findings stand on the board of a room: loaded by its server. */
export const KIND_TEAM_FINDINGS = createRegistry<ExerciseTeamFindings>({
  checkathon: CHECKATHON_TEAM_FINDINGS,
});
