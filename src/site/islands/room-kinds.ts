import { KIND_PLAYS } from '#core/kinds/play.ts';
import { KIND_SCREENS } from '../kind-screens.ts';
import type { ControlKinds } from '../room-control/control-kinds.ts';

/** The shipped kinds for the pages of a facilitator. */
export const ROOM_KINDS: ControlKinds = {
  plays: KIND_PLAYS,
  shows: KIND_SCREENS,
  says: () => import('#core/kinds/debrief.ts').then(({ KIND_DEBRIEFS }) => KIND_DEBRIEFS),
  players: () => import('#app/kinds/players.ts').then(({ KIND_PLAYERS }) => KIND_PLAYERS),
};
