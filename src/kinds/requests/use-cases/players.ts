import { everyOther } from '#case/reference-players/use-cases/every-other.ts';
import type { PlayersOf } from '#case/reference-players/use-cases/players.ts';
import type { RequestsAction } from '#kinds/requests/model/play.ts';
import { routineLetters, writeLetters } from './write-letters.ts';

/** What the reference players do at a request desk. */
export const REQUESTS_PLAYERS: PlayersOf<RequestsAction> = {
  oracle: (table) => writeLetters(table),
  'flag-all': routineLetters,
  'half-diligent': (table) => everyOther(writeLetters(table)),
  'notify-first': (table) => writeLetters(table, ['notice', 'preservation', 'order', 'assistance']),
};
