import type { ExerciseCheck } from '#core/exercise/exercise-plug.ts';
import { meanWords, openAds, readingTime, sumOf, timesOf } from '#core/exercise/time-span.ts';
import type { Market } from '#core/market/market.ts';
import { MAP_NOTES } from './play.ts';
import type { MappingBrief } from './schemas.ts';

/** Seconds to register a site, say who runs it, what it copies and how much stands on it, and put it in its place. */
const SITE = { least: 120, most: 240 };
/** Seconds to find a copy among the ads of a mirror and take it out of the count. */
const COPY = { least: 4, most: 8 };
/** Seconds to write a note on how the map was made. */
const NOTE = { least: 60, most: 120 };
/** Seconds to say whether one sign is on one page. */
const CODE = { least: 3, most: 6 };
/** Seconds to settle a code on which the two coders differ. */
const SETTLE = { least: 10, most: 20 };
/** Part of the codes on which two coders differ, as far as the invented one does. */
const PART_SETTLED = 1 / 10;

function timeOf({ coding }: MappingBrief, market: Market) {
  const copies = market.ads.filter(({ copied }) => copied).length;
  const map = sumOf([timesOf(SITE, market.sites.length), timesOf(COPY, copies), timesOf(NOTE, MAP_NOTES.length)]);
  if (coding === undefined) return map;
  const codes = coding.sample * coding.signs.length;
  return sumOf([
    map,
    timesOf(readingTime(meanWords(openAds(market))), coding.sample),
    timesOf(CODE, codes),
    timesOf(SETTLE, codes * PART_SETTLED),
  ]);
}

/** The key of the kind follows from the truth of the market and from its owners, so that a case has no field for it. */
export const MAPPING_CHECK = { list: 'link', timeOf, needsOwners: true } as const satisfies ExerciseCheck;
