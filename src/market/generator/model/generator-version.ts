import type { IndexedRng } from '#kernel/model/rng.ts';
import type { ActorType } from '#market/ads/model/actor-types.ts';
import type { Family } from '#market/ads/model/families.ts';
import type { MarketProfile, Weights } from '#market/ads/model/schemas.ts';
import type { RealismRow } from '#market/posts/model/genre-schemas.ts';
import type { MarketPosts } from '#market/posts/model/market-posts.ts';
import type { MarketKeys } from './_internal/market-keys.ts';
import type { Exclusions } from './exclusions.ts';
import type { ActorOrder, PlannedActor } from './plan-actors.ts';

/** The streams of draws of one district: a use that is asked for again goes on where it was. */
export type DistrictDraws = (use: string) => IndexedRng;

/** Who posts in a district, and how much. */
export interface Plan {
  readonly actors: readonly PlannedActor[];
  /** For each actor the ads of each of its personas; where it is missing, they are drawn with the personas. */
  readonly adsOf?: readonly (readonly number[])[];
  /** Index of the network that only money leads to, or -1. */
  readonly moneyOnly: number;
}

/** What the records of an ad are drawn for. */
export type RecordUse =
  | 'account'
  | 'renewals'
  | 'tool'
  | 'payout'
  | 'notes'
  | 'contacts'
  | 'consent'
  | 'phones'
  | 'route'
  | 'money'
  | 'moderation';

/** What a version reads of the order of a market. */
export interface VersionOrder {
  readonly profile: MarketProfile;
  readonly weights: Weights;
  readonly posts?: MarketPosts;
}

/** What differs between two versions of the generator, where a market is planned, written and read. */
export interface GeneratorVersion {
  readonly number: number;
  /** Day on which the version was finished. */
  readonly date: string;
  /** True if phones use all digits in small markets too: numbers of four digits begin alike, as no list of phones does. */
  readonly hasWidePhones: boolean;
  /** The stream of draws for one use of a seed. */
  readonly streamOf: (seed: string, use: string) => IndexedRng;
  /** Plans the actors of a district. Throws `MarketTooSmallError`. */
  readonly planDistrict: (order: ActorOrder, draws: DistrictDraws) => Plan;
  /** What contradicts what in one ad. */
  readonly exclusions: Exclusions;
  /** Who posts the ads of a family that are not controlled, where it is not the mix of the profile. */
  readonly mixOf: (order: Pick<VersionOrder, 'profile' | 'posts'>, family: Family) => MarketProfile['mix'] | undefined;
  /** How often a type of actor posts for each of `PURPOSES`, as shares that sum to 1; undefined if all ads are offers. */
  readonly purposesOf: (
    order: Pick<VersionOrder, 'profile' | 'posts'>,
    family: Family,
    type: ActorType,
  ) => readonly number[] | undefined;
  /** What each sign is worth in each setting. */
  readonly weightsOf: (order: Pick<VersionOrder, 'weights' | 'posts'>) => Weights;
  /** How posts of the setting look beside figures of real ads; nothing where the version has no such table. */
  readonly realismOf: (order: Pick<VersionOrder, 'profile' | 'posts'>) => readonly RealismRow[];
  /** The chance that an indicator of what ads say shows on the page, where it is said at all; else records show it. */
  readonly chanceOnPage: (family: Family, id: string) => number;
  /** A whole number for one use of a numbered thing, for a choice that is computed and not kept in a column. */
  readonly spread: (market: { readonly keys: MarketKeys }, use: string, thing: number) => number;
  /** The draws of the records of the ad at an index of the market. `open` gives the market's stream of one use. */
  readonly recordDraws: (
    open: (use: string) => IndexedRng,
    persona: number,
    index: number,
  ) => (use: RecordUse) => IndexedRng;
}
