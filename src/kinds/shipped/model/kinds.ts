/** The kinds of exercise that are shipped. Each has every service. */
export const KIND_NAMES = [
  'platform-test',
  'courtroom',
  'detection',
  'ledger',
  'linking',
  'mapping',
  'policy',
  'preservation',
  'requests',
] as const;

export type KindName = (typeof KIND_NAMES)[number];
