import { CHECKATHON_REPORT } from '#core/checkathon/hand-on.ts';
import { createRegistry } from '#core/exercise/registry.ts';
import type { ExerciseReport } from '#core/moderation/handed-report.ts';

/** What each kind hands on to an exercise of another case; a kind that hands on nothing has no entry. */
export const KIND_REPORTS = createRegistry<ExerciseReport>({ checkathon: CHECKATHON_REPORT });
