/** Searches two markets of each exercise that are equally hard, and writes them down for a round before and one after a training. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createProjectFiles } from '#adapters/node/project-files.ts';
import { type IdealAreas, idealAreas } from '#app/detection/ideal-areas.ts';
import { type LoadedCase, loadCase } from '#app/library/load-case.ts';
import { type Library, loadLibrary } from '#app/library/load-library.ts';
import { PARALLEL_TESTS_FILE } from '#app/library/parallel-tests.ts';
import { prevalenceOf } from '#app/library/prevalence-of.ts';
import { deriveKey } from '#core/detection/derive-key.ts';
import { isSought } from '#core/market/actor-types.ts';
import { generateMarket } from '#core/market/generate-market.ts';
import { GENERATOR_VERSION } from '#core/market/market.ts';
import { badArgument, orFail, readArguments } from './command-line.ts';

/** One exercise of each size: 42, 150 and 600 ads. */
const EXERCISES = ['find-house-pages', 'find-apple-weeks', 'find-thirty-looks'];

const HELP = `Usage: npm run -s find-parallel-seeds [-- EXERCISE...]
Searches two seeds of each exercise whose markets are equally hard for the ideal observer, and writes
${PARALLEL_TESTS_FILE}. Run it after GENERATOR_VERSION was raised or the weights were measured anew.
Without names: one exercise of each size, ${EXERCISES.join(', ')}.`;

/** Half of what is allowed, so that rounding takes nothing from the promise. */
const CLOSE = 0.005;

/** More seeds than any shipped exercise has needed. */
const MOST_SEEDS = 400;

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

const { positionals } = readArguments(HELP, () =>
  parseArgs({ allowPositionals: true, options: { help: { type: 'boolean', default: false } } }),
);
const root = resolve(import.meta.dirname, '..');
const files = createProjectFiles(root);
const library = orFail(loadLibrary(files));
const exercises = positionals.length > 0 ? positionals : EXERCISES;
const pairs = exercises.map((exercise) => [exercise, pairOf(exercise)] as const);
writeFileSync(join(root, PARALLEL_TESTS_FILE), textOf());
for (const [exercise, [before, after]] of pairs)
  process.stdout.write(`${exercise}: ${before.seed} ${inWords(before.areas)}, ${after.seed} ${inWords(after.areas)}\n`);

/** The first two seeds, in the order of their numbers, whose markets are equally hard. */
function pairOf(exercise: string): readonly [Candidate, Candidate] {
  if (files.read(`scenarios/${exercise}/scenario.yaml`) === undefined)
    badArgument(HELP, `${exercise}: there is no such exercise under scenarios/.`);
  const loaded = orFail(loadCase(files, `scenarios/${exercise}`, library));
  const own = lookAt(loaded, loaded.source.market.seed, library).counts.controlled;
  const seen: Candidate[] = [];
  for (let n = 1; n <= MOST_SEEDS; n++) {
    const next = lookAt(loaded, `${exercise}-parallel-${n}`, library);
    // The words of the briefing name the number of the exercise.
    if (next.counts.controlled !== own || next.counts.notKnowable < LEAST_NOT_KNOWABLE) continue;
    const match = seen.find((before) => isParallel(before, next));
    if (match) return [match, next];
    seen.push(next);
  }
  process.stderr.write(`${exercise}: no two of ${MOST_SEEDS} markets are equally hard. Raise MOST_SEEDS.\n`);
  process.exit(1);
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

function textOf(): string {
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

function inWords({ checks, pages }: IdealAreas): string {
  return `(${rounded(checks)} by all checks, ${rounded(pages)} by pages)`;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
