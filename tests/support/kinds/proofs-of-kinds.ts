import type { KindProofs } from './kind-proofs.ts';
import { ofEachKind } from './of-each-kind.ts';

const FOUND = await ofEachKind<{ readonly PROOFS: KindProofs }>('./*/proofs.ts');

/** Acts at random and planted conditions of each kind, by its name. */
export const PROOFS_OF_KINDS: ReadonlyMap<string, KindProofs> = new Map(
  [...FOUND].map(([kind, { PROOFS }]) => [kind, PROOFS]),
);
