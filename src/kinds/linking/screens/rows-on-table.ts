import type { LinkingBrief } from '#kinds/linking/model/schemas.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { SeenAd } from '#market/ads/model/read-served-ad.ts';
import { recordTraces } from '#market/search/model/record-index.ts';
import { type MarketRow, readRows } from '#market/search/screens/market-rows.ts';

/** The ads that may be linked. Where records lie on the table, a search finds what stands in them too. */
export function rowsOnTable(
  market: Market,
  brief: LinkingBrief,
  see: (ad: string) => { readonly seen: SeenAd },
): MarketRow[] {
  const rows = readRows(market, see).filter(({ id }) => brief.ads?.includes(id) ?? true);
  if (!brief.records) return rows;
  return rows.map((row) => {
    const { records } = row.ad;
    if (!records) return row;
    const values = recordTraces(records).map(({ value }) => value);
    return { ...row, haystack: [row.haystack, ...values, records.wallet].join('\n').toLowerCase() };
  });
}
