import { earlierLines } from '#market/ads/model/earlier-lines.ts';
import { type Ad, isHidden } from '#market/ads/model/market.ts';
import { fittingSentence } from './fitting-sentence.ts';
import { standingFields } from './market-query.ts';

/** Content of a list row for an ad; a withheld ad shows its site and time only (rule C13). */
export interface AdRow {
  readonly id: string;
  readonly title: string;
  readonly excerpt: string;
  readonly town: string;
  /** Price or pay, without its unit of time. */
  readonly amount: string;
  /** Id of the site. */
  readonly site: string;
  readonly postedAt: string;
  readonly isWithheld: boolean;
}

/** `wanted` are the words of the search, so that the excerpt can be the sentence with most of them. */
export function adRow(ad: Ad, wanted: readonly string[]): AdRow {
  const { town = '', price, pay } = standingFields(ad);
  const amount = price ?? pay ?? '';
  return {
    id: ad.id,
    title: ad.title,
    excerpt: fittingSentence(linesOf(ad), wanted),
    town,
    amount: isHidden(amount) ? '' : (/^SIM \d+/.exec(amount)?.[0] ?? amount),
    site: ad.site,
    postedAt: ad.postedAt,
    isWithheld: ad.withheld !== undefined,
  };
}

/** What a search reads of an ad beside its title, in the order of the page. */
const linesOf = (ad: Ad): readonly string[] => [
  ...(ad.versions.at(-1)?.sentences ?? []),
  ...[...earlierLines(ad), ...(ad.comments ?? [])].map(({ text }) => text),
];
