import type { MarketProfile, PrevalenceName } from '#market/ads/model/schemas.ts';

/** The announced share of controlled ads, from 0 to 1. */
export function prevalenceOf(profile: MarketProfile, name: PrevalenceName): number {
  return profile.prevalence[name] / 100;
}
