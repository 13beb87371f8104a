import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { WithKeyParts } from '#case/plug/use-cases/kind-build.ts';
import { KIND_HIDDEN } from '#kinds/shipped/model/hidden.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/play.ts';
import { KIND_SCHEMAS } from '#kinds/shipped/model/schemas.ts';
import { KIND_TEAM_FINDINGS } from '#kinds/shipped/model/team-findings.ts';
import { KIND_KEY_PARTS } from '#kinds/shipped/use-cases/key-parts.ts';

/** The shipped kinds for the server of a room. How they are scored is loaded with its board. */
export const ROOM_KINDS: Pick<Kinds, 'plays' | 'reads' | 'hidden' | 'teamFindings'> & WithKeyParts = {
  plays: KIND_PLAYS,
  reads: KIND_SCHEMAS,
  hidden: KIND_HIDDEN,
  teamFindings: KIND_TEAM_FINDINGS,
  keyParts: KIND_KEY_PARTS,
};
