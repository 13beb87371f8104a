import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeAgreement, codeDifferences } from '#kinds/mapping/model/code-agreement.ts';
import type { CodingKey, MapKey } from '#kinds/mapping/model/derive-map.ts';
import { drawSample } from '#kinds/mapping/model/draw-sample.ts';
import { finalCodes, type MappingAction, type MappingResponse, playMapping } from '#kinds/mapping/model/play.ts';
import { MappingActionSchema, MappingBriefSchema } from '#kinds/mapping/model/schemas.ts';
import { scoreMapping } from '#kinds/mapping/model/score.ts';
import { plantedCodes, simulateSecondCoder } from '#kinds/mapping/model/simulate-second-coder.ts';
import { MAPPING_PLAYERS } from '#kinds/mapping/use-cases/players.ts';
import { aMarket, NOW, seeds } from '../../../../support/builders/a-market.ts';
import { scored } from '../../../../support/builders/a-reader.ts';
import { aTableOf } from '../../../../support/builders/a-table.ts';

const SIGNS = ['third-person-voice', 'trust-assurance-wording', 'always-available', 'manager-reference'];
const BRIEF = { coding: { signs: SIGNS, sample: 20 } };

const played = (...actions: readonly MappingAction[]) =>
  actions.reduce(
    (response, action, n) => playMapping.reduce(response, action as never, { at: NOW, seq: n + 1 }),
    playMapping.empty,
  );
const coded = (ad: string, ...signs: readonly string[]): MappingAction => ({ type: 'ad.coded', ad, signs });

describe('the agreement of two coders', () => {
  it('is Cohen’s kappa, worked out by hand', () => {
    // 20 yes of both, 5 and 10 of one alone, 15 no of both: .7 seen, .5 by chance.
    const answers = [
      ...Array(20).fill(['x', 'x']),
      ...Array(5).fill(['x', '']),
      ...Array(10).fill(['', 'x']),
      ...Array(15).fill(['', '']),
    ] as [string, string][];
    const of = (place: 0 | 1) => Object.fromEntries(answers.map((pair, n) => [`${n}`, pair[place] ? ['x'] : []]));
    const ads = answers.map((_, n) => `${n}`);

    expect(codeAgreement(of(0), of(1), ads, ['x'])).toEqual({
      both: 20,
      onlyFirst: 5,
      onlySecond: 10,
      neither: 15,
      kappa: expect.closeTo(0.4, 12),
    });
  });

  it('ignores ads that one of them has not coded, and is symmetric', () => {
    const codes = fc.dictionary(fc.constantFrom('1', '2', '3'), fc.uniqueArray(fc.constantFrom('x', 'y')), {
      noNullPrototype: true,
    });
    fc.assert(
      fc.property(codes, codes, (one, other) => {
        const there = codeAgreement(one, other, ['1', '2', '3'], ['x', 'y']);
        const back = codeAgreement(other, one, ['1', '2', '3'], ['x', 'y']);
        const both = ['1', '2', '3'].filter((ad) => one[ad] && other[ad]).length;

        expect(there.both + there.onlyFirst + there.onlySecond + there.neither).toBe(2 * both);
        expect([back.kappa, back.onlyFirst]).toEqual([there.kappa, there.onlySecond]);
        expect(codeDifferences(one, other, ['1', '2', '3'], ['x', 'y'])).toHaveLength(
          there.onlyFirst + there.onlySecond,
        );
      }),
    );
  });
});

describe('coding', () => {
  const sample: MappingAction = { type: 'sample.drawn', ads: ['1', '2'] };

  it('accepts only ads of the sample, and a new sample keeps the codes of remaining ads', () => {
    const { codes } = played(sample, coded('1', 'x'), coded('9', 'x'), { type: 'sample.drawn', ads: ['1', '3'] });
    expect(codes).toEqual({ 1: ['x'] });
  });

  it('is compared once every ad is coded, and the first codes are final from then on', () => {
    const early = played(sample, coded('1', 'x'), { type: 'codes.compared' });
    const late = played(sample, coded('1', 'x'), coded('2'), { type: 'codes.compared' }, coded('2', 'x'), {
      type: 'sample.drawn',
      ads: [],
    });
    expect([early.compared, late.compared]).toEqual([false, true]);
    expect([late.sample, late.codes]).toEqual([['1', '2'], { 1: ['x'], 2: [] }]);
  });

  it('settles a difference, the last word counting, and leaves the first codes as they were', () => {
    const settle = (ad: string, present: boolean): MappingAction => ({ type: 'code.settled', ad, sign: 'x', present });
    const done = played(
      sample,
      coded('1', 'x'),
      coded('2'),
      settle('2', true),
      { type: 'codes.compared' },
      {
        ...settle('1', true),
      },
      settle('1', false),
      settle('2', true),
      settle('9', true),
    );

    expect(done.codes).toEqual({ 1: ['x'], 2: [] });
    expect(finalCodes(done)).toEqual({ 1: [], 2: ['x'] });
    expect(done.settled).toHaveLength(2);
  });

  it('stores notes and deletes them', () => {
    const note = (text: string): MappingAction => ({ type: 'note.written', about: 'context', text });
    expect(played(note('here')).notes).toEqual({ context: 'here' });
    expect(played(note('here'), note('')).notes).toEqual({});
  });

  it('is read from a saved log as it was written', () => {
    const acts: MappingAction[] = [
      sample,
      coded('1', 'x'),
      { type: 'codes.compared' },
      { type: 'code.settled', ad: '1', sign: 'x', present: false },
      { type: 'note.written', about: 'privacy', text: 'No phone is kept.' },
    ];
    for (const act of acts) expect(MappingActionSchema.safeParse(act).success).toBe(true);
    expect(MappingBriefSchema.safeParse(BRIEF).success).toBe(true);
    expect(MappingBriefSchema.safeParse({ coding: { signs: [], sample: 20 } }).success).toBe(false);
  });
});

describe('the sample', () => {
  const { market } = aMarket({ size: 'practice' });

  it('contains open ads, no duplicates and no copies, and is deterministic', () => {
    const copies = market.ads.slice(0, 30).map(({ id }) => id);
    const drawn = drawSample(market, copies, 40);
    const open = new Set(market.ads.filter(({ withheld }) => !withheld).map(({ id }) => id));

    expect(new Set(drawn).size).toBe(40);
    expect(drawn.every((ad) => open.has(ad) && !copies.includes(ad))).toBe(true);
    expect(drawSample(market, copies, 40)).toEqual(drawn);
    expect(drawSample(market, [], 9999)).toHaveLength(open.size);
  });

  it('contains every smaller sample', () => {
    expect(drawSample(market, [], 60).slice(0, 25)).toEqual(drawSample(market, [], 25));
  });

  it('gives every ad nearly the same probability', () => {
    const places = seeds('sampled', 60).map((marketId) => {
      const drawn = new Set(drawSample({ ...market, marketId }, [], 15));
      return market.ads.slice(0, 75).filter(({ id }) => drawn.has(id)).length;
    });
    const mean = places.reduce((sum, count) => sum + count, 0) / places.length;
    // Half of the ads, so seven and a half of fifteen; four standard errors are about one.
    expect(Math.abs(mean - 7.5)).toBeLessThan(1);
  });
});

describe('the second coder', () => {
  const made = seeds('coded', 3).map((seed) => aMarket({ seed, size: 'field' }));

  it('misses about 15 % of the signs, codes 4 % of the absent ones, and no withheld ad', () => {
    const sums = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
    for (const { truth, market } of made) {
      const ads = Object.keys(plantedCodes(truth, SIGNS));
      const { kappa, ...counts } = codeAgreement(
        plantedCodes(truth, SIGNS),
        simulateSecondCoder(truth, SIGNS),
        ads,
        SIGNS,
      );
      for (const cell of ['both', 'onlyFirst', 'onlySecond', 'neither'] as const) sums[cell] += counts[cell];
      expect(kappa).toBeGreaterThan(0.6);
      expect(ads).toHaveLength(market.ads.filter(({ withheld }) => !withheld).length);
    }
    expect(sums.onlyFirst / (sums.onlyFirst + sums.both)).toBeCloseTo(0.15, 1);
    expect(sums.onlySecond / (sums.onlySecond + sums.neither)).toBeCloseTo(0.04, 1);
  });

  it('errs unpredictably from the public half', () => {
    const [{ truth }] = made as [(typeof made)[number]];
    expect(simulateSecondCoder(truth, SIGNS)).toEqual(simulateSecondCoder(truth, SIGNS));
    expect(simulateSecondCoder({ ...truth, seed: 'another' }, SIGNS)).not.toEqual(simulateSecondCoder(truth, SIGNS));
  });
});

describe('scoring codes', () => {
  const coding: CodingKey = {
    signs: ['x', 'y'],
    sample: 4,
    planted: { 1: ['x'], 2: ['y'], 3: [], 4: [], 5: [] },
    second: { 1: ['x'], 2: [], 3: ['y'], 4: [], 5: [] },
    reference: ['1', '2', '3', '4'],
  };
  const KEY: MapKey = { sites: [], ads: new Set('12345'), copies: new Set('5'), coding };
  const RIGHT: MappingResponse = {
    ...playMapping.empty,
    sample: ['1', '2', '3', '4'],
    codes: { 1: ['x'], 2: ['y'], 3: [], 4: [] },
    compared: true,
    settled: [
      { ad: '2', sign: 'y', present: true },
      { ad: '3', sign: 'y', present: false },
    ],
  };
  const score = (change: Partial<MappingResponse> = {}) =>
    scored(scoreMapping({ ...RIGHT, ...change }, KEY, { market: null as never, world: [], evidence: [] }));
  /** Of eight answers one yes is common, one yes each is alone: .75 seen, .625 by chance. */
  const KAPPA = (0.75 - 0.625) / (1 - 0.625);

  it('reaches the best for correct codes, even where the colleague errs', () => {
    const { scaled, raw, figure } = score();
    expect(raw['mapping.agreement']).toBeCloseTo(KAPPA, 12);
    expect([scaled['mapping.agreement'], scaled['mapping.codes']]).toEqual([1, 1]);
    expect([figure.coded?.count, figure['codes-alike']?.count, figure['codes-settled']?.count]).toEqual([
      [4, 4],
      [6, 8],
      [2, 2],
    ]);
  });

  it('separates agreement from accuracy: adopting a wrong code does not raise agreement', () => {
    const { scaled, findings } = score({
      settled: [
        { ad: '2', sign: 'y', present: false },
        { ad: '3', sign: 'y', present: true },
      ],
    });
    expect(scaled['mapping.agreement']).toBe(1);
    expect(scaled['mapping.codes']).toBeCloseTo(KAPPA, 12);
    expect(findings.filter(({ reason }) => reason.startsWith('map.code'))).toEqual([
      { kind: 'miss', at: { ad: '2', locator: 'code:y' }, indicator: 'y', reason: 'map.code.missed', sources: [] },
      { kind: 'falseFlag', at: { ad: '3', locator: 'code:y' }, indicator: 'y', reason: 'map.code.wrong', sources: [] },
    ]);
  });

  it('counts a half-size sample by half, and uncompared codes as no agreement', () => {
    const half = score({ sample: ['1', '2'] });
    expect(half.raw['mapping.codes']).toBe(0.5);
    expect(score({ compared: false }).scaled['mapping.agreement']).toBe(0);
  });

  it('gives nothing for a constant answer', () => {
    for (const signs of [[], ['x', 'y']]) {
      const codes = Object.fromEntries(RIGHT.sample.map((ad) => [ad, signs]));
      const { scaled } = score({ codes, settled: [] });
      expect([scaled['mapping.agreement'], scaled['mapping.codes']]).toEqual([0, 0]);
    }
  });

  it('is skipped where the scenario asks for no codes', () => {
    const { coding: _, ...key } = KEY;
    const { criteria } = scoreMapping(RIGHT, key, { market: null as never, world: [], evidence: [] });
    expect(criteria.map(({ id }) => id)).not.toContain('mapping.codes');
  });

  it('is best for the oracle, nothing for coding every sign everywhere, in between for an honest mapper', () => {
    for (const seed of seeds('oracle codes', 4)) {
      const map = aTableOf<MappingResponse, MappingAction>(
        aMarket({ seed, size: 'field' }),
        { play: playMapping, players: MAPPING_PLAYERS },
        BRIEF,
      );
      const oracle = map.plays('oracle').scaled;
      const all = map.plays('flag-all').scaled;
      const honest = map.plays('honest').scaled;
      const none = map.plays('nothing').scaled;
      expect([oracle['mapping.agreement'], oracle['mapping.codes']]).toEqual([1, 1]);
      expect([all['mapping.agreement'], all['mapping.codes']]).toEqual([0, 0]);
      expect([none['mapping.agreement'], none['mapping.codes']]).toEqual([0, 0]);
      for (const id of ['mapping.agreement', 'mapping.codes', 'mapping.volume', 'mapping.duplicates'])
        expect([id, (honest[id] ?? 0) > 0.1]).toEqual([id, true]);
    }
  });
});
