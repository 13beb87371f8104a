import type { Act } from '#core/exercise/acts.ts';
import type { Band } from '#core/indicators/bands.ts';
import type { Market } from '#core/market/market.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';
import type { Role } from '#core/scenario/role.ts';
import type { ToldPath } from './told-path.ts';

/** The public half of a case, from which a result line is encoded and decoded. */
export interface LineCase {
  readonly scenario: CompiledScenario;
  readonly market: Market;
}

/** Everything that a result line says of an attempt. */
export interface ToldResult extends ToldPath {
  /** Undefined for the usual role. */
  readonly role?: Role;
  /** By exercise: the band that each judged ad counts as. An ad that was not judged has none. */
  readonly bands: Readonly<Record<string, ReadonlyMap<string, Band>>>;
  /** The acts that were done, the first first. */
  readonly order: readonly Act[];
}
