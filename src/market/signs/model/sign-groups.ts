/** What a sign is about, in the order in which catalogue and picker show the groups. */
export const SIGN_GROUPS = [
  'ad-text',
  'third-party-control',
  'contact',
  'media',
  'price',
  'movement',
  'payment',
  'link',
  'job-offer',
  'recruitment',
] as const;
export type SignGroup = (typeof SIGN_GROUPS)[number];
