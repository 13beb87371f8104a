import { SAME_ACCOUNT } from '#kinds/linking/model/shown-traces.ts';
import type { Market } from '#market/ads/model/market.ts';

/** Reasons for a link that pages show, and those that come with what a lawful request brings. */
const ON_PAGES = ['shared-phone', 'same-room', 'shared-image-id', 'repeated-mark', 'shared-payment-handle'] as const;
const IN_RECORDS = [
  'shared-account-or-payer',
  'bulk-ad-fees',
  'shared-device-tag',
  'posting-sync',
  'shared-circuit',
  'group-arrival',
  'account-burst',
  'collector-account',
] as const;

/** Offers of work repeat their text under another sign than ads of services do. */
const SAME_TEXT = { services: 'template-text', offers: 'rs-mass-identical-offers' } as const;

export type LinkKind =
  | (typeof ON_PAGES)[number]
  | (typeof IN_RECORDS)[number]
  | (typeof SAME_TEXT)[keyof typeof SAME_TEXT]
  | typeof SAME_ACCOUNT;

/** What a trainee may give as the reason of a link in such a market. `records` adds what only a request brings. */
export function linkKinds({ profile }: Pick<Market, 'profile'>, records = false): readonly LinkKind[] {
  const text = profile === 'JOB' || profile === 'SOC' ? SAME_TEXT.offers : SAME_TEXT.services;
  return [...ON_PAGES, text, SAME_ACCOUNT, ...(records ? IN_RECORDS : [])];
}
