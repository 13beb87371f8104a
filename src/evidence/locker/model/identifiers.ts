import { isHidden } from '#market/ads/model/market.ts';
import type { SeenAd } from '#market/ads/model/read-served-ad.ts';

/** Fields of an ad that identify an account, a device or a payment account, rather than describe an offer. */
const IDENTIFYING = ['phone', 'room', 'picture', 'payment', 'account'] as const;

/**
 * Identifiers on an ad page that a record must name, each as `field:value`: the ad's own id, and each identifying field
 * with a readable value. A hidden number is left out.
 * @see SWGDE 21-F-001, acquiring online content: identifiers of account and listing (front matter read only).
 */
export function identifiersOn(adId: string, seen: SeenAd): string[] {
  if (seen.kind !== 'ad') return [`ad:${adId}`];
  const fields = seen.fields.filter(
    ({ name, value }) => (IDENTIFYING as readonly string[]).includes(name) && !isHidden(value),
  );
  return [`ad:${adId}`, ...fields.map(({ name, value }) => `${name}:${value}`)];
}
