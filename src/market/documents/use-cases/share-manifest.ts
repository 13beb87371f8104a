import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { SHARE_SCHEMA, SHARES_TELL, type ShareManifest } from '#market/documents/model/share-schemas.ts';
import type { FileEntry } from '#market/documents/model/shared-schemas.ts';
import { districtsOf } from '#market/generator/model/draw-market.ts';
import type { DistrictRange, DrawnMarket } from '#market/generator/model/drawn-market.ts';

/** Name of the manifest in the folder of a share. */
export const SHARE_FILE = 'share.json';

/** The manifest of a share; the paths of its files begin with the folder of their half. */
export function shareManifest(
  { marketId, order, size: ads }: Pick<DrawnMarket, 'marketId' | 'order' | 'size'>,
  { first, last }: DistrictRange,
  files: readonly FileEntry[],
  districtAds?: number,
): ShareManifest {
  return {
    schema: SHARE_SCHEMA,
    synthetic: true,
    marketId,
    profile: order.profile.id as ShareManifest['profile'],
    prevalence: order.prevalence,
    generatorVersion: GENERATOR_VERSION,
    ads,
    districts: { first, last, of: districtsOf(ads, districtAds) },
    note: SHARES_TELL,
    files: [...files],
  };
}
