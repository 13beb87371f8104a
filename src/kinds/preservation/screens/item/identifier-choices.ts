import { compareCodes } from '#kernel/model/compare-codes.ts';
import type { FieldName, Market } from '#market/ads/model/market.ts';
import { digitsOf } from '#market/search/model/searched-numbers.ts';

/** Fields whose value may name an account, a device or a till. */
const OFFERED: readonly FieldName[] = ['account', 'phone', 'room', 'picture', 'payment'];

/**
 * What the trainee may tick: the identifiers the page shows, and beside each one that it does not show. A value that this
 * ad showed at another time comes first among those, so that nobody fills in from memory what the page hides.
 * Sorted by field and value, so that the place in the list tells nothing.
 */
export function identifierChoices(market: Market, adId: string, present: readonly string[]): string[] {
  const at = market.ads.findIndex((ad) => ad.id === adId);
  const others = [...market.ads.slice(at), ...market.ads.slice(0, at)].filter((ad) => !ad.withheld);
  const shown = present.map(comparable);
  const absent = OFFERED.flatMap((field) => {
    const values = others.flatMap((ad) => ad.versions.map((version) => version.fields[field] ?? ''));
    const value = values.find(
      (entry) => entry !== '' && !entry.startsWith('▒') && !shown.includes(comparable(`${field}:${entry}`)),
    );
    return value === undefined ? [] : [`${field}:${value}`];
  });
  const otherAd = others.find((ad) => ad.id !== adId);
  const choices = [...present, ...absent, ...(otherAd ? [`ad:${otherAd.id}`] : [])];
  const rank = (choice: string) => ['ad', ...OFFERED].indexOf(partsOf(choice).field);
  return choices.sort((a, b) => rank(a) - rank(b) || compareCodes(a, b));
}

/** The number that a page shows is no other one where its digits are set apart otherwise. */
const comparable = (identifier: string) => (identifier.startsWith('phone:') ? digitsOf(identifier) : identifier);

/** `phone:+999 1` taken apart at its first colon. */
export function partsOf(identifier: string): { field: FieldName | 'ad'; value: string } {
  const colon = identifier.indexOf(':');
  return { field: identifier.slice(0, colon) as FieldName | 'ad', value: identifier.slice(colon + 1) };
}
