import { pickByWeight } from '#kernel/model/pick-by-weight.ts';
import { UINT32_RANGE } from '#kernel/model/rng.ts';
import type { ActorType } from '#market/ads/model/actor-types.ts';
import type { Family } from '#market/ads/model/families.ts';
import type { MarketProfile } from '#market/ads/model/schemas.ts';
import { type BitTables, drawUnits, type Units } from '#market/generator/model/draw-units.ts';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';
import type { DistrictDraws, GeneratorVersion } from '#market/generator/model/generator-version.ts';
import { keepsPromises, type PlannedActor } from '#market/generator/model/plan-actors.ts';
import { shareTraces, type TraceGroup } from '#market/generator/model/share-traces.ts';
import type { SignRates } from '#market/generator/model/sign-rates.ts';

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
  version: GeneratorVersion,
  { order, family, ads, share, rates, tables }: PersonasOrder,
  draws: DistrictDraws,
  beforeSharing: (units: Units) => void = () => undefined,
): Personas {
  const { profile, planting } = order;
  const { actors, adsOf, moneyOnly } = version.planDistrict(
    { profile: { family, mix: version.mixOf(order, family) ?? mixOf(profile, family) }, planting, ads, share },
    draws,
  );
  const shares = new Map<ActorType, readonly number[] | undefined>();
  const units = drawUnits(
    {
      family,
      exclusions: version.exclusions,
      actors,
      rates,
      tables,
      planting,
      towns: profile.towns.length,
      emptyFields: profile.emptyFields / 100,
      intensity: order.intensity ?? 1,
      moneyOnly,
      adsOf,
      purposeOf,
    },
    draws('facts'),
    draws('neutral'),
  );
  beforeSharing(units);
  const falseBridge = order.falseBridges ?? planting.falseBridge;
  const promises = keepsPromises(actors, family);
  const groups = shareTraces({ family, units, falseBridge, promises, moneyOnly }, draws('shared'));
  return { actors, units, groups, moneyOnly };

  function purposeOf(type: ActorType): number {
    if (!shares.has(type)) shares.set(type, version.purposesOf(order, family, type));
    const own = shares.get(type);
    return own ? pickByWeight(own, draws('purposes').next() / UINT32_RANGE, 1) : 0;
  }
}
