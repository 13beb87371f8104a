import { type Rng, shuffle } from '#kernel/model/rng.ts';
import { ACTOR_TYPES, type ActorType } from '#market/ads/model/actor-types.ts';
import type { DistrictDraws } from './district-draws.ts';
import { adsPerPersona } from './draw-units.ts';
import { mostAdsOf, personaSizes } from './persona-sizes.ts';
import {
  type ActorOrder,
  MarketTooSmallError,
  MIN_ADS_BEYOND_LESSON,
  MIN_NETWORK_ADS,
  moneyOnlyIn,
  networkType,
  type PlannedActor,
  planLesson,
  smallestMarket,
  withTones,
} from './plan-actors.ts';

/** Minimum and maximum personas of one actor. How many ads each posts does not depend on it. */
const PERSONAS_PER_ACTOR: Readonly<Record<ActorType, readonly [number, number]>> = {
  independent: [1, 1],
  duo: [2, 2],
  agency: [5, 11],
  collective: [4, 5],
  controlled: [2, 4],
  scammer: [3, 4],
  bot: [5, 8],
  employer: [1, 5],
  recruiter: [2, 5],
  resident: [1, 1],
  charity: [1, 3],
};
const MEDIUM_NETWORK: readonly [number, number] = [5, 7];
const LARGE_NETWORK: readonly [number, number] = [9, 16];

/** Minimum personas and ads of networks for a large one among them. */
const MIN_PERSONAS_FOR_LARGE = 24;

/** Minimum personas of a network: with fewer, nothing links them. */
const MIN_NETWORK_PERSONAS = 2;

/** Share of controlled ads, in per cent, that a district without networks is planned like. */
const ASSUMED_SHARE = 6;

/** Who posts in a district, and how much. */
export interface Plan {
  readonly actors: readonly PlannedActor[];
  /** For each actor the ads of each of its personas. */
  readonly adsOf: readonly (readonly number[])[];
  /** Index of the network that only money leads to, or -1. */
  readonly moneyOnly: number;
}

/** An actor with the ads of each of its personas. */
interface Planned {
  readonly actor: PlannedActor;
  readonly adsOf: readonly number[];
}

/**
 * Plans the actors of a district by their personas, in an order that tells nothing. Each type has its share of the ads, as
 * in the profile; how many of these a persona posts is drawn from one distribution for all types. Throws
 * `MarketTooSmallError`.
 */
export function planPersonas(order: ActorOrder, draws: DistrictDraws): Plan {
  const planned = order.ads < MIN_ADS_BEYOND_LESSON ? lessonOf(order, draws) : planDistrict(order, draws);
  shuffle(planned, draws('order of actors'));
  const actors = planned.map(({ actor }) => actor);
  return {
    actors,
    adsOf: planned.map(({ adsOf }) => adsOf),
    moneyOnly: moneyOnlyIn(actors, order.profile.family, draws('money only')),
  };
}

/** A lesson has a few actors of each type, so that each can be met, with one ad or two of each persona. */
function lessonOf(order: ActorOrder, draws: DistrictDraws): Planned[] {
  return planLesson(order, draws('actors')).map((actor) => ({ actor, adsOf: adsPerPersona(actor, draws('sizes')) }));
}

function planDistrict(order: ActorOrder, draws: DistrictDraws): Planned[] {
  const { profile, ads, share } = order;
  const controlled = Math.round((ads * share) / 100);
  if (share > 0 && controlled < MIN_NETWORK_ADS) throw new MarketTooSmallError(smallestMarket(share));
  const portion = Math.max(MIN_NETWORK_ADS, Math.round((ads * (share || ASSUMED_SHARE)) / 100));
  const most = mostAdsOf(portion);
  // Within a small sum large personas are rarer: all types are drawn in portions as large as that of the networks.
  const sizes = (total: number) =>
    portionsOf(total, portion).flatMap((part) => personaSizes(part, most, draws('sizes')));
  const networks = inNetworks(sizes(controlled), networkType(order), draws('actors'));
  const toned = withTones(order, networks.map(sumOf), draws('tones'));
  return [
    ...networks.map((adsOf, n): Planned => ({ actor: toned[n] as PlannedActor, adsOf })),
    ...adsOfTypes(profile.mix, ads - controlled).flatMap(([type, total]) =>
      inGroups(sizes(total), PERSONAS_PER_ACTOR[type], draws('actors')).map(
        (adsOf): Planned => ({ actor: { type, ads: sumOf(adsOf) }, adsOf }),
      ),
    ),
  ];
}

/** Ads of each type by the mix of the profile; the most common type gets what rounding leaves. */
function adsOfTypes(mix: ActorOrder['profile']['mix'], ads: number): [ActorType, number][] {
  const share = (type: ActorType) => mix[type] ?? 0;
  const types = ACTOR_TYPES.filter((type) => share(type) > 0);
  const common = types.reduce((most, type) => (share(type) > share(most) ? type : most));
  const counts = types.map((type): [ActorType, number] => [type, Math.round((ads * share(type)) / 100)]);
  const others = counts.reduce((sum, [type, count]) => sum + (type === common ? 0 : count), 0);
  return counts.map(([type, count]) => [type, type === common ? ads - others : count]);
}

/** Networks of personas: a large one if there is room, and small and medium ones in the ratio 3.5 to 2.5. */
function inNetworks(personas: readonly number[], type: ActorType, rng: Rng): number[][] {
  const networks: number[][] = [];
  let at = 0;
  let medium = 0;
  if (type === 'controlled' && personas.length >= MIN_PERSONAS_FOR_LARGE) take(between(LARGE_NETWORK, rng));
  while (at < personas.length) {
    const left = personas.length - at;
    const wantsMedium =
      type === 'controlled' && medium * 6 < at * 2.5 && left >= MEDIUM_NETWORK[0] + MIN_NETWORK_PERSONAS;
    const wanted = between(wantsMedium ? MEDIUM_NETWORK : PERSONAS_PER_ACTOR[type], rng);
    const count = left - wanted < MIN_NETWORK_PERSONAS ? left : wanted;
    if (wantsMedium) medium += count;
    take(count);
  }
  return networks;

  function take(count: number): void {
    networks.push(personas.slice(at, at + count));
    at += count;
  }
}

/** Actors of so many personas; the last one has what is left. */
function inGroups(personas: readonly number[], size: readonly [number, number], rng: Rng): number[][] {
  const groups: number[][] = [];
  for (let at = 0; at < personas.length; ) {
    const count = between(size, rng);
    groups.push(personas.slice(at, at + count));
    at += count;
  }
  return groups;
}

/** Portions of about this size that make the total together. */
function portionsOf(total: number, portion: number): number[] {
  const count = Math.max(1, Math.round(total / portion));
  return Array.from(
    { length: count },
    (_, n) => Math.floor((total * (n + 1)) / count) - Math.floor((total * n) / count),
  );
}

const between = ([least, most]: readonly [number, number], rng: Rng) => least + rng.int(most - least + 1);

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
