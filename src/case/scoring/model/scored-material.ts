import type { CaseMaterial } from '#case/attempt/model/case-material.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';

/** A case whose attempts can be scored: its kinds are loaded with their answers. */
export interface ScoredMaterial extends CaseMaterial {
  readonly kinds: Pick<Kinds, 'plays' | 'tells' | 'scores'>;
}
