import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packAttempts } from '#kinds/detection/model/attempt-columns.ts';
import { ATTEMPT_SCORES, scoreAttempts } from '#kinds/detection/model/attempt-scores.ts';
import { packKey } from '#kinds/detection/model/key-columns.ts';
import type { DetectionResponse } from '#kinds/detection/model/play.ts';
import { scoreDetection } from '#kinds/detection/model/score.ts';
import { aMarket } from '../../../../support/builders/a-market.ts';
import { aReaderOf, scored } from '../../../../support/builders/a-reader.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';
import { manyReaders } from '../../../../timings/reference/many-readers.ts';
import { naiveKey, naiveScores } from '../../../../timings/reference/naive-scores.ts';

const { catalogue } = LIBRARY;
const INDICATORS = [...catalogue.keys()];

function exerciseOf(seed: string, prevalence: 'PRACTICE' | 'CALIBRATION' = 'PRACTICE') {
  const made = aMarket({ seed, prevalence });
  const { key } = aReaderOf(made);
  return { ...made, key, columns: packKey(key, catalogue, made.market), naive: naiveKey(key, made.market, INDICATORS) };
}
type Exercise = ReturnType<typeof exerciseOf>;

const EXERCISES = [exerciseOf('columns-0'), exerciseOf('columns-1'), exerciseOf('columns-calm', 'CALIBRATION')];
const anyExercise = fc.constantFrom(...EXERCISES);
const readersOf = ({ key, market }: Exercise, seed: number, count = 3) =>
  manyReaders(count, key, market, INDICATORS, String(seed));
const scoresOf = ({ columns }: Exercise, responses: readonly DetectionResponse[]) => {
  const all = scoreAttempts(columns, packAttempts(columns, responses));
  return responses.map((_, n) => [...all.slice(n * ATTEMPT_SCORES.length, (n + 1) * ATTEMPT_SCORES.length)]);
};

/** NaN means undefined, and counts as equal to itself. */
function expectClose(found: readonly number[], expected: readonly number[]): void {
  expect(found.length).toBe(expected.length);
  found.forEach((value, n) => {
    const other = expected[n] ?? 0;
    const name = ATTEMPT_SCORES[n];
    if (Number.isNaN(other)) expect([name, value]).toEqual([name, Number.NaN]);
    else expect(Math.abs(value - other), `${name}: ${value} and ${other}`).toBeLessThanOrEqual(1e-9);
  });
}

describe('scores of many attempts in columns', () => {
  it('equal those of an object-based reference, to 1e-9', () => {
    fc.assert(
      fc.property(anyExercise, fc.nat(), (exercise, seed) => {
        const readers = readersOf(exercise, seed);
        scoresOf(exercise, readers).forEach((found, n) => {
          expectClose(found, naiveScores(readers[n] as DetectionResponse, exercise.naive));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('equal those of the explained report', () => {
    fc.assert(
      fc.property(anyExercise, fc.nat(), (exercise, seed) => {
        const { market, key } = exercise;
        const readers = readersOf(exercise, seed, 2);
        const [found = []] = scoresOf(exercise, readers);
        const own = (id: (typeof ATTEMPT_SCORES)[number]) => found[ATTEMPT_SCORES.indexOf(id)];
        const context = { market, world: [], evidence: [] };
        const { raw, figure } = scored(
          scoreDetection(readers[0] as DetectionResponse, { key, catalogue, ratios: new Map() }, context),
        );

        expect(raw['detection.signs']).toBe(own('signs'));
        expect(raw['detection.bands']).toBe(own('kappa'));
        expect(raw['detection.certainty']).toBe(own('points'));
        expect(figure['bias-gap']?.value).toBe(own('bias-gap'));
        expect(figure.specificity?.value).toBe(own('specificity'));
        if (raw['detection.mark'] !== undefined) expect(raw['detection.mark']).toBe(0 - (own('cost') ?? 1));
      }),
      { numRuns: 40 },
    );
  });

  it('do not depend on the other attempts, on the order of marks, or on that of answers', () => {
    fc.assert(
      fc.property(
        anyExercise.chain((exercise) =>
          fc.nat().chain((seed) => {
            const readers = readersOf(exercise, seed);
            const [first] = readers as [DetectionResponse];
            return fc.record({
              exercise: fc.constant(exercise),
              readers: fc.constant(readers),
              marks: fc.shuffledSubarray([...first.marks], { minLength: first.marks.length }),
            });
          }),
        ),
        ({ exercise, readers, marks }) => {
          const [first] = readers as [DetectionResponse];
          const judgements = Object.fromEntries(Object.entries(first.judgements).reverse());

          const together = scoresOf(exercise, readers)[0] ?? [];
          const [alone = []] = scoresOf(exercise, [{ ...first, marks, judgements }]);

          expect(alone).toEqual(together);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('stay within their bounds', () => {
    fc.assert(
      fc.property(anyExercise, fc.nat(), (exercise, seed) => {
        for (const row of scoresOf(exercise, readersOf(exercise, seed))) {
          const [cost = -1, signs = 2, kappa = 2, , , specificity = -1, , , , gap = -1] = row;
          expect(cost).toBeGreaterThanOrEqual(0);
          expect(signs).toBeLessThanOrEqual(1);
          expect(kappa).toBeLessThanOrEqual(1);
          for (const share of [specificity, gap]) expect(share >= 0 && share <= 1).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('rise with a right mark, and fall with a baseless one', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EXERCISES.slice(0, 2)), fc.nat(), fc.nat(), (exercise, seed, pick) => {
        const [reader] = readersOf(exercise, seed, 1) as [DetectionResponse];
        const signs = (marks: DetectionResponse['marks']) => scoresOf(exercise, [{ ...reader, marks }])[0]?.[1] ?? -9;
        const right = exercise.key
          .filter((ad) => !ad.notKnowable && !ad.possibleMinor && ad.control === 'controlled')
          .flatMap(({ ad, labels }) =>
            labels.filter(({ kind }) => kind === 'sign').map(({ at, indicator }) => ({ ad, at, indicator })),
          );
        const one = right[pick % right.length];
        const without = reader.marks.filter((mark) => mark.ad !== one?.ad);
        // On an ad without marks: beside a trap that is the only reason for a flag, any other mark takes a point off its cost.
        const ad = right.find((mark) => !without.some((other) => other.ad === mark.ad))?.ad ?? '';
        const known = new Set(exercise.key.find((entry) => entry.ad === ad)?.labels.map(({ indicator }) => indicator));
        const indicator = ['template-text', 'posting-sync'].find((id) => !known.has(id)) ?? '';
        const blue = { ad, at: 's99', indicator };

        expect(signs([...without, ...(one ? [one] : [])])).toBeGreaterThan(signs(without));
        expect(signs([...without, blue])).toBeLessThanOrEqual(signs(without));
      }),
      { numRuns: 60 },
    );
  });
});
