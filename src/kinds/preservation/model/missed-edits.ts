import { canonicalJson } from '#kernel/model/canonical-json.ts';
import { placesOfPage } from '#market/ads/model/page-places.ts';
import { readServedAd, type SeenAd } from '#market/ads/model/read-served-ad.ts';
import { serveAd } from '#market/ads/model/serve-ad.ts';
import { contextsOf } from './evidence-lines.ts';
import type { WorkbenchFacts } from './workbench-facts.ts';

const pagesOf = (ad: string, { kept }: WorkbenchFacts) => kept.filter((item) => item.ad === ad && item.status === 200);

/** True if the first kept page of an ad says that it was edited, but its earlier versions were not captured. */
export function isEditedUnasked(ad: string, facts: WorkbenchFacts): boolean {
  const [first] = pagesOf(ad, facts);
  if (first === undefined || facts.response.acts.length === 0) return false;
  const seen = readServedAd(facts.servedTo(first));
  const isEdited = seen.kind === 'ad' && seen.editedAt !== undefined;
  return isEdited && !contextsOf(ad, facts).includes('versions');
}

/**
 * True if the page of an ad changed after its capture while the workbench was open, and the new version was not kept.
 */
export function isNewVersionLost(ad: string, facts: WorkbenchFacts): boolean {
  const { response, servedTo, context } = facts;
  const items = pagesOf(ad, facts);
  const last = response.acts.at(-1)?.at;
  if (items.length === 0 || last === undefined) return false;
  // Compare what the ad says, not bytes: a mirror sends its own page with the same text.
  const now = saidOn(readServedAd(serveAd(context.market, ad, last, context.world)));
  return now !== undefined && items.every((item) => saidOn(readServedAd(servedTo(item))) !== now);
}

const saidOn = (seen: SeenAd) =>
  seen.kind === 'ad' ? canonicalJson(placesOfPage(seen).map(({ text }) => text)) : undefined;
