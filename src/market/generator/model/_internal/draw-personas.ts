import { pickByWeight } from '#kernel/model/pick-by-weight.ts';
import { UINT32_RANGE } from '#kernel/model/rng.ts';
import type { ActorType } from '#market/ads/model/actor-types.ts';
import type { Family } from '#market/ads/model/families.ts';
import { PURPOSES } from '#market/ads/model/purposes.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import type { DistrictDraws } from '#market/generator/model/district-draws.ts';
import { type BitTables, drawUnits, type Units } from '#market/generator/model/draw-units.ts';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';
import { eachNeighbour } from '#market/generator/model/each-neighbour.ts';
import { EXCLUSIONS } from '#market/generator/model/exclusions.ts';
import { keepsPromises, type PlannedActor } from '#market/generator/model/plan-actors.ts';
import { planPersonas } from '#market/generator/model/plan-personas.ts';
import { shareTraces, type TraceGroup } from '#market/generator/model/share-traces.ts';
import type { SignRates } from '#market/generator/model/sign-rates.ts';

/** Mix of actors who post job ads on the board of a capstone market of services. */
const JOB_MIX: MarketProfile['mix'] = { employer: 96, bot: 4 };

/** Who posts the ads of a family that are not controlled: as the posts of the setting say, or else its profile. */
function mixOf({ profile, posts }: Pick<MarketOrder, 'profile' | 'posts'>, family: Family): MarketProfile['mix'] {
  if (family !== profile.family) return JOB_MIX;
  return posts.purposes[profile.id]?.mix ?? profile.mix;
}

/** How often a type of actor posts for each of `PURPOSES`, as shares that sum to 1; undefined if all ads are offers. */
export function purposesOf(
  { profile, posts }: Pick<MarketOrder, 'profile' | 'posts'>,
  family: Family,
  type: ActorType,
): readonly number[] | undefined {
  const own = family === profile.family ? posts.purposes[profile.id]?.for[type] : undefined;
  return own && PURPOSES.map((purpose) => (own[purpose] ?? 0) / 100);
}

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
  draws: DistrictDraws,
  beforeSharing: (units: Units) => void = () => undefined,
): Personas {
  const { profile, planting } = order;
  const plan = planPersonas({ profile: { family, mix: mixOf(order, family) }, planting, ads, share }, draws);
  const shares = new Map<ActorType, readonly number[] | undefined>();
  const drawn = drawUnits(
    {
      family,
      exclusions: EXCLUSIONS,
      actors: plan.actors,
      rates,
      tables,
      planting,
      towns: profile.towns.length,
      emptyFields: profile.emptyFields / 100,
      intensity: order.intensity ?? 1,
      moneyOnly: plan.moneyOnly,
      adsOf: plan.adsOf,
      purposeOf,
    },
    draws('facts'),
    draws('neutral'),
  );
  beforeSharing(drawn);
  const { actors, units, moneyOnly } = eachNeighbour({ ...plan, units: drawn });
  const falseBridge = order.falseBridges ?? planting.falseBridge;
  const promises = keepsPromises(actors, family);
  const groups = shareTraces({ family, units, falseBridge, promises, moneyOnly }, draws('shared'));
  return { actors, units, groups, moneyOnly };

  function purposeOf(type: ActorType): number {
    if (!shares.has(type)) shares.set(type, purposesOf(order, family, type));
    const own = shares.get(type);
    return own ? pickByWeight(own, draws('purposes').next() / UINT32_RANGE, 1) : 0;
  }
}
