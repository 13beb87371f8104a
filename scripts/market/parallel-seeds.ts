import { type IdealAreas, idealAreas } from '#app/detection/ideal-areas.ts';
import type { LoadedCase } from '#app/library/load-case.ts';
import type { Library } from '#app/library/load-library.ts';
import { prevalenceOf } from '#app/library/prevalence-of.ts';
import { deriveKey } from '#core/detection/derive-key.ts';
import { isSought } from '#core/market/actor-types.ts';
import { GENERATOR_VERSION } from '#core/market/market.ts';
import { generateMarket } from '#core/market-generator/generate-market.ts';

/** Half of what is allowed, so that rounding takes nothing from the promise. */
const CLOSE = 0.005;

/** More seeds than any shipped exercise has needed. */
export const MAX_SEEDS = 400;

/** Every briefing says that some controlled ads show nothing that a page can tell. */
const LEAST_NOT_KNOWABLE = 2;

/** How many ads are controlled, cannot be known by anybody, and cannot be read. */
interface Counts {
  readonly controlled: number;
  readonly notKnowable: number;
  readonly closed: number;
}

/** A market that was looked at: how hard it is, and what it holds. */
interface Candidate {
  readonly seed: string;
  readonly areas: IdealAreas;
  readonly counts: Counts;
}

/** A market for before a training and one for after it. */
export type ParallelSeeds = readonly [before: Candidate, after: Candidate];

/** The first two seeds of an exercise, in the order of their numbers, whose markets are equally hard; or none of them all. */
export function parallelSeeds(loaded: LoadedCase, library: Library): ParallelSeeds | undefined {
  const { id, market } = loaded.source;
  const own = lookAt(loaded, market.seed, library).counts.controlled;
  const seen: Candidate[] = [];
  for (let n = 1; n <= MAX_SEEDS; n++) {
    const next = lookAt(loaded, `${id}-parallel-${n}`, library);
    // The words of the briefing name the number of the exercise.
    if (next.counts.controlled !== own || next.counts.notKnowable < LEAST_NOT_KNOWABLE) continue;
    const match = seen.find((before) => isParallel(before, next));
    if (match) return [match, next];
    seen.push(next);
  }
  return undefined;
}

function lookAt(
  { source, profile, market }: LoadedCase,
  seed: string,
  { lexicon, catalogue, planting, weights }: Library,
): Candidate {
  const { preset: size, prevalence } = source.market;
  const order = { profile, lexicon, catalogue, planting, weights, size, prevalence, seed, until: source.start };
  const { truth } = generateMarket(order);
  const announced = prevalenceOf(profile, market.prevalence);
  const key = deriveKey(truth, catalogue, announced);
  const count = (isCounted: (ad: (typeof key)[number]) => boolean) => key.filter(isCounted).length;
  const counts: Counts = {
    controlled: count(({ control }) => isSought(control)),
    notKnowable: count((ad) => ad.notKnowable),
    closed: count((ad) => ad.possibleMinor),
  };
  return { seed, areas: idealAreas(truth, catalogue, announced), counts };
}

/** Equally hard: both areas close to each other, as many ads that nobody can know, as many closed cards. */
function isParallel(a: Candidate, b: Candidate): boolean {
  const isClose = (['checks', 'pages'] as const).every((way) => Math.abs(a.areas[way] - b.areas[way]) <= CLOSE);
  const isAlike = (['controlled', 'notKnowable', 'closed'] as const).every((what) => a.counts[what] === b.counts[what]);
  return isClose && isAlike;
}

/** The seeds of exercises, as the file of them that is shipped. */
export function parallelTestsFile(pairs: readonly (readonly [exercise: string, ParallelSeeds])[]): string {
  const round = ({ seed, areas }: Candidate) =>
    `{ seed: ${seed}, checks: ${rounded(areas.checks)}, pages: ${rounded(areas.pages)} }`;
  return `# Two markets of one exercise that are equally hard: one to read before a training, one after it. Written by
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

/** How hard a market is, in words. */
export function areasInWords({ checks, pages }: IdealAreas): string {
  return `(${rounded(checks)} by all checks, ${rounded(pages)} by pages)`;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
