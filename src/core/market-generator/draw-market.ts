import { addMinutes, toEpoch } from '#core/kernel/instant.ts';
import type { Family } from '#core/market/families.ts';
import { createAdWriter } from './_internal/ad-writer.ts';
import { drawDistrict, type Extent, ratesOf, streamsOf } from './_internal/draw-district.ts';
import { createColumns } from './_internal/market-columns.ts';
import { createMarketKeys } from './_internal/market-keys.ts';
import { type District, type DrawnMarket, MARKET_DAYS, type MarketOrder, type WrittenAd } from './drawn-market.ts';
import { marketIdOf, sitesOf } from './market-identity.ts';
import { CAPSTONE_JOB_ADS, PRESETS } from './plan-actors.ts';
import { writeAd } from './write-ad.ts';

/** Ads per district. A larger market consists of many districts, so that its cost is linear in its size. */
const DISTRICT_ADS = 2000;

/** Up to so many ads a market keeps its texts, because the ad and its truth ask for the same one. */
const MAX_KEPT = 1000;

function keepTexts(write: DrawnMarket['write']): DrawnMarket['write'] {
  const kept: WrittenAd[] = [];
  return (at) => {
    const known = kept[at];
    if (known) return known;
    const text = write(at);
    // The writer uses its lists of bits again for the next text.
    const own = { ...text, bits: text.bits.slice(), looks: text.looks.slice() };
    kept[at] = own;
    return own;
  };
}

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
  const keys = createMarketKeys(seed);
  const places = keys.permutation('places', total);
  const market = {
    order,
    marketId: marketIdOf(order),
    from,
    fromEpoch: toEpoch(from),
    sites,
    size: total,
    columns: createColumns(total),
    keys,
    places,
    numbers: {},
    prices: [],
  };
  const writeAnew = createAdWriter(market);
  const write = total > MAX_KEPT ? writeAnew : keepTexts(writeAnew);
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
  for (const [n, extent] of extents.entries()) {
    const draws = streamsOf(seed, order.labels ?? 'labels', n);
    const known = families.get(extent.family) ?? { rates: ratesOf(order, extent.family), tables: new Map() };
    families.set(extent.family, known);
    const district = drawDistrict(
      market,
      { ...extent, ...known, number: n, firstActor: extent.from, share, preset },
      draws,
    );
    districts.push(district);
  }
  const drawn: DrawnMarket = {
    ...market,
    districts,
    write,
    ad: (at) => writeAd(drawn, at),
    placesOf: ({ from: first, to }) => Uint32Array.from({ length: to - first }, (_, n) => places.at(first + n)).sort(),
  };
  return drawn;
}
