import { type Rng, stream } from '#core/kernel/rng.ts';
import { ACTOR_TYPES, type ActorType } from '#core/market/actor-types.ts';
import { type Family, WITHHELD_SIGNS } from '#core/market/families.ts';
import type { MarketProfile, Planting } from '#core/market/schemas.ts';
import type { District, MarketOrder } from '#core/market-generator/drawn-market.ts';
import { MIN_NETWORK_ADS, type PlannedActor, type PresetName, planActors } from '#core/market-generator/plan-actors.ts';
import { type SignRates, signRates } from '#core/market-generator/sign-rates.ts';
import { type BitTables, drawUnits, type Units } from './draw-units.ts';
import { type Draws, placeAds, type Undrawn } from './place-ads.ts';
import { shareTraces } from './share-traces.ts';

/** Minimum number of networks at which the structural promises can be kept. */
const NETWORKS_FOR_PROMISES = 3;

/** Maximum withheld cards of a preset; a market of free size has as many as are planted. */
const MAX_WITHHELD = 2;

/** Probability that a spelling mistake recurs in all texts of a network. */
const NETWORK_SLIP_RATE = 0.35;

/** The random streams of a district; `labels` names the stream for the labels of persons. */
export function streamsOf(seed: string, labels: string, district: number): Draws {
  const of = (use: string) => stream(seed, `${use} ${district}`);
  return {
    actors: of('actors'),
    facts: of('facts'),
    shared: of('shared'),
    neutral: of('neutral'),
    labels: of(labels),
    order: of('order'),
    noise: of('noise'),
  };
}

/** Parameters of one district. */
export interface Extent {
  readonly rates: Record<ActorType, SignRates>;
  readonly tables: BitTables;
  readonly number: number;
  readonly from: number;
  readonly to: number;
  readonly family: Family;
  readonly firstActor: number;
  readonly share: number;
  readonly preset: PresetName | undefined;
}

/** Draws one district of a market: who posts there, what the ads show and share, and at which indexes they are. */
export function drawDistrict(market: Undrawn, extent: Extent, draws: Draws): District {
  const { order, sites } = market;
  const { profile, planting } = order;
  const { from, to, family, firstActor } = extent;
  const count = to - from;
  const hasMirror = family === profile.family && sites.some((site) => site.mirrorOf !== undefined);
  const planted = hasMirror ? Math.round(count * planting.mirrored) : 0;
  // No copies where they would take the room of the only network.
  const controlled = Math.round(((count - planted) * extent.share) / 100);
  const copies = extent.share > 0 && controlled < MIN_NETWORK_ADS ? 0 : planted;
  const mix = family === profile.family ? profile.mix : JOB_MIX;
  const actors = planActors(
    { profile: { family, mix }, planting, ads: count - copies, share: extent.share },
    draws.actors,
  );
  const networks = actors.flatMap((actor, n) => (actor.tone ? [n] : []));
  const promises = networks.length >= NETWORKS_FOR_PROMISES && family === 'services';
  const moneyOnly = promises ? smallOf(networks, actors, draws.actors) : -1;
  const units = drawUnits(
    {
      family,
      actors,
      rates: extent.rates,
      tables: extent.tables,
      planting,
      towns: profile.towns.length,
      emptyFields: profile.emptyFields / 100,
      intensity: order.intensity ?? 1,
      moneyOnly,
    },
    draws.facts,
    draws.neutral,
  );
  withhold(units, extent, planting, draws.neutral);
  const falseBridge = order.falseBridges ?? planting.falseBridge;
  const groups = shareTraces(
    { family, units, falseBridge, slip: NETWORK_SLIP_RATE, promises, moneyOnly },
    draws.shared,
  );
  placeAds(market, extent, actors, units, groups, copies, draws);
  return { from, to, family, actors, firstActor, moneyOnly: moneyOnly === -1 ? -1 : firstActor + moneyOnly };
}

/** Mix of actors who post job ads on the board of a capstone market of services. */
const JOB_MIX: MarketProfile['mix'] = { employer: 96, bot: 4 };

/** One of the smaller networks, because the others have to compensate for the links that it lacks. */
function smallOf(networks: readonly number[], actors: readonly PlannedActor[], rng: Rng): number {
  const least = Math.min(...networks.map((n) => actors[n]?.ads ?? 0));
  const small = networks.filter((n) => (actors[n]?.ads ?? 0) <= least + 1);
  return small[rng.int(small.length)] ?? -1;
}

/** Sign rates of all actor types in one family. */
export function ratesOf({ catalogue, planting }: MarketOrder, family: Family): Record<ActorType, SignRates> {
  return Object.fromEntries(ACTOR_TYPES.map((type) => [type, signRates(family, type, catalogue, planting)])) as Record<
    ActorType,
    SignRates
  >;
}

/** Some ads of persons who advertise once become closed cards: nothing is known about their actor (rule C13). */
function withhold({ units }: Units, extent: Extent, planting: Planting, neutral: Rng): void {
  const count = extent.to - extent.from;
  const planted = Math.max(1, Math.round(count * planting.possibleMinor));
  const wanted = extent.preset === undefined ? planted : Math.min(MAX_WITHHELD, planted);
  const alone = units.filter(({ type, ads }) => (type === 'independent' || type === 'employer') && ads === 1);
  for (let n = 0; n < wanted && alone.length > 0; n++) {
    const [unit] = alone.splice(neutral.int(alone.length), 1);
    if (!unit) return;
    unit.withheld = 1 + neutral.int(WITHHELD_SIGNS.length);
    unit.said = 0;
    unit.shown = 0;
  }
}
