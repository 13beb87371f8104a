import { describe, expect, it } from 'vitest';
import { scoredMarket } from '#bench/markets/model/bench-market.ts';
import { learnReaders } from '#bench/markets/model/learn-readers.ts';
import { readerRow } from '#bench/markets/model/reader-row.ts';
import { scoreMarket } from '#bench/markets/model/score-bench.ts';
import { signsWithinReach } from '#bench/markets/model/signs-within-reach.ts';
import type { ReaderName, TrackName } from '#bench/markets/model/tracks.ts';
import type { PredictionRow } from '#bench/predictions/model/schemas.ts';
import { required } from '#kernel/model/invariant.ts';
import { isSought } from '#market/ads/model/actor-types.ts';
import { isOnThePage } from '#market/ads/model/market.ts';
import { sharersIn, truthAt } from '#market/generator/model/truth-at.ts';
import { scoreOf, someMarkets } from '../../../../support/bench/any-bench.ts';

const TRAIN = someMarkets('JOB', 'readers train', 5, 'pages');
const MARKETS = someMarkets('JOB', 'readers dev', 3, 'pages');
const READERS = learnReaders(() => TRAIN, 'pages');
const SCORED = MARKETS.map((market) => scoredMarket(market, 'page'));

/** The row of whoever says this of each market. */
function rowOf(
  says: (market: number) => readonly PredictionRow[],
  track: TrackName = 'page',
  name: ReaderName = 'tool',
) {
  return readerRow(
    name,
    track,
    SCORED.map((market, n) => scoreOf(market, says(n), track)),
  );
}

const figuresOf = (row: ReturnType<typeof rowOf>) => required(row.tables[0], 'table').figures;
const toolOf = (says: (ad: (typeof SCORED)[number]['truth'][number]) => Omit<PredictionRow, 'ad'>) => (n: number) =>
  required(SCORED[n], 'market')
    .truth.filter(({ possibleMinor }) => !possibleMinor)
    .map((ad) => ({ ad: ad.ad, ...says(ad) }));
const beside = (name: Exclude<ReaderName, 'tool'>) => (n: number) => READERS[name](required(MARKETS[n], 'market'));
const PERFECT = toolOf(({ control, actor }) => ({ probability: Number(isSought(control)), cluster: actor }));

describe('a tool that knows the truth', () => {
  it('reaches 1 in every figure but the rank of the evidence, and no reader beside it is better', () => {
    const { 'likelihood-rank': rank, ...figures } = figuresOf(rowOf(PERFECT));
    const rows = (['signs', 'weights', 'n-grams', 'links', 'ceiling'] as const).map((name) =>
      figuresOf(rowOf(beside(name))),
    );

    expect(Object.keys(figures).length).toBeGreaterThanOrEqual(8);
    for (const [name, mean] of Object.entries(figures)) {
      expect({ name, value: mean.value, high: mean.high }).toEqual({ name, value: 1, high: 1 });
      expect(mean.low).toBeLessThan(1);
      for (const row of rows) expect(row[name as keyof typeof row]?.value ?? 0).toBeLessThanOrEqual(1);
    }
    // The truth is not in the evidence alone: who knows it ranks otherwise than who knows all that can be seen.
    expect(rank?.value).toBeLessThan(0.95);
    expect(figuresOf(rowOf(beside('ceiling')))['likelihood-rank']?.value).toBeCloseTo(1, 12);
  });

  it.each(['linking', 'authorship', 'templates'] as const)('finds every link of track %s and no other', (track) => {
    const scored = MARKETS.map((market) => scoredMarket(market, track));
    const row = readerRow(
      'tool',
      track,
      scored.map((market) =>
        scoreOf(
          market,
          market.truth.flatMap(({ ad, actor, possibleMinor }) =>
            possibleMinor ? [] : [{ ad, probability: 0, cluster: actor }],
          ),
          track,
        ),
      ),
    );
    const texts = readerRow(
      'texts',
      track,
      scored.map((market, n) => scoreOf(market, beside('texts')(n), track)),
    );

    for (const { value } of Object.values(figuresOf(row))) expect(value).toBe(1);
    expect(figuresOf(texts)['link-f1']?.value).toBeGreaterThan(0);
    expect(figuresOf(texts)['link-f1']?.value).toBeLessThan(1);
  });

  it('is above the ceiling, and the ceiling above all that only learn, count or weigh', () => {
    const areaOf = (says: (n: number) => readonly PredictionRow[]) => figuresOf(rowOf(says)).auc?.value ?? 0;
    const ceiling = areaOf(beside('ceiling'));

    expect(ceiling).toBeLessThanOrEqual(areaOf(PERFECT));
    for (const name of ['signs', 'weights', 'n-grams', 'links'] as const) {
      expect(areaOf(beside(name))).toBeLessThan(ceiling + 0.01);
      expect(areaOf(beside(name))).toBeGreaterThan(0.55);
    }
  });
});

describe('a tool that knows nothing', () => {
  it('ranks like chance, whatever constant it says, and flags all or none', () => {
    for (const probability of [0.5, 0.2]) {
      const { auc, sensitivity, specificity } = figuresOf(rowOf(toolOf(() => ({ probability }))));

      expect(auc).toEqual({ value: 0.5, low: 0.5, high: 0.5, markets: 3 });
      expect(sensitivity?.value).toBe(probability < 0.5 ? 0 : 1);
      expect(specificity?.value).toBe(probability < 0.5 ? 1 : 0);
    }
  });
});

describe('a copy of a baseline', () => {
  it.each(['page', 'fairness'] as const)('gets exactly its row in track %s', (track) => {
    const own = rowOf(beside('weights'), track, 'weights');
    // As a table on disk: numbers written as text, in another order.
    const copied = rowOf(
      (n) =>
        beside('weights')(n)
          .map(({ ad, probability }) => ({ ad, probability: Number(String(probability)) }))
          .reverse(),
      track,
    );

    expect({ ...copied, reader: 'weights' }).toEqual(own);
  });
});

describe('the readers beside a tool', () => {
  it('are told exactly the signs that the truth places within reach', () => {
    const [market] = MARKETS;
    const { drawn, open } = required(market, 'market');
    const sharers = sharersIn(drawn, open);
    for (const at of open) {
      const { labels } = truthAt(drawn, at, sharers);
      const ids = (isWithin: (label: (typeof labels)[number]) => boolean) =>
        [...new Set(labels.filter(isWithin).map(({ indicator }) => indicator))].sort();

      expect([...signsWithinReach(drawn, at, 'records')].sort()).toEqual(ids(() => true));
      expect([...signsWithinReach(drawn, at, 'pages')].sort()).toEqual(ids((label) => isOnThePage(label.at)));
    }
  });

  it('say a probability of every ad that a tool is asked about, and of no other', () => {
    for (const [name, reader] of Object.entries(READERS))
      for (const [n, market] of MARKETS.entries()) {
        const rows = reader(market);
        const asked = required(SCORED[n], 'market').truth.filter(({ possibleMinor }) => !possibleMinor);

        expect({ name, ads: rows.map(({ ad }) => ad) }).toEqual({ name, ads: asked.map(({ ad }) => ad) });
        for (const { probability } of rows) expect(probability >= 0 && probability <= 1).toBe(true);
      }
  });

  it('draw markets to learn from only when one of them has to learn', () => {
    let drawn = 0;
    const readers = learnReaders(() => {
      drawn += 1;
      return TRAIN;
    }, 'pages');
    const [market] = MARKETS;

    readers.weights(required(market, 'market'));
    expect(drawn).toBe(0);
    readers.signs(required(market, 'market'));
    readers.links(required(market, 'market'));
    expect(drawn).toBe(1);
  });
});

describe('a market in a track', () => {
  it('has no score without clusters where clusters are asked for, or if a tool chose its ads', () => {
    const [market] = SCORED;
    const rows = PERFECT(0);

    expect(
      scoreMarket(required(market, 'market'), toolOf(() => ({ probability: 1 }))(0), 'linking', 0.5),
    ).toMatchObject({
      ok: false,
      issues: [{ code: 'bench.no-clusters' }],
    });
    expect(scoreMarket(required(market, 'market'), rows.slice(0, 120), 'page', 0.5)).toMatchObject({
      ok: false,
      issues: [{ code: 'bench.too-many-missing' }],
    });
  });

  it('counts ads without a row as not flagged, so that nothing is gained by leaving out hard ones', () => {
    const hard = new Set(
      required(SCORED[0], 'market')
        .truth.filter(({ control, possibleMinor }) => isSought(control) && !possibleMinor)
        .slice(0, 5)
        .map(({ ad }) => ad),
    );
    const { figures } = scoreOf(
      required(SCORED[0], 'market'),
      PERFECT(0).filter(({ ad }) => !hard.has(ad)),
      'page',
    );
    const sought = PERFECT(0).filter(({ probability }) => probability === 1).length;

    expect(figures.sensitivity?.value).toBeCloseTo(1 - 5 / sought, 12);
  });
});
