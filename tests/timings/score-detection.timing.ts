import { type AttemptColumns, packAttempts } from '#kinds/detection/model/attempt-columns.ts';
import { ATTEMPT_SCORES, scoreAttempts } from '#kinds/detection/model/attempt-scores.ts';
import { type AdKey, deriveKey } from '#kinds/detection/model/derive-key.ts';
import { type KeyColumns, packKey } from '#kinds/detection/model/key-columns.ts';
import type { DetectionResponse } from '#kinds/detection/model/play.ts';
import { scoreDetection } from '#kinds/detection/model/score.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { TimingRow } from '../../scripts/gate/timing-row.ts';
import { aMarket } from '../support/builders/a-market.ts';
import { LIBRARY } from '../support/builders/the-library.ts';
import { summarize, timeInTurns, timesAsFast, timesTheCost, type Variant } from './harness.ts';
import { manyReaders } from './reference/many-readers.ts';
import { type NaiveKey, naiveKey, naiveScores } from './reference/naive-scores.ts';

const ADS = 50;
const ATTEMPTS = 10_000;
const ROUNDS = { rounds: 9, warmUp: 3 };

/** Tolerance between our numbers and the reference, which adds in another order. */
const TOLERANCE = 1e-9;

interface Exercise {
  readonly market: Market;
  readonly key: readonly AdKey[];
  readonly columns: KeyColumns;
  readonly naive: NaiveKey;
}

const exercises = new Map<number, Exercise>();

/** A market with the given number of judgeable ads, and its key in both shapes. */
function exerciseOf(ads: number): Exercise {
  const known = exercises.get(ads);
  if (known) return known;
  // Withheld cards come on top.
  for (let size = ads; ; size++) {
    const { market, truth } = aMarket({ size, seed: 'bench-scoring' });
    const key = deriveKey(truth, truth.prevalence);
    const judged = key.filter((ad) => !ad.possibleMinor).length;
    if (judged < ads) continue;
    if (judged > ads) throw new Error(`No market has ${ads} ads that are judged.`);
    const columns = packKey(key, LIBRARY.catalogue, market);
    const made = { market, key, columns, naive: naiveKey(key, market, LIBRARY.catalogue.keys()) };
    exercises.set(ads, made);
    return made;
  }
}

const readersOf = ({ key, market }: Exercise, count: number) =>
  manyReaders(count, key, market, [...LIBRARY.catalogue.keys()]);

const sum = (values: Iterable<number>) => {
  let total = 0;
  for (const value of values) total += Number.isNaN(value) ? 0 : value;
  return total;
};

const fromColumns = ({ columns }: Exercise, attempts: AttemptColumns): Variant => ({
  units: attempts.attempts,
  run: () => sum(scoreAttempts(columns, attempts)),
});

const fromObjects = ({ naive }: Exercise, readers: readonly DetectionResponse[]): Variant => ({
  units: readers.length,
  run: () => readers.reduce((total, reader) => total + sum(naiveScores(reader, naive)), 0),
});

/** Throws where a number of an attempt differs from the reference's. */
function compare(exercise: Exercise, readers: readonly DetectionResponse[], attempts: AttemptColumns): void {
  const scores = scoreAttempts(exercise.columns, attempts);
  readers.forEach((reader, n) => {
    naiveScores(reader, exercise.naive).forEach((expected, at) => {
      const found = scores[n * ATTEMPT_SCORES.length + at] as number;
      const isSame = Number.isNaN(expected) ? Number.isNaN(found) : Math.abs(found - expected) <= TOLERANCE;
      if (!isSame) throw new Error(`Attempt ${n}: ${ATTEMPT_SCORES[at]} is ${found} and by the reference ${expected}.`);
    });
  });
}

export const rows: readonly TimingRow[] = [
  {
    name: 'scoring-of-10000-attempts-times-as-fast-as-naive-objects',
    goal: 8,
    atMost: false,
    measure() {
      const exercise = exerciseOf(ADS);
      const readers = readersOf(exercise, ATTEMPTS);
      const attempts = packAttempts(exercise.columns, readers);
      compare(exercise, readers, attempts);
      // A fifth of the attempts gives the reference's time of one, and keeps a round short.
      const some = readers.slice(0, ATTEMPTS / 5);
      return timesAsFast(fromColumns(exercise, attempts), fromObjects(exercise, some), ROUNDS);
    },
  },
  {
    name: 'scoring-with-packing-times-as-fast-as-naive-objects',
    goal: null,
    atMost: false,
    measure() {
      const exercise = exerciseOf(ADS);
      const readers = readersOf(exercise, ATTEMPTS / 5);
      const packed: Variant = {
        units: readers.length,
        run: () => sum(scoreAttempts(exercise.columns, packAttempts(exercise.columns, readers))),
      };
      return timesAsFast(packed, fromObjects(exercise, readers), ROUNDS);
    },
  },
  {
    name: 'cost-per-attempt-at-10000-attempts-against-1000',
    goal: 1.2,
    atMost: true,
    measure() {
      const exercise = exerciseOf(ADS);
      const readers = readersOf(exercise, ATTEMPTS);
      const many = fromColumns(exercise, packAttempts(exercise.columns, readers));
      return timesTheCost(
        many,
        repeated(fromColumns(exercise, packAttempts(exercise.columns, readers.slice(0, 1000))), 10),
        ROUNDS,
      );
    },
  },
  {
    name: 'cost-per-ad-at-500-ads-against-50',
    goal: 1.3,
    atMost: true,
    measure() {
      const [small, large] = [exerciseOf(ADS), exerciseOf(10 * ADS)];
      const few = fromColumns(small, packAttempts(small.columns, readersOf(small, 2000)));
      const more = fromColumns(large, packAttempts(large.columns, readersOf(large, 200)));
      const perAd = (variant: Variant, ads: number): Variant => ({ ...variant, units: variant.units * ads });
      return timesTheCost(perAd(repeated(more, 5), 10 * ADS), perAd(repeated(few, 5), ADS), ROUNDS);
    },
  },
  { name: 'microseconds-of-one-attempt-packed-and-scored', goal: null, atMost: true, measure: () => oneAttempt(false) },
  {
    name: 'microseconds-of-one-attempt-with-key-and-findings',
    goal: null,
    atMost: true,
    measure: () => oneAttempt(true),
  },
];

/** A round that is long enough for the clock. */
const repeated = ({ units, run }: Variant, times: number): Variant => ({
  units: units * times,
  run: () => {
    let total = 0;
    for (let n = 0; n < times; n++) total += run();
    return total;
  },
});

/**
 * Microseconds of one attempt that comes alone, as in practice: its objects are packed and scored, or explained as
 * well.
 */
function oneAttempt(explained: boolean) {
  const exercise = exerciseOf(ADS);
  const { market, key, columns } = exercise;
  const { catalogue } = LIBRARY;
  const readers = readersOf(exercise, 200);
  const context = { market, world: [], evidence: [] };
  const score = (reader: DetectionResponse) =>
    explained
      ? scoreDetection(reader, { key, catalogue, ratios: new Map() }, context).criteria.length
      : sum(scoreAttempts(columns, packAttempts(columns, [reader])));
  const [times = []] = timeInTurns(
    [{ units: readers.length, run: () => readers.reduce((total, reader) => total + score(reader), 0) }],
    { ...ROUNDS, warmUp: 10 },
  );
  return summarize(times.map((milliseconds) => milliseconds * 1000));
}
