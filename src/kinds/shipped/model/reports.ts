import { createRegistry } from '#case/exercise/model/registry.ts';
import { PLATFORM_TEST_REPORT } from '#kinds/platform-test/model/hand-on.ts';
import type { ExerciseReport } from '#market/platforms/model/handed-report.ts';

/** What each kind hands on to an exercise of another case; a kind that hands on nothing has no entry. */
export const KIND_REPORTS = createRegistry<ExerciseReport>({ 'platform-test': PLATFORM_TEST_REPORT });
