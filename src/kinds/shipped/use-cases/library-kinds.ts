import type { LibraryKinds } from '#case/plug/use-cases/kind-build.ts';
import { KIND_CHECKS } from '#kinds/shipped/model/check.ts';
import { KIND_HIDDEN } from '#kinds/shipped/model/hidden.ts';
import { KIND_PLAYS } from '#kinds/shipped/model/play.ts';
import { KIND_SCHEMAS } from '#kinds/shipped/model/schemas.ts';
import { KIND_SCORES } from '#kinds/shipped/model/score.ts';
import { KIND_BUILDS } from './build.ts';
import { KIND_KEY_PARTS } from './key-parts.ts';

/** The shipped kinds for a library: loaded by commands, the build and the studio. */
export const LIBRARY_KINDS: LibraryKinds = {
  plays: KIND_PLAYS,
  reads: KIND_SCHEMAS,
  scores: KIND_SCORES,
  checks: KIND_CHECKS,
  hidden: KIND_HIDDEN,
  builds: KIND_BUILDS,
  keyParts: KIND_KEY_PARTS,
};
