import { describe, expect, it } from 'vitest';
import type { Bench } from '#bench/markets/model/schemas.ts';
import { benchOrder } from '#bench/markets/use-cases/bench-order.ts';
import { BENCH_FILE, loadBench } from '#bench/markets/use-cases/load-bench.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { CONTROL_OF, isSought } from '#market/ads/model/actor-types.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';
import { announcedShare } from '#market/generator/model/announced-share.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { typeAt } from '#market/generator/model/drawn-market.ts';
import { marketHeader } from '#market/generator/model/generate-market.ts';
import { marketIdOf } from '#market/generator/model/market-identity.ts';
import { adWithRecords } from '#market/generator/model/records-at.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { LIBRARY, PROJECT } from '../../../../support/builders/the-library.ts';

const loaded = loadBench(PROJECT);
const bench: Bench = loaded.ok ? loaded.value : expect.fail(JSON.stringify(loaded.issues));
const listed = Object.entries(bench.profiles).flatMap(([profile, { train, dev }]) =>
  [...train, ...dev].map((seed) => ({ profile: profile as MarketProfileId, seed })),
);

/** Some markets whose shares are counted. */
const MARKETS_OF_SHARES = listed.filter((_, n) => n % 45 === 0);

/** SHA-256 over the ids of all listed markets: they follow from seed, size, share and generator version. */
const LISTS = '5ead038457cfc92f4c35f900342ff2695a8ee07d54845a9762b2ad5e6d786cb6';

/** SHA-256 over forty ads with their records, and over who is behind each ad, of some of the markets. */
const MARKETS = new Map([
  ['bench-2-buy-train-01', '4f1f4a8c3c680cd456f4633b976d862a0aa1690ee362caafe691c91d7e98aef8'],
  ['bench-2-job-dev-01', '3997f4e83ff06381fda8a1099cdb34694b52706952e7a734e0b21c70d403bc39'],
]);

describe('the lists of the bench', () => {
  it('belong to this version of the generator, and a list of another one is refused', () => {
    const older = {
      ...PROJECT,
      read: (path: string) => {
        const text = PROJECT.read(path);
        return path === BENCH_FILE ? text?.replace(/generatorVersion: \d+/, 'generatorVersion: 3') : text;
      },
    };
    const refused = loadBench(older);

    expect(bench.generatorVersion).toBe(GENERATOR_VERSION);
    expect(refused).toMatchObject({
      ok: false,
      issues: [{ code: 'bench.other-generator', params: { written: 3, now: GENERATOR_VERSION } }],
    });
  });

  it('have every profile, and no market twice', () => {
    expect(Object.keys(bench.profiles).sort()).toEqual([...LIBRARY.profiles.keys()].sort());
    expect(new Set(listed.map(({ seed }) => seed)).size).toBe(listed.length);
  });

  it('are as long as examples/README.md says', () => {
    expect(bench).toMatchObject({ size: 'field', prevalence: 'FIELD', version: 2 });
    for (const { train, dev } of Object.values(bench.profiles)) expect([train.length, dev.length]).toEqual([20, 10]);
  });

  it('have shares of controlled ads from 2 to 20 in 100, which each market announces and keeps', () => {
    const shares = listed.map((entry) => announcedShare(benchOrder(LIBRARY, bench, entry)));
    const held = MARKETS_OF_SHARES.map(({ profile, seed }) => {
      const drawn = drawMarket(benchOrder(LIBRARY, bench, { profile, seed }));
      const sought = Array.from(drawn.columns.type.slice(0, drawn.size), (_, at) =>
        isSought(CONTROL_OF[typeAt(drawn.columns, at)]),
      ).filter(Boolean).length;
      return { announced: marketHeader(drawn).announced, drawn: Math.round((100 * sought) / drawn.size) };
    });

    expect([Math.min(...shares), Math.max(...shares)]).toEqual([2, 20]);
    expect(new Set(shares).size).toBe(19);
    for (const { announced, drawn } of held) expect(Math.abs(drawn - (announced ?? 0))).toBeLessThanOrEqual(1);
    expect(new Set(held.map(({ announced }) => announced)).size).toBeGreaterThan(2);
  });

  it('have no market on which anybody practises, and none from which weights are measured', () => {
    const files = PROJECT.list('scenarios').map((name) => `scenarios/${name}/scenario.yaml`);
    const texts = [...files, 'content/parallel-tests.yaml'].map((file) => PROJECT.read(file) ?? '');
    const taken = new Set(
      texts.flatMap((text) => [...text.matchAll(/\bseed: ['"]?([^\s'",}]+)/g)].map(([, seed]) => seed)),
    );
    const measured = /^(?:weights|figures|plan|coverage|words|rest|judged)[- ]/;

    expect(taken.size).toBeGreaterThan(20);
    expect(listed.filter(({ seed }) => taken.has(seed) || measured.test(seed) || /^\d+$/.test(seed))).toEqual([]);
  });

  it('are frozen: a change needs a new version of the bench', () => {
    const ids = listed.map((entry) => marketIdOf(benchOrder(LIBRARY, bench, entry)));

    expect(sha256Hex(ids.join('\n'))).toBe(LISTS);
  });

  it.each([...MARKETS])('%s is the market that it was', (seed, digest) => {
    const entry = listed.find((one) => one.seed === seed) ?? expect.fail(seed);
    const drawn = drawMarket(benchOrder(LIBRARY, bench, entry));
    const { actor, type, persona } = drawn.columns;
    const ads = Array.from({ length: 40 }, (_, at) => adWithRecords(drawn, at));

    expect(sha256Hex(JSON.stringify([ads, ...[actor, type, persona].map((column) => [...column])]))).toBe(digest);
  });

  it('write hidden markets in wordings that open ones do not use', () => {
    const open = benchOrder(LIBRARY, bench, { profile: 'BUY', seed: 'a' });
    const hidden = benchOrder(LIBRARY, bench, { profile: 'BUY', seed: 'a', secret: 'b' });

    expect(open.posts).toBe(LIBRARY.posts);
    expect(hidden.posts).toBe(LIBRARY.assessmentPosts);
    expect(marketIdOf(hidden)).not.toBe(marketIdOf(open));
  });
});
