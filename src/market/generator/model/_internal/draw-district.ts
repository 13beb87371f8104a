import type { Rng } from '#kernel/model/rng.ts';
import { ACTOR_TYPES, type ActorType } from '#market/ads/model/actor-types.ts';
import { type Family, WITHHELD_SIGNS } from '#market/ads/model/families.ts';
import type { Planting } from '#market/ads/model/schemas.ts';
import { districtDraws } from '#market/generator/model/district-draws.ts';
import type { BitTables, Units } from '#market/generator/model/draw-units.ts';
import type { District, MarketOrder, Undrawn } from '#market/generator/model/drawn-market.ts';
import { placeAds } from '#market/generator/model/place-ads.ts';
import { MIN_NETWORK_ADS, type PresetName } from '#market/generator/model/plan-actors.ts';
import { type SignRates, signRates } from '#market/generator/model/sign-rates.ts';
import { drawPersonas } from './draw-personas.ts';

/** Maximum withheld cards of a preset; a market of free size has as many as are planted. */
const MAX_WITHHELD = 2;

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
export function drawDistrict(market: Undrawn, extent: Extent): District {
  const draws = districtDraws(market.order, extent.number);
  const { order, sites } = market;
  const { profile, planting } = order;
  const { from, to, family, firstActor } = extent;
  const count = to - from;
  const hasMirror = family === profile.family && sites.some((site) => site.mirrorOf !== undefined);
  const planted = hasMirror ? Math.round(count * planting.mirrored) : 0;
  // No copies where they would take the room of the only network.
  const controlled = Math.round(((count - planted) * extent.share) / 100);
  const copies = extent.share > 0 && controlled < MIN_NETWORK_ADS ? 0 : planted;
  const { rates, tables, share } = extent;
  const { actors, units, groups, moneyOnly } = drawPersonas(
    { order, family, ads: count - copies, share, rates, tables },
    draws,
    (drawn) => withhold(drawn, extent, planting, draws('neutral')),
  );
  const { preset } = extent;
  placeAds(market, { from, to, family, firstActor, preset, actors, units, groups, copies }, draws);
  return {
    from,
    to,
    family,
    planned: count - copies,
    actors,
    firstActor,
    moneyOnly: moneyOnly === -1 ? -1 : firstActor + moneyOnly,
  };
}

/** Sign rates of all actor types in one family. */
export function ratesOf({ catalogue, planting }: MarketOrder, family: Family): Record<ActorType, SignRates> {
  return Object.fromEntries(ACTOR_TYPES.map((type) => [type, signRates(family, type, catalogue, planting)])) as Record<
    ActorType,
    SignRates
  >;
}

/** Who can stand behind a closed card: whoever advertises for nobody else. */
const ALONE: ReadonlySet<ActorType> = new Set(['independent', 'employer', 'resident']);

/** Some ads of persons who advertise once become closed cards: nothing is known about their actor (rule C13). */
function withhold({ units, first }: Units, extent: Extent, planting: Planting, neutral: Rng): void {
  const count = extent.to - extent.from;
  const planted = Math.max(1, Math.round(count * planting.possibleMinor));
  const wanted = extent.preset === undefined ? planted : Math.min(MAX_WITHHELD, planted);
  const isOnly = (actor: number) => (first[actor + 1] as number) - (first[actor] as number) === 1;
  const lawful = units.filter(({ type, ads }) => ALONE.has(type) && ads === 1);
  const once = lawful.filter(({ actor }) => isOnly(actor));
  // A small market of jobs can lack an employer with one offer.
  const alone = once.length > 0 ? once : lawful;
  for (let n = 0; n < wanted && alone.length > 0; n++) {
    const [unit] = alone.splice(neutral.int(alone.length), 1);
    if (!unit) return;
    unit.withheld = 1 + neutral.int(WITHHELD_SIGNS.length);
    unit.said = 0;
    unit.shown = 0;
  }
}
