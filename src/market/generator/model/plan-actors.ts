import { required } from '#kernel/model/invariant.ts';
import type { Rng } from '#kernel/model/rng.ts';
import { ACTOR_TYPES, type ActorType } from '#market/ads/model/actor-types.ts';
import type { Family } from '#market/ads/model/families.ts';
import type { IntensityTone, MarketProfile, Planting } from '#market/ads/model/schemas.ts';

/** Preset sizes of markets: ads and sites. A capstone also has job ads on a site of their own. */
export const PRESETS = {
  mini: { ads: 42, sites: 1 },
  practice: { ads: 150, sites: 2 },
  field: { ads: 600, sites: 4 },
  capstone: { ads: 2000, sites: 7 },
} as const;
export type PresetName = keyof typeof PRESETS;

/** Job ads of a capstone market of services. */
export const CAPSTONE_JOB_ADS = 400;

/** Below this many ads a market is a lesson: one actor of each type, and networks of about four ads. */
export const MIN_ADS_BEYOND_LESSON = 60;
const LESSON_NETWORK = 4;

/** Minimum ads of a network: with fewer, nothing links them. */
export const MIN_NETWORK_ADS = 2;

/** Minimum and maximum ads of one actor. */
const ADS_PER_ACTOR: Readonly<Record<ActorType, readonly [number, number]>> = {
  independent: [1, 2],
  duo: [2, 3],
  agency: [6, 14],
  collective: [4, 6],
  controlled: [3, 4],
  scammer: [3, 5],
  bot: [6, 10],
  employer: [1, 6],
  recruiter: [2, 6],
  resident: [1, 2],
  charity: [2, 6],
};

/** One independent in this many has a second ad: 1.2 ads each on average. */
const SECOND_AD_ONE_IN = 5;

export interface PlannedActor {
  readonly type: ActorType;
  readonly ads: number;
  /** Only for networks. */
  readonly tone?: IntensityTone;
}

/** Gives the minimum number of ads at which the prevalence leaves room for one network. */
export class MarketTooSmallError extends Error {
  override name = 'MarketTooSmallError';
  readonly smallest: number;
  constructor(smallest: number) {
    super(`At this prevalence a market needs at least ${smallest} ads to hold one network of two.`);
    this.smallest = smallest;
  }
}

/** Parameters of who posts how many of the ads of a district. */
export interface ActorOrder {
  readonly profile: Pick<MarketProfile, 'family' | 'mix'>;
  readonly planting: Pick<Planting, 'intensities'>;
  readonly ads: number;
  /** Share of controlled ads, in per cent. */
  readonly share: number;
}

/** The minimum number of ads that can hold a network of two at that share (in per cent); 1 if there is no network. */
export function smallestMarket(share: number): number {
  if (share <= 0) return 1;
  let ads = MIN_NETWORK_ADS;
  while (Math.round((ads * share) / 100) < MIN_NETWORK_ADS) ads++;
  return ads;
}

/**
 * Plans the actors of a lesson and their numbers of ads. The controlled share is rounded to whole ads; in services the
 * others are a few of each type, elsewhere they divide the rest by the mix of the profile. Throws `MarketTooSmallError`.
 */
export function planLesson(order: ActorOrder, rng: Rng): PlannedActor[] {
  const { profile, ads, share } = order;
  const controlled = Math.round((ads * share) / 100);
  if (share > 0 && controlled < MIN_NETWORK_ADS) throw new MarketTooSmallError(smallestMarket(share));
  const networks = withTones(order, evenly(controlled, LESSON_NETWORK), rng);
  if (profile.family === 'services') return [...networks, ...lessonActors(ads - controlled)];

  const rest = ads - controlled;
  const types = ACTOR_TYPES.filter((type) => (profile.mix[type] ?? 0) > 0);
  const common = types.reduce((most, type) => ((profile.mix[type] ?? 0) > (profile.mix[most] ?? 0) ? type : most));
  const counts = types.map((type) => [type, Math.round((rest * (profile.mix[type] ?? 0)) / 100)] as const);
  const spoken = counts.reduce((sum, [type, count]) => sum + (type === common ? 0 : count), 0);
  return [
    ...networks,
    ...counts.flatMap(([type, count]) =>
      split(type === common ? rest - spoken : count, type, rng).map((size) => ({ type, ads: size })),
    ),
  ];
}

/** One or two actors of each type, so that each can be met and named. */
function lessonActors(ads: number): PlannedActor[] {
  const few: PlannedActor[] = [
    { type: 'duo', ads: 3 },
    { type: 'agency', ads: 5 },
    { type: 'scammer', ads: 2 },
    { type: 'scammer', ads: 2 },
    { type: 'bot', ads: 2 },
  ];
  const left = ads - few.reduce((sum, actor) => sum + actor.ads, 0);
  if (left < 0) return Array.from({ length: ads }, (): PlannedActor => ({ type: 'independent', ads: 1 }));
  const pairs = Math.floor(left / 8);
  return [
    ...few,
    ...Array.from({ length: left - pairs }, (_, n): PlannedActor => ({ type: 'independent', ads: n < pairs ? 2 : 1 })),
  ];
}

/** The actor type of networks: recruiters on boards of jobs. */
export const networkType = ({ profile }: Pick<ActorOrder, 'profile'>): ActorType =>
  profile.family === 'services' ? 'controlled' : 'recruiter';

/** Networks of these numbers of ads, each with its tone. */
export function withTones(actorOrder: ActorOrder, sizes: readonly number[], rng: Rng): PlannedActor[] {
  const { planting, ads } = actorOrder;
  const type = networkType(actorOrder);
  const used = new Map<IntensityTone, number>(planting.intensities.map(({ tone }) => [tone, 0]));
  // In a lesson the first network is a quiet one and the second an overt one; elsewhere chance breaks the first tie.
  const order = ads < MIN_ADS_BEYOND_LESSON ? planting.intensities.toReversed() : rotate(planting.intensities, rng);
  return sizes.map((size, n) => {
    const { tone } =
      ads < MIN_ADS_BEYOND_LESSON
        ? required(order[(n * 2) % order.length], 'a tone')
        : order.reduce((most, one) => (owed(one) > owed(most) ? one : most));
    used.set(tone, (used.get(tone) ?? 0) + size);
    return { type, ads: size, tone };

    function owed({ tone: one, share }: { tone: IntensityTone; share: number }): number {
      const placed = [...used.values()].reduce((sum, value) => sum + value, 0) + size;
      return share * placed - (used.get(one) ?? 0);
    }
  });
}

function evenly(total: number, size: number): number[] {
  if (total === 0) return [];
  const parts = Math.max(1, Math.round(total / size));
  return Array.from({ length: parts }, (_, n) => Math.floor(total / parts) + (n < total % parts ? 1 : 0));
}

function split(total: number, type: ActorType, rng: Rng): number[] {
  const sizes: number[] = [];
  for (let left = total; left > 0; ) {
    const wanted =
      type === 'independent' ? (rng.int(SECOND_AD_ONE_IN) === 0 ? 2 : 1) : between(ADS_PER_ACTOR[type], rng);
    const size = Math.min(left, wanted);
    sizes.push(size);
    left -= size;
  }
  return sizes;
}

const between = ([least, most]: readonly [number, number], rng: Rng) => least + rng.int(most - least + 1);

function rotate<Item>(items: readonly Item[], rng: Rng): Item[] {
  const first = rng.int(items.length);
  return [...items.slice(first), ...items.slice(0, first)];
}

/** Minimum number of networks at which the structural promises can be kept. */
const NETWORKS_FOR_PROMISES = 3;

/** True if a district with these actors keeps the structural promises. */
export const keepsPromises = (actors: readonly PlannedActor[], family: Family): boolean =>
  family === 'services' && actors.filter(({ tone }) => tone).length >= NETWORKS_FOR_PROMISES;

/**
 * The network that only money leads to: one of the smaller ones, because the others have to compensate for the links that
 * it lacks; -1 where the promises are not made.
 */
export function moneyOnlyIn(actors: readonly PlannedActor[], family: Family, rng: Rng): number {
  if (!keepsPromises(actors, family)) return -1;
  const networks = actors.flatMap((actor, n) => (actor.tone ? [n] : []));
  const least = Math.min(...networks.map((n) => actors[n]?.ads ?? 0));
  const small = networks.filter((n) => (actors[n]?.ads ?? 0) <= least + 1);
  return small[rng.int(small.length)] ?? -1;
}
