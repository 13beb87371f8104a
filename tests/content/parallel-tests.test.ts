import { describe, expect, it } from 'vitest';
import { idealAreas } from '#kinds/detection/use-cases/ideal-areas.ts';
import {
  MAX_AREA_DIFFERENCE,
  parallelRounds,
  ROUNDS,
  readParallelTests,
} from '#library/cases/use-cases/parallel-tests.ts';
import { loadProject } from '#library/project/use-cases/load-project.ts';
import { isSought } from '#market/ads/model/actor-types.ts';
import { GENERATOR_VERSION, isOnThePage } from '#market/ads/model/market.ts';
import { prevalenceOf } from '#market/ads/use-cases/prevalence-of.ts';
import { announcedShare } from '#market/generator/model/announced-share.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { readMarketIdeally } from '#market/generator/model/ideal-reader.ts';
import { PRESETS } from '#market/generator/model/plan-actors.ts';
import { areaUnderCurve } from '../support/area-under-curve.ts';
import { KINDS } from '../support/builders/kinds.ts';
import { LIBRARY, PROJECT } from '../support/builders/the-library.ts';

const loaded = loadProject(PROJECT, KINDS);
if (!loaded.ok) throw new Error('The shipped project does not load.');
const { cases, library, parallelTests } = loaded.value;
const rounds = parallelRounds(parallelTests, cases, library).map((round) => {
  const pair = parallelTests.find(({ exercise }) => exercise === round.exercise);
  if (!pair || !round.loaded.answers) throw new Error(`${round.loaded.source.id} has no pair or no answers.`);
  return { id: round.loaded.source.id, ...round, stored: pair[round.when], truth: round.loaded.answers.truth };
});
const of = (exercise: string) => rounds.filter((round) => round.exercise === exercise);

describe('rounds before and after a training', () => {
  it('exist for each size of market of an exercise, and for the current generator', () => {
    const sizes = parallelTests.map(({ exercise }) => cases.find(({ source }) => source.id === exercise)?.source);

    expect(sizes.map((source) => source?.market.preset).sort()).toEqual(['field', 'mini', 'practice']);
    for (const { truth } of rounds) expect(truth.generatorVersion).toBe(GENERATOR_VERSION);
    expect(PROJECT.read('content/parallel-tests.yaml')).toContain(`generatorVersion: ${GENERATOR_VERSION}\n`);
  });

  it.each(rounds)('$id: ideal readers reach the recorded areas', ({ loaded: round, truth, stored }) => {
    const { profile, source } = round;
    const { preset: size, prevalence, seed } = source.market;
    const drawn = drawMarket({ ...LIBRARY, profile, size, prevalence, seed, until: source.start });
    const open = truth.ads.flatMap((ad, at) => (ad.possibleMinor ? [] : [{ ad, at }]));
    const areaBy = (worth: (one: (typeof open)[number]) => number) => {
      const worths = (mine: boolean) => open.filter(({ ad }) => isSought(ad.control) === mine).map(worth);
      return areaUnderCurve(worths(true), worths(false));
    };
    const showsSign = ({ labels }: (typeof truth.ads)[number]) =>
      labels.some(({ kind, at }) => kind === 'sign' && isOnThePage(at));
    const share = announcedShare({ profile, size, prevalence, seed }) / 100;
    const pages = readMarketIdeally(drawn, 'pages');

    expect(areaBy(({ at }) => readMarketIdeally(drawn, 'records')[at] as number)).toBeCloseTo(stored.checks, 2);
    // Where a page shows no sign, there is none to be named: the ad counts no more than one of which nothing is known.
    expect(
      areaBy(({ ad, at }) => (showsSign(ad) ? (pages[at] as number) : Math.min(share, pages[at] as number))),
    ).toBeCloseTo(stored.pages, 2);
  });

  it.each(parallelTests)('$exercise: both rounds are equally hard and share no ad', ({ exercise }) => {
    const [before, after] = of(exercise).map(({ truth, loaded: { market } }) => ({
      areas: idealAreas(truth, prevalenceOf(market)),
      texts: market.ads.map(({ versions }) => versions.at(-1)?.sentences.join(' ') ?? '').filter((text) => text !== ''),
      ads: market.ads.length,
      sought: truth.ads.filter(({ control }) => isSought(control)).length,
    }));
    if (!before || !after) throw new Error('There are two rounds.');

    for (const way of ['checks', 'pages'] as const)
      expect(Math.abs(before.areas[way] - after.areas[way])).toBeLessThanOrEqual(MAX_AREA_DIFFERENCE);
    expect([after.ads, after.sought]).toEqual([before.ads, before.sought]);
    expect(before.texts.filter((text) => after.texts.includes(text))).toEqual([]);
  });

  it('have the story of their exercise, each with a market of its own', () => {
    for (const { exercise } of parallelTests) {
      const own = cases.find(({ source }) => source.id === exercise);
      const played = of(exercise).map(({ loaded: round }) => round);

      expect(played.map(({ scenes }) => scenes)).toEqual(ROUNDS.map(() => own?.scenes));
      expect(played.map(({ source, scenario }) => scenario.id === source.id)).toEqual([true, true]);
      const markets = [own, ...played].map((round) => round?.market.marketId);
      const hashes = [own, ...played].map((round) => round?.scenario.hash);
      expect([new Set(markets).size, new Set(hashes).size]).toEqual([3, 3]);
      expect(played.map(({ market }) => market.ads.length)).toEqual(
        ROUNDS.map(() => PRESETS[own?.source.market.preset ?? 'mini'].ads),
      );
    }
  });
});

describe('a faulty file of pairs', () => {
  const text = PROJECT.read('content/parallel-tests.yaml') ?? '';
  const [first] = parallelTests;
  const codes = (changed: string) => {
    const read = readParallelTests({ ...PROJECT, read: () => changed }, cases);
    return read.ok ? [] : read.issues.map(({ code, position }) => `${code} ${position?.line}`);
  };

  it('is refused with all faults and their positions', () => {
    expect(codes(text)).toEqual([]);
    const line = text.split('\n').findIndex((each) => each.includes('- exercise:')) + 1;
    expect(codes(text.replace('exercise: find-', 'exercise: fund-'))).toEqual([`parallel.unknown-exercise ${line}`]);
    expect(codes(text.replace(first?.after.seed ?? '', first?.before.seed ?? ''))).toEqual([
      `parallel.same-seed ${line + 2}`,
    ]);
    const farther = text.replace(`pages: ${first?.after.pages}`, `pages: ${(first?.before.pages ?? 0) - 0.011}`);
    expect(codes(farther)).toEqual([`parallel.too-far-apart ${line + 2}`]);
    const own = cases.find(({ source }) => source.id === first?.exercise)?.source.market.seed ?? '';
    expect(codes(text.replace(first?.before.seed ?? '', own))).toEqual([`parallel.seed-of-exercise ${line}`]);
    expect(codes(text.replace('pairs:', 'peers:'))).not.toEqual([]);
  });

  it('may be missing, which means no rounds', () => {
    expect(readParallelTests({ ...PROJECT, read: () => undefined }, cases)).toEqual({ ok: true, value: [] });
  });
});
