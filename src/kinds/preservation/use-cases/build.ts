import { meanWords, openAds, readingTime, sumOf, timesOf } from '#case/exercise/model/time-span.ts';
import type { KindBuilds } from '#case/plug/use-cases/kind-builds.ts';
import { type PreserveKey, PreserveKeySchema } from '#kinds/preservation/model/key-schemas.ts';
import type { PreservationKind } from '#kinds/preservation/model/kind.ts';
import type { Market } from '#market/ads/model/market.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';

/** Seconds per act at the workbench: choose it, fill in its form, read the log entry. */
const ACT = { least: 12, most: 13 };
/** Seconds to write the record of a captured page: address, time, identifiers. */
const RECORD = { least: 60, most: 60 };
/** Acts per captured page: check, capture, picture, verify, seal, open the copy; a careful trainee adds three. */
const ACTS_FOR_PAGE = { least: 6, most: 9 };
/** Acts once per workbench: authority, plan, clock, session, timestamp, handover; a careful trainee does all twelve. */
const ACTS_FOR_WORKBENCH = { least: 6, most: 12 };
/** Assumed number of pages to keep if they cannot be derived from the key. */
const USUAL_PAGES = 3;

function timeOf(_: unknown, market: Market, part: PreserveKey | undefined) {
  const subject = part?.sameActorAs;
  const sharing = subject === undefined ? [] : adsSharingPhone(market, subject);
  const pages = sharing.length || USUAL_PAGES;
  const ads = market.ads.filter(({ id }) => sharing.includes(id));
  const words = meanWords(ads.length > 0 ? ads : openAds(market));
  return sumOf([
    timesOf(sumOf([readingTime(words), RECORD]), pages),
    timesOf(
      ACT,
      ACTS_FOR_PAGE.least * pages + ACTS_FOR_WORKBENCH.least,
      ACTS_FOR_PAGE.most * pages + ACTS_FOR_WORKBENCH.most,
    ),
  ]);
}

/** Checks of a case with a workbench: its key must say which network belongs in the locker. */
export const PRESERVATION_BUILDS: KindBuilds<PreservationKind> = {
  list: 'link',
  timeOf,
  key: {
    field: 'preserve',
    schema: PreserveKeySchema,
    missing: 'key.preserve-missing',
    subjectOf: (part: PreserveKey) => part.sameActorAs,
  },
};
