import { addMinutes, toEpoch } from '#core/kernel/instant.ts';
import type { Family } from '#core/market/families.ts';
import { createAdWriter } from './_internal/ad-writer.ts';
import { drawDistrict, type Extent, ratesOf, streamsOf } from './_internal/draw-district.ts';
import { createColumns } from './_internal/market-columns.ts';
import { type District, type DrawnMarket, MARKET_DAYS, type MarketOrder } from './drawn-market.ts';
import { marketIdOf, sitesOf } from './market-identity.ts';
import { CAPSTONE_JOB_ADS, PRESETS } from './plan-actors.ts';
import { writeAd } from './write-ad.ts';

/** Ads per district. A larger market consists of many districts, so that its cost is linear in its size. */
const DISTRICT_ADS = 2000;

/** Characters of a text. Texts of a lesson are shorter, because beginners read them. */
const LESSON_TEXT = { least: 300, most: 400 };
const MARKET_TEXT = { least: 400, most: 540 };

/** Draws a market. Throws `MarketTooSmallError` if the prevalence leaves no room for a network. */
export function drawMarket(order: MarketOrder): DrawnMarket {
  const { profile, size, seed } = order;
  const preset = typeof size === 'number' ? undefined : size;
  const ads = typeof size === 'number' ? size : PRESETS[size].ads;
  const share = profile.prevalence[order.prevalence];
  const jobs = preset === 'capstone' && profile.family === 'services' ? CAPSTONE_JOB_ADS : 0;
  const sites = sitesOf(profile, preset ?? 'field', jobs > 0);
  const total = ads + jobs;
  const from = addMinutes(order.until, -MARKET_DAYS * 24 * 60 - 60);
  const market = {
    order,
    marketId: marketIdOf(order),
    from,
    fromEpoch: toEpoch(from),
    sites,
    size: total,
    columns: createColumns(total),
    keys: {},
    prices: [],
  };
  const write = createAdWriter(market, preset === 'mini' ? LESSON_TEXT : MARKET_TEXT);
  const districts: District[] = [];
  const extents: { from: number; to: number; family: Family }[] = [];
  const parts = Math.max(1, Math.ceil(ads / DISTRICT_ADS));
  for (let n = 0; n < parts; n++)
    extents.push({
      from: Math.floor((ads * n) / parts),
      to: Math.floor((ads * (n + 1)) / parts),
      family: profile.family,
    });
  if (jobs > 0) extents.push({ from: ads, to: total, family: 'jobs' });
  const families = new Map<Family, Pick<Extent, 'rates' | 'tables'>>();
  let firstActor = 0;
  for (const [n, extent] of extents.entries()) {
    const draws = streamsOf(seed, order.labels ?? 'labels', n);
    const known = families.get(extent.family) ?? { rates: ratesOf(order, extent.family), tables: new Map() };
    families.set(extent.family, known);
    const district = drawDistrict(market, { ...extent, ...known, number: n, firstActor, share, preset }, draws);
    firstActor += district.actors.length;
    districts.push(district);
  }
  const drawn: DrawnMarket = { ...market, districts, write, ad: (at) => writeAd(drawn, at) };
  return drawn;
}
