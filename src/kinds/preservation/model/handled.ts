import type { ExerciseHandled } from '#case/exercise/model/handled.ts';
import type { PreservationResponse } from './play.ts';

/** Captured pages, and those of them with a written record. */
export const PRESERVATION_HANDLED: ExerciseHandled = {
  handledIn(response) {
    const { items } = response as PreservationResponse;
    return [
      { id: 'preservation.pages', n: items.length },
      { id: 'preservation.records', n: items.filter(({ record }) => record).length },
    ];
  },
};
