import type { Act } from '#case/exercise/model/acts.ts';
import type { Role } from '#case/language/model/role.ts';
import type { Band } from '#market/signs/model/bands.ts';
import type { ToldPath } from './told-path.ts';

/** Everything that a result line says of an attempt. */
export interface ToldResult extends ToldPath {
  /** Undefined for the usual role. */
  readonly role?: Role;
  /** By exercise: the band that each judged ad counts as. An ad that was not judged has none. */
  readonly bands: Readonly<Record<string, ReadonlyMap<string, Band>>>;
  /** The acts that were done, the first first. */
  readonly order: readonly Act[];
}
