import { serveAd } from '#core/market/serve-ad.ts';
import type { BenchFacts } from './bench-facts.ts';

/**
 * True where the pages were kept before anything that may warn the advertiser, and where a request to keep data went out
 * before any notice. Keeping nothing is no order.
 */
export function preservedFirst(facts: BenchFacts): boolean {
  const { alarms, notices, requested } = facts;
  const kept = facts.key.targets.flatMap((ad, n) => keptAt(facts, ad, n) ?? []);
  const alarm = Math.min(...alarms);
  const pagesFirst = kept.length > 0 && kept.every((seq) => seq < alarm);
  return pagesFirst && (notices.length === 0 || Math.min(...requested) < Math.min(...notices));
}

/** Where in the log the standing page of a target was kept, natively or, where there is no more, as a picture. */
function keptAt({ best, touched, acts, context: { market, world } }: BenchFacts, ad: string, n: number) {
  const item = best[n];
  if (item) return item.status === 200 ? item.seq : undefined;
  const look = acts('look.captured').find((act) => act.ad === ad);
  const stood = look && serveAd(market, ad, look.at, world).status === 200;
  return stood && touched[n] !== undefined ? look.seq : undefined;
}
