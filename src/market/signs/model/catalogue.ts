import type { Indicator } from './schemas.ts';

/** All indicators by id. */
export type Catalogue = ReadonlyMap<string, Indicator>;

/** Creates a catalogue; the given order is kept. */
export function createCatalogue(indicators: readonly Indicator[]): Catalogue {
  return new Map(indicators.map((indicator) => [indicator.id, indicator]));
}
