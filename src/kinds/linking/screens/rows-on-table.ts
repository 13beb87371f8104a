import type { LinkingBrief } from '#core/linking/schemas.ts';
import type { Market } from '#core/market/market.ts';
import type { SeenAd } from '#core/market/read-served-ad.ts';
import { recordTraces } from '#core/market-search/record-index.ts';
import { type MarketRow, readRows } from '#ui/market/market-rows.ts';

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
