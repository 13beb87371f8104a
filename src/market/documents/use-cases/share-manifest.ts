import { SHARE_SCHEMA, SHARES_TELL, type ShareManifest } from '#core/market/documents/share-schemas.ts';
import type { FileEntry } from '#core/market/documents/shared-schemas.ts';
import { GENERATOR_VERSION } from '#core/market/market.ts';
import { districtsOf } from '#core/market-generator/draw-market.ts';
import type { DistrictRange, MarketOrder } from '#core/market-generator/drawn-market.ts';
import { marketIdOf } from '#core/market-generator/market-identity.ts';

/** Name of the manifest in the folder of a share. */
export const SHARE_FILE = 'share.json';

/** The manifest of a share; the paths of its files begin with the folder of their half. */
export function shareManifest(
  order: MarketOrder,
  ads: number,
  { first, last }: DistrictRange,
  files: readonly FileEntry[],
  districtAds?: number,
): ShareManifest {
  return {
    schema: SHARE_SCHEMA,
    synthetic: true,
    marketId: marketIdOf(order),
    profile: order.profile.id as ShareManifest['profile'],
    prevalence: order.prevalence,
    generatorVersion: GENERATOR_VERSION,
    ads,
    districts: { first, last, of: districtsOf(ads, districtAds) },
    note: SHARES_TELL,
    files: [...files],
  };
}
