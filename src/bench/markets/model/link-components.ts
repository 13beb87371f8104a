import { createSets } from '#kernel/model/joined-sets.ts';
import { type Ad, isHidden } from '#market/ads/model/market.ts';
import { handleIn } from '#market/ads/model/payment-handle.ts';

/** What ads have in common: the number of the group of each ad, and of how many accounts that group consists. */
export interface LinkComponents {
  readonly group: readonly number[];
  readonly accounts: readonly number[];
}

/** Joins all ads that share one of their values, whatever the reason: by default an account, a number, a picture and so on. */
export function linkComponents(ads: readonly Ad[], valuesOf: (ad: Ad) => readonly string[] = tracesOf): LinkComponents {
  const sets = createSets(ads.length);
  const first = new Map<string, number>();
  ads.forEach((ad, n) => {
    for (const value of valuesOf(ad)) {
      const other = first.get(value);
      if (other === undefined) first.set(value, n);
      else sets.join(n, other);
    }
  });
  const group = ads.map((_, n) => sets.find(n));
  const accounts = new Map<number, Set<string>>();
  ads.forEach(({ account }, n) => {
    const at = group[n] as number;
    accounts.set(at, (accounts.get(at) ?? new Set()).add(account));
  });
  return { group, accounts: group.map((at) => accounts.get(at)?.size ?? 1) };
}

/**
 * Values by which ads are joined, each with its kind. Times and journeys are left out: two strangers often have the same
 * minute or the same town and day, and all ads would be one group.
 */
function tracesOf({ account, versions, records }: Ad): string[] {
  const fields = versions.at(-1)?.fields ?? {};
  const [picture, mark] = fields.picture?.split(', mark ') ?? [];
  const phone = fields.phone === undefined || isHidden(fields.phone) ? undefined : fields.phone.replaceAll(/\D/g, '');
  const values = {
    account,
    phone,
    room: fields.room,
    picture,
    mark,
    payment: handleIn(fields.payment),
    payer: records?.payer,
    device: records?.account.device,
    wallet: records?.wallet,
  };
  return Object.entries(values).flatMap(([kind, value]) => (value === undefined ? [] : `${kind} ${value}`));
}
