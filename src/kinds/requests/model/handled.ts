import type { ExerciseHandled } from '#case/exercise/model/handled.ts';
import type { RequestsResponse } from './play.ts';

/** Letters that were sent; a draft is not counted. */
export const REQUESTS_HANDLED: ExerciseHandled = {
  handledIn: (response) => [{ id: 'requests.letters', n: (response as RequestsResponse).letters.length }],
};
