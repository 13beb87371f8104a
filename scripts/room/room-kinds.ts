import { KIND_KEY_PARTS } from '#app/kinds/key-parts.ts';
import type { WithKeyParts } from '#app/kinds/kind-plug.ts';
import type { Kinds } from '#core/exercise/kinds.ts';
import { KIND_HIDDEN } from '#core/kinds/hidden.ts';
import { KIND_PLAYS } from '#core/kinds/play.ts';
import { KIND_SCHEMAS } from '#core/kinds/schemas.ts';
import { KIND_TEAM_FINDINGS } from '#core/kinds/team-findings.ts';

/** The shipped kinds for the server of a room. How they are scored is loaded with its board. */
export const ROOM_KINDS: Pick<Kinds, 'plays' | 'reads' | 'hidden' | 'teamFindings'> & WithKeyParts = {
  plays: KIND_PLAYS,
  reads: KIND_SCHEMAS,
  hidden: KIND_HIDDEN,
  teamFindings: KIND_TEAM_FINDINGS,
  keyParts: KIND_KEY_PARTS,
};
