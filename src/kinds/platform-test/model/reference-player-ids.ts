/** Fixed strategies with which the play of teams is compared. */
export const PLAYERS = [
  'repeat-what-failed',
  'one-of-each',
  'three-in-order',
  'first-failure-is-pattern',
  'only-tc1',
  'only-one-platform',
  'tc1-for-everything',
  'spam-reports',
  'accuse-all',
  'trust-all',
  'oracle',
] as const;
export type PlayerId = (typeof PLAYERS)[number];
