import type { ExerciseHandled } from '#case/exercise/model/handled.ts';
import type { LinkingResponse } from './play.ts';

/** Proposed links, and networks with an ad in them. */
export const LINKING_HANDLED: ExerciseHandled = {
  handledIn(response) {
    const { edges, groups } = response as LinkingResponse;
    return [
      { id: 'linking.edges', n: edges.length },
      { id: 'linking.groups', n: groups.filter(({ ads }) => ads.length > 0).length },
    ];
  },
};
