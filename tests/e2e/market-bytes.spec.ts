import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { type Library, loadLibrary } from '#library/content/use-cases/load-library.ts';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { REPOSITORY } from '../support/browser/built-site.ts';
import { expect, test } from '../support/browser/test.ts';
import { KINDS } from '../support/builders/kinds.ts';
import { inFull } from '../support/in-full.ts';

const SEEDS = inFull(['quiet-number', 'ё – 種'], ['ё – 種']);

function readLibrary(): Library {
  const loaded = loadLibrary(createProjectFiles(REPOSITORY), KINDS);
  if (!loaded.ok) throw new Error(`The library has ${loaded.issues.length} faults.`);
  return loaded.value;
}

function orderOf(library: Library, seed: string): MarketOrder {
  const profile = library.profiles.get('BUY');
  if (!profile) throw new Error('There is no profile BUY.');
  const { lexicon, posts, catalogue, planting, weights } = library;
  const words = { lexicon, posts, catalogue, planting, weights };
  return { ...words, profile, size: 'practice', prevalence: 'PRACTICE', seed, until: '2031-03-12T09:00:00Z' };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** What one machine makes of a seed: the hashes of market and truth as canonical JSON. */
function hashesOnNode(order: MarketOrder): string[] {
  const { market, truth } = generateMarket(order, { records: true });
  return [market, truth].map((value) => sha256(canonicalJson(value as unknown as Json)));
}

/** The generator as one script for a browser. */
async function bundle(folder: string): Promise<string> {
  const entry = join(folder, 'entry.ts');
  writeFileSync(
    entry,
    `export { generateMarket } from '${REPOSITORY}src/market/generator/model/generate-market.ts';
     export { marketPosts } from '${REPOSITORY}src/market/posts/model/market-posts.ts';
     export { canonicalJson } from '${REPOSITORY}src/kernel/model/canonical-json.ts';`,
  );
  const bundler = await rolldown({ input: entry, cwd: REPOSITORY });
  const { output } = await bundler.generate({ format: 'es' });
  await bundler.close();
  return output[0].code;
}

test('the same seed gives the same market and the same truth on Node and in Chromium', async ({ page }, testInfo) => {
  const folder = testInfo.outputPath('market');
  mkdirSync(folder, { recursive: true });
  const script = await bundle(folder);
  const server = createServer((request, response) => {
    const isScript = request.url === '/market.js';
    response.writeHead(200, {
      'content-type': isScript ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8',
    });
    response.end(isScript ? script : '<!doctype html><link rel="icon" href="data:,"><title>Market</title>');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);

  const library = readLibrary();
  const hashes = new Set<string>();
  for (const seed of SEEDS) {
    const ordered = orderOf(library, seed);
    const { catalogue, posts, ...rest } = ordered;
    // As one text: Playwright walks through what it hands over for longer than the market is made. The page gets the
    // genres as they are authored, and compiles them for itself.
    const handed = JSON.stringify({ order: rest, indicators: [...catalogue], genres: posts.source });
    const texts = await page.evaluate(async (text) => {
      const { order, indicators, genres } = JSON.parse(text);
      const address = '/market.js';
      const { generateMarket, canonicalJson, marketPosts } = await import(address);
      const own = { posts: marketPosts(genres, 'practice'), catalogue: new Map(indicators) };
      const { market, truth } = generateMarket({ ...order, ...own }, { records: true });
      return [canonicalJson(market), canonicalJson(truth)];
    }, handed);
    const onNode = hashesOnNode(ordered);
    expect(texts.map(sha256), seed).toEqual(onNode);
    for (const hash of onNode) hashes.add(hash);
  }
  expect(hashes.size).toBe(SEEDS.length * 2);
  server.close();
  server.closeAllConnections();
});
