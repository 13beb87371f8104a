import { meanWords, openAds, readingTime, sumOf, timesOf } from '#case/exercise/model/time-span.ts';
import type { KindBuilds } from '#case/plug/use-cases/kind-builds.ts';
import type { LinkingKind } from '#kinds/linking/model/kind.ts';
import type { LinkingBrief } from '#kinds/linking/model/schemas.ts';
import type { Market } from '#market/ads/model/market.ts';

/** Seconds to compare an ad on the board with the others, propose its edge, and put it into a group. */
const COMPARE_SECONDS = { least: 30, most: 60 };
/** Seconds to read the records of one ad on the board. */
const RECORDS_SECONDS = { least: 20, most: 40 };

function timeOf({ ads: wanted, records }: LinkingBrief, market: Market) {
  const ads = openAds(market).filter(({ id }) => wanted === undefined || wanted.includes(id));
  const each = sumOf([readingTime(meanWords(ads)), COMPARE_SECONDS, ...(records ? [RECORDS_SECONDS] : [])]);
  return timesOf(each, ads.length);
}

/** The key of the kind follows from the truth of the market, so that a case has no field for it. */
export const LINKING_BUILDS: KindBuilds<LinkingKind> = {
  list: 'link',
  timeOf,
  needsRecords: ({ records }) => records === true,
};
