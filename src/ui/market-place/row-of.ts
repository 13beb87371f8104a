import { type Ad, isHidden } from '#core/market/market.ts';
import { standingFields } from '#core/market-search/market-query.ts';
import { fittingSentence } from './cut-matches.ts';

/** What a row of a list says of an ad; nothing but its place and time for a withheld one. */
export interface AdRow {
  readonly id: string;
  readonly title: string;
  readonly excerpt: string;
  readonly town: string;
  /** Price or pay, without its unit of time. */
  readonly amount: string;
  readonly site: string;
  readonly postedAt: string;
  readonly isWithheld: boolean;
}

/** `wanted` are the words looked for, so that the excerpt can be the sentence in which they stand. */
export function rowOf(ad: Ad, siteName: (id: string) => string, wanted: readonly string[]): AdRow {
  const { town = '', price, pay } = standingFields(ad);
  const amount = price ?? pay ?? '';
  return {
    id: ad.id,
    title: ad.title,
    excerpt: fittingSentence(ad.versions.at(-1)?.sentences ?? [], wanted),
    town,
    amount: isHidden(amount) ? '' : (/^SIM \d+/.exec(amount)?.[0] ?? amount),
    site: siteName(ad.site),
    postedAt: ad.postedAt,
    isWithheld: ad.withheld !== undefined,
  };
}
