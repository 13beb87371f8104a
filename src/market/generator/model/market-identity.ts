import { sha256Hex } from '#kernel/model/sha256.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import type { MarketProfile, Site } from '#market/ads/model/schemas.ts';
import type { MarketOrder } from './drawn-market.ts';
import { PRESETS, type PresetName } from './plan-actors.ts';

/** The first sites of the profile; a mirror is included from four sites on, a job board only in a capstone. */
export function sitesOf(profile: MarketProfile, preset: PresetName, withJobs: boolean): readonly Site[] {
  const count = PRESETS[preset].sites;
  const isOther = (site: Site) => site.type === 'job-board' && profile.family === 'services';
  const plain = profile.sites.filter((site) => site.mirrorOf === undefined && !isOther(site));
  const mirror = count >= 4 ? profile.sites.filter((site) => site.mirrorOf !== undefined).slice(0, 1) : [];
  const board = withJobs ? profile.sites.filter(isOther).slice(0, 1) : [];
  return [...plain.slice(0, count - mirror.length), ...mirror, ...board];
}

/**
 * First 16 hex digits of the hash of profile, seed and generator version, keyed with the secret if there is one (rule
 * C01).
 */
export function marketIdOf({
  profile,
  seed,
  size,
  prevalence,
  share,
  intensity,
  falseBridges,
  secret,
}: MarketOrder): string {
  const parts = [
    profile.id,
    seed,
    GENERATOR_VERSION,
    size,
    prevalence,
    intensity ?? '',
    falseBridges ?? '',
    secret ?? '',
    ...(share === undefined ? [] : [share]),
  ];
  return sha256Hex(parts.join('\u0000')).slice(0, 16);
}
