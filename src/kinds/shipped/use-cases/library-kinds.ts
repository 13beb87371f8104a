import type { LibraryKinds } from '#case/plug/use-cases/kind-builds.ts';
import { KIND_IN_ROOM } from '#kinds/shipped/model/in-room.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/plays.ts';
import { KIND_READS } from '#kinds/shipped/model/reads.ts';
import { KIND_SCORES } from '#kinds/shipped/model/scores.ts';
import { KIND_TELLS } from '#kinds/shipped/model/tells.ts';
import { KIND_BUILDS } from './builds.ts';

/** The shipped kinds for a library: loaded by commands, the build and the studio. */
export const LIBRARY_KINDS: LibraryKinds = {
  plays: KIND_PLAYS,
  tells: KIND_TELLS,
  reads: KIND_READS,
  scores: KIND_SCORES,
  inRoom: KIND_IN_ROOM,
  builds: KIND_BUILDS,
};
