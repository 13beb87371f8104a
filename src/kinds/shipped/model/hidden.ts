import { CHECKATHON_HIDDEN } from '#core/checkathon/hidden.ts';
import type { ExerciseHidden } from '#core/exercise/hidden-half.ts';
import { createRegistry } from '#core/exercise/registry.ts';

/** Kinds whose briefs have a hidden half: loaded by the server of a room, and by no page. */
export const KIND_HIDDEN = createRegistry<ExerciseHidden>({
  checkathon: CHECKATHON_HIDDEN,
});
