import { compareCodes } from '#kernel/model/compare-codes.ts';
import { earlierLines } from '#market/ads/model/earlier-lines.ts';
import type { Ad, Market } from '#market/ads/model/market.ts';

/** So many ads stand on one page of a site's list. */
export const ADS_ON_PAGE = 20;

/** A page of a site's list, counted from 1, the newest ad first; empty behind the last page. */
export function pageOf({ ads }: Pick<Market, 'ads'>, site: string, page: number): Ad[] {
  const own = ads
    .filter((ad) => ad.site === site)
    .toSorted((a, b) => compareCodes(b.postedAt, a.postedAt) || compareCodes(a.id, b.id));
  return own.slice((page - 1) * ADS_ON_PAGE, page * ADS_ON_PAGE);
}

/** Ads of all sites whose page shows every word of the query; none for an empty query. A withheld ad shows none. */
export function adsWith({ ads }: Pick<Market, 'ads'>, query: string): Ad[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return ads.filter((ad) => {
    const last = ad.versions.at(-1);
    const others = [...earlierLines(ad), ...(ad.comments ?? [])].map(({ text }) => text);
    const shown = [ad.title, ...(last?.sentences ?? []), ...Object.values(last?.fields ?? {}), ...others];
    const text = shown.join('\n').toLowerCase();
    return !ad.withheld && words.every((word) => text.includes(word));
  });
}
