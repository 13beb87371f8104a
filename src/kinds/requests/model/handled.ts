import type { ExerciseHandled } from '#core/exercise/handled.ts';
import type { RequestsResponse } from './play.ts';

/** Letters that were sent; a draft is not counted. */
export const REQUESTS_HANDLED: ExerciseHandled = {
  handledIn: (response) => [{ id: 'requests.letters', n: (response as RequestsResponse).letters.length }],
};
