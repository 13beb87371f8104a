import type { Catalogue } from '#core/indicators/catalogue.ts';
import type { Instant } from '#core/kernel/instant.ts';
import { ACTOR_TYPES, type ActorType } from '#core/market/actor-types.ts';
import type { Family } from '#core/market/families.ts';
import type { Ad } from '#core/market/market.ts';
import type { Lexicon, MarketProfile, Planting, PrevalenceName, Site, Tone, Weights } from '#core/market/schemas.ts';
import type { MarketColumns } from './_internal/market-columns.ts';
import type { WrittenText } from './_internal/write-sentences.ts';
import type { PlannedActor, PresetName } from './plan-actors.ts';

/** What decides every byte of a market. */
export interface MarketOrder {
  readonly profile: MarketProfile;
  readonly lexicon: Lexicon;
  readonly catalogue: Catalogue;
  readonly planting: Planting;
  readonly weights: Weights;
  /** A preset, or a number of ads up to a million. */
  readonly size: PresetName | number;
  readonly prevalence: PrevalenceName;
  readonly seed: string;
  /** The moment of the case at which the market is looked at; every ad is older. */
  readonly until: Instant;
  /** Multiplies the rates of the signs of networks; 1 is the table's. */
  readonly intensity?: number;
  /** Chance of a false bridge per network and kind of link; without it the planted one. */
  readonly falseBridges?: number;
  /** Set where the market is for assessment: its id is keyed with this and tells nothing of the seed. */
  readonly secret?: string;
  /** Names another stream for the labels of persons; a test swaps them and finds the same signs. */
  readonly labels?: string;
}

/** One stretch of a market that is drawn by itself: no trace and no actor reaches beyond it. */
export interface District {
  readonly from: number;
  readonly to: number;
  readonly family: Family;
  readonly actors: readonly PlannedActor[];
  readonly firstActor: number;
  /** Number of the network that money alone leads to, counted over the market; -1 where the promise is not made. */
  readonly moneyOnly: number;
}

/** A market as columns: everything about it is decided, nothing is written out. */
export interface DrawnMarket {
  readonly order: MarketOrder;
  readonly marketId: string;
  readonly from: Instant;
  /** The same moment in seconds since 1970. */
  readonly fromEpoch: number;
  readonly sites: readonly Site[];
  readonly size: number;
  readonly columns: MarketColumns;
  /** Keys of the numbers of each kind of trace; see `traceNumber`. */
  readonly keys: Record<string, number>;
  /** Prices as they are written, by their number of five SIM; filled while ads are written. */
  readonly prices: string[];
  readonly districts: readonly District[];
  /** Writes the title and the sentences of the ad at a place. */
  readonly write: (at: number) => WrittenText;
  /** The public ad at a place; see `adAt`. */
  readonly ad: (at: number) => Ad;
}

/** Six simulated weeks of ads, as long as a market runs. */
export const MARKET_DAYS = 42;

/** So many hours' price make a month's pay, where a market of services has job ads too. */
export const HOURS_OF_A_MONTH = 13;

/** Families by the number that stands in the columns. */
export const FAMILY_NUMBERS: readonly Family[] = ['services', 'jobs', 'social'];

/** The family of the ad at a place. */
export const familyAt = (columns: MarketColumns, at: number): Family =>
  FAMILY_NUMBERS[columns.family[at] as number] as Family;

/** The type of the actor behind the ad at a place. */
export const typeAt = (columns: MarketColumns, at: number): ActorType =>
  ACTOR_TYPES[columns.type[at] as number] as ActorType;

/** How the network behind the ad reads; undefined for everyone else. */
export function toneAt(drawn: DrawnMarket, at: number): Tone | undefined {
  const district = drawn.districts.find(({ to }) => at < to);
  return district?.actors[(drawn.columns.actor[at] as number) - district.firstActor]?.tone;
}

/**
 * True where all wallets of the actor behind the ad pay into one account: those of a network, but also those of a house and
 * of people with a common till. That several pay into one says little by itself; how much of what they earn does.
 */
export function paysIntoOne(drawn: DrawnMarket, at: number): boolean {
  const type = typeAt(drawn.columns, at);
  return type === 'agency' || type === 'collective' || toneAt(drawn, at) !== undefined;
}
