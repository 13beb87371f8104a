import type { ExerciseHidden } from '#case/exercise/model/hidden-half.ts';
import { createRegistry } from '#case/exercise/model/registry.ts';
import { PLATFORM_TEST_HIDDEN } from '#kinds/platform-test/model/hidden.ts';

/** Kinds whose briefs have a hidden half: loaded by the server of a room, and by no page. */
export const KIND_HIDDEN = createRegistry<ExerciseHidden>({
  'platform-test': PLATFORM_TEST_HIDDEN,
});
