import type { MarketProfile } from '#market/ads/model/schemas.ts';

/** What the page says of a profile before any market of it is drawn. */
export type ProfileDoor = Pick<MarketProfile, 'id' | 'name' | 'family' | 'summary' | 'prevalence'>;
