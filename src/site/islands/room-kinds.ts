import { KIND_SCREENS } from '#kinds/shipped/islands/kind-screens.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/play.ts';
import type { ControlKinds } from '#room/control/islands/control-kinds.ts';

/** The shipped kinds for the pages of a facilitator. */
export const ROOM_KINDS: ControlKinds = {
  plays: KIND_PLAYS,
  shows: KIND_SCREENS,
  says: () => import('#kinds/shipped/model/debrief.ts').then(({ KIND_DEBRIEFS }) => KIND_DEBRIEFS),
  players: () => import('#kinds/shipped/use-cases/players.ts').then(({ KIND_PLAYERS }) => KIND_PLAYERS),
};
