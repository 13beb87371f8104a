import type { DetectionBrief } from '#core/detection/schemas.ts';
import type { LinkingBrief } from '#core/linking/schemas.ts';
import { MAP_NOTES } from '#core/mapping/play.ts';
import type { MappingBrief } from '#core/mapping/schemas.ts';
import type { Ad, Market } from '#core/market/market.ts';
import { adsSharingPhone } from '#core/market/world-state.ts';
import type { RequestDesk } from '#core/requests/desk.ts';
import type { AnswerKey } from '#core/scoring/schemas.ts';
import { NO_TIME, readingTime, type Span, sumOf, timesOf, wordsIn } from './time-span.ts';

/** An exercise of a case, as far as it says how much there is to do. */
export interface TimedExercise {
  readonly kind: string;
  readonly brief: Readonly<Record<string, unknown>>;
}

/** Seconds for one of each, over and above reading: a brisk and a careful trainee. */
const TIMES = {
  /** Judge an ad that was read: weigh it, mark what it shows, set band, certainty and next step. About five clicks. */
  judge: { least: 25, most: 28 },
  /** Look over one row of the list, to decide whether the ad is worth reading. */
  row: { least: 2, most: 3 },
  /** An act at the capture bench: choose it, fill in what it asks for, read what the log says. */
  act: { least: 12, most: 13 },
  /** Write the record of a captured page: address, time, identifiers. */
  record: { least: 60, most: 60 },
  /** Write a letter at the request desk: addressee, ads, data, law, period, reasons; and read the answer. */
  letter: { least: 180, most: 360 },
  /** Compare an ad on the table with the others, propose what joins it, and put it into a group. */
  compare: { least: 30, most: 60 },
  /** Read the records of one ad on the table. */
  records: { least: 20, most: 40 },
  /** Register a site, say who runs it, what it copies and how much stands on it, and put it in its place. */
  site: { least: 120, most: 240 },
  /** Find a copy among the ads of a mirror and take it out of the count. */
  copy: { least: 4, most: 8 },
  /** Write a note on how the map was made. */
  note: { least: 60, most: 120 },
  /** Say whether one sign is on one page. */
  code: { least: 3, most: 6 },
  /** Settle a code on which the two coders differ. */
  settle: { least: 10, most: 20 },
} as const satisfies Readonly<Record<string, Span>>;

/** Words that explain an ad as soon as it is judged, where the exercise is for practice. */
const WORDS_OF_EXPLANATION = 30;
/** Where a queue is asked for nobody reads every ad: the brisk read so many for each place, the careful this part of all. */
const READ_FOR_EACH_PLACE = 2;
const PART_READ = 1 / 4;
/** Acts for each page that is kept: check, capture, look, verify, seal, open the copy; the careful add three around it. */
const ACTS_FOR_PAGE = { least: 6, most: 9 };
/** Acts for the whole of a bench: authority, plan, clock, session, timestamp, handing over; the careful do all twelve. */
const ACTS_FOR_BENCH = { least: 6, most: 12 };
/** Words of a workbench itself, read the first time: its task, labels and help, the card of the market, the list of signs. */
const WORDS_OF_WORKBENCH = 400;
/** Pages that are kept where the key does not say of which person. */
const USUAL_PAGES = 3;
/** Part of the codes on which two coders differ, as far as the invented one does. */
const PART_SETTLED = 1 / 10;

/** What work at an exercise takes, by its kind. A new kind adds its line here; one without a line takes no time. */
const TIME_OF: Readonly<Record<string, (brief: TimedExercise['brief'], market: Market, key?: AnswerKey) => Span>> = {
  detection: (brief, market) => detectionTime(brief as DetectionBrief, market),
  linking: (brief, market) => linkingTime(brief as LinkingBrief, market),
  mapping: (brief, market) => mappingTime(brief as MappingBrief, market),
  preservation: (_, market, key) => preservationTime(market, key),
  requests: (brief, _, key) => timesOf(TIMES.letter, lettersOf(brief, key)),
};

/**
 * Seconds that work at an exercise takes, the words of its scene left out: ads as they stand in the market and the words of
 * the workbench at reading speed, and for each act the time in `TIMES`. These times are estimates; no trainee was timed.
 * Without a key the usual number of pages and letters is taken.
 */
export function exerciseTime({ kind, brief }: TimedExercise, market: Market, key?: AnswerKey): Span {
  const work = TIME_OF[kind]?.(brief, market, key);
  return work ? sumOf([work, readingTime(WORDS_OF_WORKBENCH)]) : NO_TIME;
}

function detectionTime({ mode, budget }: DetectionBrief, market: Market): Span {
  const ads = openAds(market);
  const each = sumOf([readingTime(meanWords(ads)), TIMES.judge]);
  const explained = mode === 'practice' ? readingTime(WORDS_OF_EXPLANATION * ads.length) : NO_TIME;
  if (budget === undefined) return sumOf([timesOf(each, ads.length), explained]);
  const least = Math.min(ads.length, READ_FOR_EACH_PLACE * budget);
  const most = Math.min(ads.length, Math.max(least, Math.round(PART_READ * ads.length)));
  return sumOf([timesOf(TIMES.row, ads.length), timesOf(each, least, most), explained]);
}

function linkingTime({ ads: wanted, records }: LinkingBrief, market: Market): Span {
  const ads = openAds(market).filter(({ id }) => wanted === undefined || wanted.includes(id));
  const each = sumOf([readingTime(meanWords(ads)), TIMES.compare, ...(records ? [TIMES.records] : [])]);
  return timesOf(each, ads.length);
}

function mappingTime({ coding }: MappingBrief, market: Market): Span {
  const copies = market.ads.filter(({ copied }) => copied).length;
  const map = sumOf([
    timesOf(TIMES.site, market.sites.length),
    timesOf(TIMES.copy, copies),
    timesOf(TIMES.note, MAP_NOTES.length),
  ]);
  if (coding === undefined) return map;
  const codes = coding.sample * coding.signs.length;
  return sumOf([
    map,
    timesOf(readingTime(meanWords(openAds(market))), coding.sample),
    timesOf(TIMES.code, codes),
    timesOf(TIMES.settle, codes * PART_SETTLED),
  ]);
}

function preservationTime(market: Market, key?: AnswerKey): Span {
  const subject = key?.preserve?.sameActorAs;
  const sharing = subject === undefined ? [] : adsSharingPhone(market, subject);
  const pages = sharing.length || USUAL_PAGES;
  const ads = market.ads.filter(({ id }) => sharing.includes(id));
  const words = meanWords(ads.length > 0 ? ads : openAds(market));
  return sumOf([
    timesOf(sumOf([readingTime(words), TIMES.record]), pages),
    timesOf(
      TIMES.act,
      ACTS_FOR_PAGE.least * pages + ACTS_FOR_BENCH.least,
      ACTS_FOR_PAGE.most * pages + ACTS_FOR_BENCH.most,
    ),
  ]);
}

/** One letter to each company where the key does not say which the case needs; an order for each office that has to give one. */
function lettersOf({ platforms }: TimedExercise['brief'], key?: AnswerKey): number {
  if (!key?.requests) return (platforms as RequestDesk['platforms']).length;
  const { letters, orders } = key.requests;
  const ordering = Math.max(1, Object.keys(orders ?? {}).length);
  return letters.reduce((sum, kind) => sum + (kind === 'order' || kind === 'assistance' ? ordering : 1), 0);
}

const openAds = ({ ads }: Market) => ads.filter(({ withheld }) => !withheld);

/** Words that a reader of one of these ads meets: title, sentences and fields as the site shows them last. */
function meanWords(ads: readonly Ad[]): number {
  const words = ads.reduce((sum, { title, versions }) => {
    const shown = versions.at(-1);
    return sum + wordsIn(title, ...(shown?.sentences ?? []), ...Object.values(shown?.fields ?? {}));
  }, 0);
  return words / Math.max(1, ads.length);
}
