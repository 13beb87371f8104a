import { KIND_SHOWS } from '#kinds/shipped/islands/shows.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { KIND_TELLS } from '#kinds/shipped/model/tells.ts';
import type { ControlKinds } from '#room/control/islands/control-kinds.ts';

/** The shipped kinds for the pages of a facilitator. */
export const ROOM_KINDS: ControlKinds = {
  plays: KIND_PLAYS,
  tells: KIND_TELLS,
  shows: KIND_SHOWS,
  saying: () => import('#kinds/shipped/screens/saying-kinds.ts').then(({ SAYING_KINDS }) => SAYING_KINDS),
  players: () => import('#kinds/shipped/use-cases/players.ts').then(({ KIND_PLAYERS }) => KIND_PLAYERS),
};
