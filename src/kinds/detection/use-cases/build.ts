import { meanWords, NO_TIME, openAds, readingTime, sumOf, timesOf } from '#case/exercise/model/time-span.ts';
import type { KindBuilds } from '#case/plug/use-cases/kind-builds.ts';
import type { DetectionKind } from '#kinds/detection/model/kind.ts';
import type { DetectionBrief } from '#kinds/detection/model/schemas.ts';
import type { Market } from '#market/ads/model/market.ts';

/** Seconds to judge an ad once read: mark what it shows, set band, certainty and next step. About five clicks. */
const JUDGE_SECONDS = { least: 25, most: 28 };
/** Seconds to read one row of the list and decide whether the ad is worth opening. */
const ROW_SECONDS = { least: 2, most: 3 };
/** Words of explanation per ad, shown as soon as it is judged in practice mode. */
const WORDS_OF_EXPLANATION = 30;
/**
 * With a queue no trainee reads every ad: a brisk one reads this many per place of the queue, a careful one this share
 * of all ads.
 */
const ADS_READ_PER_PLACE = 2;
const SHARE_READ = 1 / 4;

function timeOf({ mode, budget }: DetectionBrief, market: Market) {
  const ads = openAds(market);
  const each = sumOf([readingTime(meanWords(ads)), JUDGE_SECONDS]);
  const explained = mode === 'practice' ? readingTime(WORDS_OF_EXPLANATION * ads.length) : NO_TIME;
  if (budget === undefined) return sumOf([timesOf(each, ads.length), explained]);
  const least = Math.min(ads.length, ADS_READ_PER_PLACE * budget);
  const most = Math.min(ads.length, Math.max(least, Math.round(SHARE_READ * ads.length)));
  return sumOf([timesOf(ROW_SECONDS, ads.length), timesOf(each, least, most), explained]);
}

/** The key of the kind follows from the truth of the market, so that a case has no field for it. */
export const DETECTION_BUILDS: KindBuilds<DetectionKind> = {
  list: 'find',
  listedBySize: true,
  timeOf,
  isTest: ({ mode }: DetectionBrief) => mode === 'assessed',
  asTest: (brief) => ({ ...brief, mode: 'assessed' }),
};
