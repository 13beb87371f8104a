import type { KeyVersion } from '#case/parts/use-cases/case-parts.ts';
import type { MotionKey } from '#kinds/courtroom/model/key-schemas.ts';

/**
 * The parts of the key that open after a ruling is signed: model rulings, the six lines, other States, the new fact.
 */
export type OpenedMotion = Pick<
  MotionKey,
  'lines' | 'grant' | 'refuse' | 'elsewhere' | 'twist' | 'forbids' | 'sources'
>;

/** The motions of the courtroom exercises of a case, by id. */
export interface RulingsPart extends KeyVersion {
  readonly schema: 'key-rulings/1';
  readonly motions: Readonly<Record<string, OpenedMotion>>;
}
