import type { KindChecks } from '#case/exercise/model/kind-checks.ts';
import { meanWords, openAds, readingTime, sumOf, timesOf } from '#case/exercise/model/time-span.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { MappingKind } from './kind.ts';
import { MAP_NOTES } from './play.ts';
import type { MappingBrief } from './schemas.ts';

/** Seconds to register a site, name its owner and its original, estimate its volume, and rank it. */
const SITE_SECONDS = { least: 120, most: 240 };
/** Seconds to find a copy among the ads of a mirror and exclude it from the count. */
const COPY_SECONDS = { least: 4, most: 8 };
/** Seconds to write a note on how the map was made. */
const NOTE_SECONDS = { least: 60, most: 120 };
/** Seconds to code one sign on one page. */
const CODE_SECONDS = { least: 3, most: 6 };
/** Seconds to settle a code on which the two coders differ. */
const SETTLE_SECONDS = { least: 10, most: 20 };
/** Share of codes on which the two coders differ, due to the invented one. */
const SETTLED_SHARE = 1 / 10;

function timeOf({ coding }: MappingBrief, market: Market) {
  const copies = market.ads.filter(({ copied }) => copied).length;
  const map = sumOf([
    timesOf(SITE_SECONDS, market.sites.length),
    timesOf(COPY_SECONDS, copies),
    timesOf(NOTE_SECONDS, MAP_NOTES.length),
  ]);
  if (coding === undefined) return map;
  const codes = coding.sample * coding.signs.length;
  return sumOf([
    map,
    timesOf(readingTime(meanWords(openAds(market))), coding.sample),
    timesOf(CODE_SECONDS, codes),
    timesOf(SETTLE_SECONDS, codes * SETTLED_SHARE),
  ]);
}

/**
 * The key of the kind follows from the truth of the market and from the owners of its sites, so that a case has no
 * field for it.
 */
export const MAPPING_CHECKS: KindChecks<MappingKind> = { list: 'link', timeOf, needsOwners: true };
