/** What has to stand before a workshop begins. `bySight`: the page sees whether it holds. */
export const CHECKS = [
  { id: 'network', bySight: true },
  { id: 'card', bySight: true },
  { id: 'codes', bySight: false },
  { id: 'print', bySight: false },
  { id: 'level', bySight: false },
  { id: 'consent', bySight: false },
] as const;

export type CheckId = (typeof CHECKS)[number]['id'];
