import { KIND_SHOWS } from '#kinds/shipped/islands/shows.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { KIND_TELLS } from '#kinds/shipped/model/tells.ts';
import type { ControlKinds } from '#room/control/islands/control-kinds.ts';

/** The shipped kinds for the pages of a facilitator. */
export const ROOM_KINDS: ControlKinds = {
  plays: KIND_PLAYS,
  tells: KIND_TELLS,
  shows: KIND_SHOWS,
  says: () => import('#kinds/shipped/model/says.ts').then(({ KIND_SAYS }) => KIND_SAYS),
  players: () => import('#kinds/shipped/use-cases/players.ts').then(({ KIND_PLAYERS }) => KIND_PLAYERS),
};
