import type { LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import { deriveKey } from '#kinds/detection/model/derive-key.ts';
import { type IdealAreas, idealAreas } from '#kinds/detection/use-cases/ideal-areas.ts';
import { caseMarketOrder } from '#library/cases/use-cases/case-market-order.ts';
import type { Library } from '#library/content/use-cases/load-library.ts';
import { isSought } from '#market/ads/model/actor-types.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { prevalenceOf } from '#market/ads/use-cases/prevalence-of.ts';
import { announcedShare } from '#market/generator/model/announced-share.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';

/** Maximum difference of areas in the search: half of what is allowed, to leave room for rounding. */
const MAX_SEARCH_DIFFERENCE = 0.005;

/** Maximum number of seeds to try; more than any shipped exercise has needed. */
export const MAX_SEEDS = 8000;

/** Minimum number of controlled ads without a visible sign: every briefing says that some exist. */
const MIN_NOT_KNOWABLE = 2;

/** Numbers of ads that are controlled, that are controlled without a visible sign, and that are closed cards. */
interface Counts {
  readonly controlled: number;
  readonly notKnowable: number;
  readonly closed: number;
}

/** A tried market: its difficulty, its counts, and the texts of its ads. */
interface Candidate {
  readonly seed: string;
  readonly areas: IdealAreas;
  readonly counts: Counts;
  readonly texts: ReadonlySet<string>;
}

/** The markets for the rounds before and after a training. */
export type ParallelSeeds = readonly [before: Candidate, after: Candidate];

/**
 * The first two seeds of an exercise, in numerical order, with equally hard markets; undefined where no pair is found.
 */
export function parallelSeeds(loaded: LoadedCase, library: Library): ParallelSeeds | undefined {
  const { id, market } = loaded.source;
  const own = lookAt(loaded, market.seed, library).counts.controlled;
  const shareOf = (seed: string) => announcedShare(orderOf(loaded, seed, library));
  const share = shareOf(market.seed);
  const seen: Candidate[] = [];
  for (let n = 1; n <= MAX_SEEDS; n++) {
    const seed = `${id}-parallel-${n}`;
    if (shareOf(seed) !== share) continue;
    const next = lookAt(loaded, seed, library);
    // The briefing names the exercise's number of controlled ads, so the market must have the same.
    if (next.counts.controlled !== own || next.counts.notKnowable < MIN_NOT_KNOWABLE) continue;
    const match = seen.find((before) => isParallel(before, next));
    if (match) return [match, next];
    seen.push(next);
  }
  return undefined;
}

const orderOf = ({ source, profile }: LoadedCase, seed: string, library: Library) =>
  caseMarketOrder(source, profile, library, { seed, posts: library.assessmentPosts });

function lookAt(loaded: LoadedCase, seed: string, library: Library): Candidate {
  const { truth, market } = generateMarket(orderOf(loaded, seed, library));
  const announced = prevalenceOf(market);
  const key = deriveKey(truth, announced);
  const count = (isCounted: (ad: (typeof key)[number]) => boolean) => key.filter(isCounted).length;
  const counts: Counts = {
    controlled: count(({ control }) => isSought(control)),
    notKnowable: count((ad) => ad.notKnowable),
    closed: count((ad) => ad.possibleMinor),
  };
  const texts = new Set(market.ads.map(({ versions }) => versions.at(-1)?.sentences.join(' ') ?? ''));
  texts.delete('');
  return { seed, areas: idealAreas(truth, announced), counts, texts };
}

/**
 * True for equally hard markets that share no ad: similar areas, the same number of unknowable ads, the same number of
 * closed cards, and no text of an ad in both. Short ads of large markets now and then have the same words.
 */
function isParallel(a: Candidate, b: Candidate): boolean {
  const isClose = (['checks', 'pages'] as const).every(
    (way) => Math.abs(a.areas[way] - b.areas[way]) <= MAX_SEARCH_DIFFERENCE,
  );
  const isAlike = (['controlled', 'notKnowable', 'closed'] as const).every((what) => a.counts[what] === b.counts[what]);
  return isClose && isAlike && a.texts.isDisjointFrom(b.texts);
}

/** How a file of parallel seeds begins. */
const HEAD = '# Two markets of one exercise that are equally hard';

/** True for the start of a file that `parallelTestsFile` has made. */
export const isParallelTestsFile = (beginning: string): boolean => beginning.startsWith(HEAD);

/** The exercises that have a pair in such a file. */
export const exercisesIn = (file: string): string[] =>
  Array.from(file.matchAll(/^ {2}- exercise: (\S+)$/gm), ([, exercise = '']) => exercise);

/** The content of the shipped file of parallel seeds. */
export function parallelTestsFile(pairs: readonly (readonly [exercise: string, ParallelSeeds])[]): string {
  const round = ({ seed, areas }: Candidate) =>
    `{ seed: ${seed}, checks: ${rounded(areas.checks)}, pages: ${rounded(areas.pages)} }`;
  return `${HEAD}: one to read before a training, one after it. Written by
# find-parallel-seeds, never by hand. "checks" and "pages" say how well the ideal observer of that market does, from
# everything that can be reached and from the pages alone: the share of pairs, of a controlled ad and another one, that it
# puts in the right order.
schema: parallel-tests/1
generatorVersion: ${GENERATOR_VERSION}
pairs:
${pairs
  .map(
    ([exercise, [before, after]]) =>
      `  - exercise: ${exercise}\n    before: ${round(before)}\n    after: ${round(after)}\n`,
  )
  .join('')}`;
}

/** The difficulty of a market in words. */
export function areasInWords({ checks, pages }: IdealAreas): string {
  return `(${rounded(checks)} by all checks, ${rounded(pages)} by pages)`;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
