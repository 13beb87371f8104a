import { CHECKATHON_TEAM_FINDINGS } from '#core/checkathon/team-findings.ts';
import { createRegistry } from '#core/exercise/registry.ts';
import type { ExerciseTeamFindings } from '#core/exercise/team-findings.ts';

/** Kinds whose findings stand on the board of a room: loaded by its server. */
export const KIND_TEAM_FINDINGS = createRegistry<ExerciseTeamFindings>({
  checkathon: CHECKATHON_TEAM_FINDINGS,
});
