import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { TimingRow } from '../../scripts/gate/timing-row.ts';
import { ROOT } from '../support/builders/the-library.ts';
import {
  bytesHeldBy,
  counted,
  inOwnNode,
  peakMemoryOf,
  summarize,
  timeInTurns,
  timesAsFast,
  timesTheCost,
  type Variant,
} from './harness.ts';
import { createIdiomaticFaker } from './reference/idiomatic-faker.ts';
import { createLimitGenerator } from './reference/limit-generator.ts';
import { drawProduct, readProductAd, shardOfProduct, wordsOfProductAd } from './reference/product.ts';
import { type ReferenceAd, readReferenceAd } from './reference/reference-ad.ts';

const SEED = 7;
const MARKET = 10_000;
const MILLION = 1_000_000;
const GB = 1e9;
const ADS_OF_A_SHARD = 500;
/**
 * An engine needs a dozen runs until it has compiled all that is worth it; a market of a million is far beyond that.
 */
const STEADY = { rounds: 31, warmUp: 12 };

/** Shards are compressed as hard as a good host does it, which is slow. */
const SHARDS = 6;

/** Takes ads out of order, and each of them once: it has no factor in common with the size of the market. */
const STRIDE = 7919;

export const rows: readonly TimingRow[] = [
  {
    // Version 6 writes by plan, voice and grammar: measured .115; the limit joins ready sentences.
    name: 'rendered-ads-against-limit',
    goal: 0.15,
    atMost: false,
    measure: () => timesAsFast(wholeMarkets(MARKET, 1), reference(createLimitGenerator(SEED), MARKET), STEADY),
  },
  {
    name: 'rendered-ads-against-idiomatic-faker',
    goal: 2,
    atMost: false,
    measure: () => timesAsFast(wholeMarkets(MARKET, 1), reference(createIdiomaticFaker(SEED), 4000), STEADY),
  },
  {
    name: 'rendered-ads-a-second',
    goal: null,
    atMost: false,
    measure: () => {
      const [times = []] = timeInTurns([wholeMarkets(MARKET, 1)], { rounds: 9 });
      return summarize(times.map((time) => 1000 / time));
    },
  },
  {
    name: 'words-per-ad-against-limit',
    goal: null,
    atMost: false,
    measure: () => counted(wordsOfProductAds() / wordsOfReferenceAds()),
  },
  {
    name: 'bytes-per-ad-before-rendering',
    goal: 150,
    atMost: true,
    measure: async () => counted((await inOwnNode(import.meta.url, 'bytesOfDrawnMarket', MILLION)) / MILLION),
  },
  {
    name: 'cost-per-ad-at-1M-against-10k',
    goal: 1.15,
    atMost: true,
    // As many small markets as take long enough for the clock not to matter.
    measure: () => timesTheCost(wholeMarkets(MILLION, 1), wholeMarkets(MARKET, 20), { rounds: 5, warmUp: 1 }),
  },
  {
    name: 'one-ad-out-of-order-against-in-order',
    goal: 1.5,
    atMost: true,
    measure: () => outOfOrder(MARKET),
  },
  {
    // A market that no longer fits the caches of a processor.
    name: 'one-ad-out-of-order-of-100k',
    goal: null,
    atMost: true,
    measure: () => outOfOrder(10 * MARKET),
  },
  {
    // Sentences that seldom repeat compress less: measured 136.
    name: 'brotli-bytes-per-ad-in-shards',
    goal: 150,
    atMost: true,
    measure: () => {
      const drawn = drawProduct(MARKET);
      const bytes = sumOver(SHARDS, (n) => {
        const from = n * ADS_OF_A_SHARD;
        return brotliCompressSync(shardOfProduct(drawn, from, from + ADS_OF_A_SHARD)).length;
      });
      return counted(bytes / (SHARDS * ADS_OF_A_SHARD));
    },
  },
  {
    name: 'million-ads-written-peak-memory-GB',
    goal: 1.5,
    atMost: true,
    measure: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'checkathon-timings-'));
      try {
        const order = ['--profile', 'BUY', '--ads', String(MILLION), '--prevalence', 'FIELD', '--seed', 'bench'];
        const script = join(ROOT, 'scripts', 'generate-market.ts');
        return counted((await peakMemoryOf(script, [...order, '--out', join(folder, 'market')])) / GB);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },
];

/** Bytes retained by a drawn market of `ads` ads. Called in a separate Node process. */
export function bytesOfDrawnMarket(ads: number): number {
  // Warm-up: one-off allocations of the first market in a process must not count.
  drawProduct(MARKET);
  return bytesHeldBy(() => drawProduct(ads));
}

/** Writes and reads the ads of one market in scattered order, compared with list order. */
function outOfOrder(ads: number) {
  const drawn = drawProduct(ads);
  return timesTheCost(walk(drawn, STRIDE), walk(drawn, 1), STEADY);
}

/** Draws `markets` markets of `ads` ads each, and writes and reads every ad. */
function wholeMarkets(ads: number, markets: number): Variant {
  const run = () =>
    sumOver(markets, () => {
      const drawn = drawProduct(ads);
      return sumOver(ads, (n) => readProductAd(drawn, n));
    });
  return { units: ads * markets, run };
}

/** Writes and reads ads of a market at distance `stride`; each run continues where the last one ended. */
function walk(drawn: ReturnType<typeof drawProduct>, stride: number): Variant {
  let place = 0;
  const step = () => {
    place = (place + stride) % drawn.size;
    return readProductAd(drawn, place);
  };
  return { units: MARKET, run: () => sumOver(MARKET, step) };
}

function reference(generate: () => ReferenceAd, ads: number): Variant {
  return { units: ads, run: () => sumOver(ads, () => readReferenceAd(generate())) };
}

function wordsOfProductAds(): number {
  const drawn = drawProduct(MARKET);
  return sumOver(MARKET, (n) => wordsOfProductAd(drawn, n));
}

function wordsOfReferenceAds(): number {
  const generate = createLimitGenerator(SEED);
  return sumOver(MARKET, () => generate().text.split(' ').length);
}

function sumOver(count: number, of: (n: number) => number): number {
  let sum = 0;
  for (let n = 0; n < count; n++) sum += of(n);
  return sum;
}
