import type { Instant } from '#kernel/model/instant.ts';
import type { KeyedPermutation } from '#kernel/model/keyed-permutation.ts';
import { ACTOR_TYPES, type ActorType } from '#market/ads/model/actor-types.ts';
import type { Family } from '#market/ads/model/families.ts';
import type { PostStory } from '#market/ads/model/ground-truth.ts';
import type { Ad, Locator } from '#market/ads/model/market.ts';
import type {
  IntensityTone,
  Lexicon,
  MarketProfile,
  Planting,
  PrevalenceName,
  Site,
  Weights,
} from '#market/ads/model/schemas.ts';
import type { MarketPosts } from '#market/posts/model/market-posts.ts';
import type { Catalogue } from '#market/signs/model/catalogue.ts';
import type { HeldAds } from './_internal/held-ads.ts';
import type { MarketKeys } from './_internal/market-keys.ts';
import type { Units } from './draw-units.ts';
import type { MarketColumns } from './market-columns.ts';
import type { PlannedActor, PresetName } from './plan-actors.ts';
import type { TraceGroup } from './share-traces.ts';

/**
 * Maximum ads of a market. Telephone numbers of the fictional States have nine digits after +999 (rule C07), and up to
 * five are kept for a persona: its own, three old ones, and that of a group that begins with it (`trace-number.ts`).
 */
export const MAX_ADS = 200_000_000;

/** All inputs that determine the bytes of a market. */
export interface MarketOrder {
  readonly profile: MarketProfile;
  readonly lexicon: Lexicon;
  /** The genres of the posts, in the wordings of one half: of practice or of assessment. */
  readonly posts: MarketPosts;
  readonly catalogue: Catalogue;
  readonly planting: Planting;
  readonly weights: Weights;
  /** A preset, or a number of ads up to `MAX_ADS`. */
  readonly size: PresetName | number;
  readonly prevalence: PrevalenceName;
  /** In per cent; takes the place of the share that a seed has at FIELD. */
  readonly share?: number;
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

/**
 * One part of a market that is drawn by itself: no trace and no actor reaches beyond it. Its rows are numbered over the
 * market; at which index each stands, `DrawnMarket.places` says.
 */
export interface District {
  readonly from: number;
  readonly to: number;
  readonly family: Family;
  /** Ads that were planned by actor; the rest are copies on a mirror. */
  readonly planned: number;
  readonly actors: readonly PlannedActor[];
  readonly firstActor: number;
  /**
   * Number of the network that can be reached through money alone, counted over the market; -1 if the promise is not
   * made.
   */
  readonly moneyOnly: number;
}

/** One thing that an ad says or shows. */
export interface SaidSign {
  readonly indicator: string;
  readonly kind: 'sign' | 'cue' | 'trap';
  readonly at: Locator;
}

/** What records of a post show of that which its persona says or shows. */
export interface RecordStory {
  /** Notes of replies, calls, boards and chats, by what they show; `none` shows nothing. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
  /** Indicators of what ads say that show in a note. */
  readonly noted: readonly string[];
  /** Days of the week, 0 for Monday, on which the persona never renews an ad. */
  readonly restDays: readonly number[];
  /** True for an account that is some years old. */
  readonly isOldAccount: boolean;
}

/** A run of neighbouring districts of a market, numbered from 0, both included. */
export interface DistrictRange {
  readonly first: number;
  readonly last: number;
}

/**
 * A market, or a range of its districts, as columns: everything is decided, nothing is written out yet. An `at` is a
 * place in the columns; where the whole market is drawn, it is the index of the ad too.
 */
export interface DrawnMarket extends HeldAds {
  readonly order: MarketOrder;
  readonly marketId: string;
  readonly from: Instant;
  /** `from` in seconds since 1970-01-01T00:00:00Z. */
  readonly fromEpoch: number;
  readonly sites: readonly Site[];
  /** Number of ads of the whole market; `count` of them are in the columns. */
  readonly size: number;
  readonly columns: MarketColumns;
  readonly keys: MarketKeys;
  /** From the row of an ad, counted by district, to its index. */
  readonly places: KeyedPermutation;
  /** Cache: the permutation of the numbers of each kind; see `traceNumber`. */
  readonly numbers: Record<string, KeyedPermutation>;
  readonly districts: readonly District[];
  /** What an ad says or shows in its text, its fields or around it, with the place; traces and records come beside. */
  readonly said: (at: number) => readonly SaidSign[];
  /** The bits of what an ad says that its page shows; records show the rest. */
  readonly saidOnPage: (at: number) => number;
  /** How the post at a place came to be. */
  readonly story: (at: number) => PostStory;
  /** What records show of a post beside its bits. */
  readonly recordStory: (at: number) => RecordStory;
  /** Sentences with the words of what they do not show. */
  readonly likes: (at: number) => readonly { readonly indicator: string; readonly at: Locator }[];
  /** The public ad at a place of the columns; see `writeAd`. */
  readonly ad: (at: number) => Ad;
  /** Places in the columns of the ads of a district, from the lowest on. */
  readonly placesOf: (district: Pick<District, 'from' | 'to'>) => Uint32Array;
}

/** A market before its districts are drawn. */
export type Undrawn = Omit<
  DrawnMarket,
  'districts' | 'said' | 'saidOnPage' | 'likes' | 'story' | 'recordStory' | 'ad' | 'placesOf'
>;

/** A district whose personas are drawn, while its ads get their rows. */
export interface PlacedDistrict {
  readonly from: number;
  readonly to: number;
  readonly family: Family;
  readonly firstActor: number;
  readonly preset: PresetName | undefined;
  readonly actors: readonly PlannedActor[];
  readonly units: Units;
  readonly groups: readonly TraceGroup[];
  /** Rows at the end that a mirror fills. */
  readonly copies: number;
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

/** Tones of networks, in the order of their numbers in the columns. */
export const TONES: readonly IntensityTone[] = ['overt', 'average', 'quiet'];

/** The tone of the network behind the ad; undefined for other actors. */
export const toneAt = ({ columns }: Pick<DrawnMarket, 'columns'>, at: number): IntensityTone | undefined =>
  TONES[(columns.tone[at] as number) - 1];

/** The district of the ad at a place of the columns. */
export function districtAt(
  { districts, places, indexAt }: Pick<DrawnMarket, 'districts' | 'places' | 'indexAt'>,
  at: number,
): District {
  const row = places.indexOf(indexAt(at));
  return districts.find(({ to }) => row < to) as District;
}
