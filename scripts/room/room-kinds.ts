import type { Kinds } from '#case/exercise/model/kinds.ts';
import { KIND_IN_ROOM } from '#kinds/shipped/model/in-room.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { KIND_READS } from '#kinds/shipped/model/reads.ts';
import { KIND_TELLS } from '#kinds/shipped/model/tells.ts';

/** The shipped kinds for the server of a room. How they are scored is loaded with its board. */
export const ROOM_KINDS: Pick<Kinds, 'plays' | 'tells' | 'reads' | 'inRoom'> = {
  plays: KIND_PLAYS,
  tells: KIND_TELLS,
  reads: KIND_READS,
  inRoom: KIND_IN_ROOM,
};
