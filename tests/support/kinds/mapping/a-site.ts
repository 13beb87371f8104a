import type { SiteKey } from '#kinds/mapping/model/derive-map.ts';

/** What is true of a site that has an owner of its own, copies nothing and is not pressing, with the changes that a test makes. */
export const aSite = (id: string, more: Partial<SiteKey> = {}): SiteKey => ({
  site: id,
  owner: id,
  mirrorOf: undefined,
  volume: 100,
  sought: 0,
  relevance: 0,
  ...more,
});
