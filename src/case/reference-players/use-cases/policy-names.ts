/** Names of the deterministic reference players. */
export const POLICY_NAMES = [
  'oracle',
  'nothing',
  'flag-all',
  'flag-none',
  'count-flags',
  'select-all-text',
  'honest',
  'half-diligent',
  'always-c3',
  'harmful-short',
  'screenshot-only',
  'notify-first',
  'most-clauses',
  'no-reason',
  'longest',
  'first',
  'last',
] as const;
export type PolicyName = (typeof POLICY_NAMES)[number];
