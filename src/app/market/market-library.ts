import type { Indicator, MarketProfileId } from '#core/indicators/schemas.ts';
import type { Instant } from '#core/kernel/instant.ts';
import type { Lexicon, MarketProfile, Planting, PrevalenceName } from '#core/market/schemas.ts';
import type { MarketOrder } from '#core/market-generator/drawn-market.ts';
import { PRESETS, type PresetName } from '#core/market-generator/plan-actors.ts';

/** What a reader chooses of a practice market; with the generator version it decides every byte. */
export interface MarketChoice {
  readonly profile: MarketProfileId;
  /** Ads; the number of a preset means the preset. */
  readonly size: number;
  readonly prevalence: PrevalenceName;
  readonly seed: string;
}

/** What a page needs to draw practice markets itself. It holds no answer; every market drawn from it is open. */
export interface MarketLibrary {
  readonly schema: 'market-library/1';
  readonly profiles: Readonly<Partial<Record<MarketProfileId, MarketProfile>>>;
  readonly lexicon: Lexicon;
  readonly planting: Planting;
  /** Of each indicator only what the drawing asks for. */
  readonly indicators: readonly Pick<Indicator, 'id' | 'kind' | 'likelihood'>[];
}

/** The moment at which a practice market is looked at. */
const UNTIL: Instant = '2031-03-12T09:00:00Z';

/** The words and rules of all profiles, to be fetched by the page. */
export function packMarketLibrary(library: {
  readonly profiles: ReadonlyMap<MarketProfileId, MarketProfile>;
  readonly lexicon: Lexicon;
  readonly planting: Planting;
  readonly catalogue: ReadonlyMap<string, Indicator>;
}): MarketLibrary {
  return {
    schema: 'market-library/1',
    profiles: Object.fromEntries(library.profiles),
    lexicon: library.lexicon,
    planting: library.planting,
    indicators: [...library.catalogue.values()].map(({ id, kind, likelihood }) => ({
      id,
      kind,
      ...(likelihood && { likelihood }),
    })),
  };
}

/** The order of the market that was chosen; undefined where the library has no such profile. */
export function marketOrder(library: MarketLibrary, choice: MarketChoice): MarketOrder | undefined {
  const profile = library.profiles[choice.profile];
  if (!profile) return undefined;
  const { lexicon, planting, indicators } = library;
  return {
    profile,
    lexicon,
    planting,
    // Drawing reads no more of an indicator than the library holds.
    catalogue: new Map(indicators.map((indicator) => [indicator.id, indicator as Indicator])),
    // Weights stand in the truth alone, which no page draws.
    weights: { generatorVersion: 1, seeds: 1, weights: {} },
    size: presetOf(choice.size) ?? choice.size,
    prevalence: choice.prevalence,
    seed: choice.seed,
    until: UNTIL,
  };
}

const presetOf = (size: number) => (Object.keys(PRESETS) as PresetName[]).find((name) => PRESETS[name].ads === size);
