import type { Indicator } from './schemas.ts';

/** All indicators by id. */
export type Catalogue = ReadonlyMap<string, Indicator>;

/** Puts indicators in a catalogue; the order given is kept. */
export function createCatalogue(indicators: readonly Indicator[]): Catalogue {
  return new Map(indicators.map((indicator) => [indicator.id, indicator]));
}
