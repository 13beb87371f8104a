import type { CaseMaterial } from '#core/attempt/case-material.ts';
import type { Kinds } from '#core/exercise/kinds.ts';

/** A case whose attempts can be scored: its kinds are loaded with their answers. */
export interface ScoredMaterial extends CaseMaterial {
  readonly kinds: Pick<Kinds, 'plays' | 'scores'>;
}
