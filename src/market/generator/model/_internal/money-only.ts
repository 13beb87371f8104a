import { FAMILIES, type Family } from '#market/ads/model/families.ts';
import { needsField } from './sign-chances.ts';

/** Links of a network that is reached through money alone; it shows no others. */
const MONEY = new Set([
  'shared-payment-handle',
  'shared-account-or-payer',
  'bulk-ad-fees',
  'collector-account',
  'earnings-swept',
]);
const FORCED_MONEY = new Set(['shared-payment-handle', 'earnings-swept']);

export interface MoneyOrder {
  readonly family: Family;
  /** Ads of all networks of a district, and of the one that only money leads to. */
  readonly networkAds: number;
  readonly moneyAds: number;
  /** Share of empty fields, 0 to 1. */
  readonly emptyFields: number;
}

/**
 * Chances of networks in a district in which only money leads to one of them: that one lacks the other links; the other
 * networks have more of them, so that the overall rates stay the same.
 */
export function balanceMoney({ family, networkAds, moneyAds, emptyFields }: MoneyOrder) {
  const { shown } = FAMILIES[family];
  const links = new Set(shown.flatMap((one) => (one.in === 'shared' && !MONEY.has(one.id) ? [one.id] : [])));
  const rest = networkAds - moneyAds;
  return (chance: number, id: string, moneyOnly: boolean): number => {
    if (moneyAds === 0) return chance;
    if (links.has(id)) return moneyOnly ? 0 : (chance * networkAds) / rest;
    if (!FORCED_MONEY.has(id)) return chance;
    // Where the field that shows it is empty, it is not visible even in that network.
    const seen = needsField(id) ? moneyAds * (1 - emptyFields) : moneyAds;
    return moneyOnly ? 1 : Math.max(0, chance * networkAds - seen) / rest;
  };
}
