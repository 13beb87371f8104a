import type { Catalogue } from '#core/indicators/catalogue.ts';
import type { Instant } from '#core/kernel/instant.ts';
import { ACTOR_TYPES, type ActorType } from '#core/market/actor-types.ts';
import type { Family } from '#core/market/families.ts';
import type { Ad } from '#core/market/market.ts';
import type { Lexicon, MarketProfile, Planting, PrevalenceName, Site, Tone, Weights } from '#core/market/schemas.ts';
import type { MarketColumns } from './_internal/market-columns.ts';
import type { WrittenText } from './_internal/write-sentences.ts';
import type { PlannedActor, PresetName } from './plan-actors.ts';

/** All inputs that determine the bytes of a market. */
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
  /** The moment of the case at which the market is observed; every ad is older. */
  readonly until: Instant;
  /** Factor on the sign rates of networks; 1 by default. */
  readonly intensity?: number;
  /** Probability of a false bridge per network and kind of link; that of the planting rules by default. */
  readonly falseBridges?: number;
  /** Set if the market is for assessment: its id is keyed with this and reveals nothing about the seed. */
  readonly secret?: string;
  /** Names another stream for the labels of persons; a test swaps them and finds the same signs. */
  readonly labels?: string;
}

/** One part of a market that is drawn by itself: no trace and no actor reaches beyond it. */
export interface District {
  readonly from: number;
  readonly to: number;
  readonly family: Family;
  readonly actors: readonly PlannedActor[];
  readonly firstActor: number;
  /**
   * Number of the network that can be reached through money alone, counted over the market; -1 if the promise is not
   * made.
   */
  readonly moneyOnly: number;
}

/** A market as columns: everything is decided, nothing is written out yet. */
export interface DrawnMarket {
  readonly order: MarketOrder;
  readonly marketId: string;
  readonly from: Instant;
  /** `from` in seconds since 1970-01-01T00:00:00Z. */
  readonly fromEpoch: number;
  readonly sites: readonly Site[];
  readonly size: number;
  readonly columns: MarketColumns;
  /** Keys of the numbers of each kind of trace; see `traceNumber`. */
  readonly keys: Record<string, number>;
  /** Cache of formatted prices, by price in units of five SIM; filled while ads are written. */
  readonly prices: string[];
  readonly districts: readonly District[];
  /** Writes the title and the sentences of the ad at an index. */
  readonly write: (at: number) => WrittenText;
  /** The public ad at an index; see `adAt`. */
  readonly ad: (at: number) => Ad;
}

/** Length of a market in days: six simulated weeks of ads. */
export const MARKET_DAYS = 42;

/** Hourly prices per month's pay, for job ads in a market of services. */
export const HOURS_OF_A_MONTH = 13;

/** Families by their number in the columns. */
export const FAMILY_NUMBERS: readonly Family[] = ['services', 'jobs', 'social'];

/** The family of the ad at an index. */
export const familyAt = (columns: MarketColumns, at: number): Family =>
  FAMILY_NUMBERS[columns.family[at] as number] as Family;

/** The actor type of the ad at an index. */
export const typeAt = (columns: MarketColumns, at: number): ActorType =>
  ACTOR_TYPES[columns.type[at] as number] as ActorType;

/** The tone of the network behind the ad; undefined for other actors. */
export function toneAt(drawn: DrawnMarket, at: number): Tone | undefined {
  const district = drawn.districts.find(({ to }) => at < to);
  return district?.actors[(drawn.columns.actor[at] as number) - district.firstActor]?.tone;
}

/**
 * True if all wallets of the actor behind the ad pay into one account: those of a network, but also those of a house
 * and of people with a shared till. That several wallets pay into one is weak evidence; the share of the earnings that
 * they pay in is stronger.
 */
export function paysIntoOne(drawn: DrawnMarket, at: number): boolean {
  const type = typeAt(drawn.columns, at);
  return type === 'agency' || type === 'collective' || toneAt(drawn, at) !== undefined;
}
