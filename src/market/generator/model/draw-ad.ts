import { DAY } from '#kernel/model/instant.ts';
import { type Rng, UINT32_RANGE } from '#kernel/model/rng.ts';
import type { MarketProfile, Planting } from '#market/ads/model/schemas.ts';
import { FLAG } from './market-columns.ts';
import type { PresetName } from './plan-actors.ts';

/** The first bit that a plan shows is its price or pay. */
export const PRICE_BIT = 1;

/** In per cent of the town's median. */
const ORDINARY = { least: 80, most: 135 };
const MIN_LOW_PRICE = 45;

/**
 * Pay that is too good, in per cent of the town's median: from where no skill explains it up to what somebody in need may
 * still believe. Training values.
 */
export const HIGH_PAY = { least: 180, most: 280 };

/** 16 bits of a draw are enough for a flag. */
const HALF_DRAW = 2 ** 16;
const LOW_HALF = 0xffff;

/** An ordinary price or a low one; ordinary pay, or pay that is too good. */
export function drawPercent(shows: boolean, isPay: boolean, planting: Planting, rng: Rng): number {
  if (!shows) return ORDINARY.least + rng.int(ORDINARY.most - ORDINARY.least + 1);
  if (isPay) return HIGH_PAY.least + rng.int(HIGH_PAY.most - HIGH_PAY.least);
  const most = Math.floor(planting.lowPrice * 100) - 2;
  return MIN_LOW_PRICE + rng.int(most - MIN_LOW_PRICE + 1);
}

/** In the week of the event one in three travels to it, whoever stands behind the ad. */
export function townOf(
  unit: { readonly town: number },
  posted: number,
  event: MarketProfile['event'] | undefined,
  eventTown: number,
  rng: Rng,
): number {
  const travels = rng.int(3) === 0;
  const inWeek = event !== undefined && eventTown >= 0 && Math.floor(posted / (7 * DAY)) + 1 === event.week;
  return inWeek && travels ? eventTown : unit.town;
}

/** What else happens to an ad: it is removed and posted anew, or deleted, or writes its number otherwise. */
export function drawFlags(planting: Planting, preset: PresetName | undefined, rng: Rng): number {
  let flags = 0;
  const one = rng.next();
  if ((one & LOW_HALF) < planting.reposted * HALF_DRAW) flags |= FLAG.reposted;
  if (one >>> 16 < planting.phoneFormat * HALF_DRAW) flags |= FLAG.otherFormat;
  // A lesson keeps its ads: there, ads disappear only by the story.
  if (preset !== 'mini' && rng.next() < planting.deleted * UINT32_RANGE) flags |= FLAG.deleted;
  return flags;
}
