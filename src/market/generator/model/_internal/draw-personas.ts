import type { Rng } from '#kernel/model/rng.ts';
import type { ActorType } from '#market/ads/model/actor-types.ts';
import type { Family } from '#market/ads/model/families.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';
import { type PlannedActor, planActors } from '#market/generator/model/plan-actors.ts';
import type { SignRates } from '#market/generator/model/sign-rates.ts';
import { type BitTables, drawUnits, type Units } from './draw-units.ts';
import { shareTraces, type TraceGroup } from './share-traces.ts';

/** Minimum number of networks at which the structural promises can be kept. */
const NETWORKS_FOR_PROMISES = 3;

/** Mix of actors who post job ads on the board of a capstone market of services. */
const JOB_MIX: MarketProfile['mix'] = { employer: 96, bot: 4 };

/** Who posts the ads of a family that are not controlled. */
export const mixOf = (profile: Pick<MarketProfile, 'family' | 'mix'>, family: Family): MarketProfile['mix'] =>
  family === profile.family ? profile.mix : JOB_MIX;

export interface PersonasOrder {
  readonly order: MarketOrder;
  readonly family: Family;
  /** Ads that actors post, without copies on a mirror. */
  readonly ads: number;
  /** Share of controlled ads, in per cent. */
  readonly share: number;
  readonly rates: Record<ActorType, SignRates>;
  readonly tables: BitTables;
}

/** The streams of draws that personas need. */
export interface PersonaDraws {
  readonly actors: Rng;
  readonly facts: Rng;
  readonly neutral: Rng;
  readonly shared: Rng;
}

/** Who posts in a district, what each persona shows, and what they share, before their ads have a place. */
export interface Personas {
  readonly actors: readonly PlannedActor[];
  readonly units: Units;
  readonly groups: readonly TraceGroup[];
  /** Number of the network that only money leads to, or -1. */
  readonly moneyOnly: number;
}

/** Draws the personas of one district; `beforeSharing` may change them before they share anything. */
export function drawPersonas(
  { order, family, ads, share, rates, tables }: PersonasOrder,
  draws: PersonaDraws,
  beforeSharing: (units: Units) => void = () => undefined,
): Personas {
  const { profile, planting } = order;
  const actors = planActors({ profile: { family, mix: mixOf(profile, family) }, planting, ads, share }, draws.actors);
  const networks = actors.flatMap((actor, n) => (actor.tone ? [n] : []));
  const promises = networks.length >= NETWORKS_FOR_PROMISES && family === 'services';
  const moneyOnly = promises ? smallOf(networks, actors, draws.actors) : -1;
  const units = drawUnits(
    {
      family,
      actors,
      rates,
      tables,
      planting,
      towns: profile.towns.length,
      emptyFields: profile.emptyFields / 100,
      intensity: order.intensity ?? 1,
      moneyOnly,
    },
    draws.facts,
    draws.neutral,
  );
  beforeSharing(units);
  const falseBridge = order.falseBridges ?? planting.falseBridge;
  const groups = shareTraces({ family, units, falseBridge, promises, moneyOnly }, draws.shared);
  return { actors, units, groups, moneyOnly };
}

/** One of the smaller networks, because the others have to compensate for the links that it lacks. */
function smallOf(networks: readonly number[], actors: readonly PlannedActor[], rng: Rng): number {
  const least = Math.min(...networks.map((n) => actors[n]?.ads ?? 0));
  const small = networks.filter((n) => (actors[n]?.ads ?? 0) <= least + 1);
  return small[rng.int(small.length)] ?? -1;
}
