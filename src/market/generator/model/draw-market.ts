import { addMinutes, toEpoch } from '#kernel/model/instant.ts';
import type { Family } from '#market/ads/model/families.ts';
import { drawDistrict, type Extent, ratesOf } from './_internal/draw-district.ts';
import { holdAll, holdRows } from './_internal/held-ads.ts';
import { createMarketKeys } from './_internal/market-keys.ts';
import { announcedShare } from './announced-share.ts';
import {
  type District,
  type DistrictRange,
  type DrawnMarket,
  MARKET_DAYS,
  MAX_ADS,
  type MarketOrder,
  type Undrawn,
} from './drawn-market.ts';
import { createColumns } from './market-columns.ts';
import { marketIdOf, sitesOf } from './market-identity.ts';
import { CAPSTONE_JOB_ADS, PRESETS } from './plan-actors.ts';
import { writePosts } from './write-posts.ts';

/** Ads per district, about. A larger market consists of many districts, so that its cost is linear in its size. */
export const DISTRICT_ADS = 2000;

/** What of a market is drawn. */
export interface DrawPart {
  /** The whole market by default. A market of a preset is drawn as a whole. */
  readonly districts?: DistrictRange;
  /** Ads of a district, about; another number than `DISTRICT_ADS` gives another market, for tests alone. */
  readonly districtAds?: number;
}

/** Number of districts of a market of so many ads. */
export const districtsOf = (ads: number, districtAds = DISTRICT_ADS): number =>
  Math.max(1, Math.ceil(ads / districtAds));

/** First row of a district of a market of so many ads and districts; the number of ads for the one behind the last. */
export const firstRowOf = (ads: number, districts: number, district: number): number =>
  Math.floor((ads * district) / districts);

/**
 * Draws a market, or a range of its districts: the same ads with the same bytes, and columns for these alone. Throws
 * `MarketTooSmallError` if the prevalence leaves no room for a network, and `RangeError` if there are no such districts.
 */
export function drawMarket(order: MarketOrder, { districts: range, districtAds }: DrawPart = {}): DrawnMarket {
  const { profile, size, seed } = order;
  const preset = typeof size === 'number' ? undefined : size;
  const ads = typeof size === 'number' ? size : PRESETS[size].ads;
  if (ads > MAX_ADS) throw new RangeError(`A market has at most ${MAX_ADS} ads, not ${ads}.`);
  const share = announcedShare(order);
  const jobs = preset === 'capstone' && profile.family === 'services' ? CAPSTONE_JOB_ADS : 0;
  const sites = sitesOf(profile, preset ?? 'field', jobs > 0);
  const total = ads + jobs;
  const from = addMinutes(order.until, -MARKET_DAYS * 24 * 60 - 60);
  const keys = createMarketKeys(seed);
  const places = keys.permutation('places', total);
  const parts = districtsOf(ads, districtAds);
  const { first, last } = range ?? { first: 0, last: parts - 1 };
  if (!(first >= 0 && first <= last && last < parts) || (range && preset))
    throw new RangeError(`The market has no districts ${first} to ${last} to be drawn alone.`);
  const bound = (n: number) => firstRowOf(ads, parts, n);
  const held = range ? holdRows(places, bound(first), bound(last + 1)) : holdAll(places);
  const market: Undrawn = {
    order,
    marketId: marketIdOf(order),
    from,
    fromEpoch: toEpoch(from),
    sites,
    size: total,
    ...held,
    columns: createColumns(held.count),
    keys,
    places,
    numbers: {},
  };
  const { ad, ...writing } = writePosts(market);
  const extents: { number: number; from: number; to: number; family: Family }[] = [];
  for (let n = first; n <= last; n++)
    extents.push({ number: n, from: bound(n), to: bound(n + 1), family: profile.family });
  if (jobs > 0) extents.push({ number: parts, from: ads, to: total, family: 'jobs' });
  const families = new Map<Family, Pick<Extent, 'rates' | 'tables'>>();
  const districts = extents.map((extent): District => {
    const known = families.get(extent.family) ?? { rates: ratesOf(order, extent.family), tables: new Map() };
    families.set(extent.family, known);
    return drawDistrict(market, { ...extent, ...known, firstActor: extent.from, share, preset });
  });
  const drawn: DrawnMarket = {
    ...market,
    districts,
    ...writing,
    ad: (at) => {
      if (!(at >= 0 && at < held.count)) throw new RangeError(`There is no ad at ${at} of ${held.count}.`);
      return ad(drawn, at);
    },
    placesOf: ({ from: begin, to }) => Uint32Array.from({ length: to - begin }, (_, n) => held.atRow(begin + n)).sort(),
  };
  return drawn;
}
