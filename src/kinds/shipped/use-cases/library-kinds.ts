import { KIND_CHECKS } from '#core/kinds/check.ts';
import { KIND_HIDDEN } from '#core/kinds/hidden.ts';
import { KIND_PLAYS } from '#core/kinds/play.ts';
import { KIND_SCHEMAS } from '#core/kinds/schemas.ts';
import { KIND_SCORES } from '#core/kinds/score.ts';
import { KIND_BUILDS } from './build.ts';
import { KIND_KEY_PARTS } from './key-parts.ts';
import type { LibraryKinds } from './kind-plug.ts';

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
