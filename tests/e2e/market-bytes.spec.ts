import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { canonicalJson, type Json } from '#kernel/model/canonical-json.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { type Library, loadLibrary } from '#library/content/use-cases/load-library.ts';
import { type DrawMarket, drawMarket } from '#market/generator/model/draw-market.ts';
import type { MarketOrder } from '#market/generator/model/drawn-market.ts';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { drawMarket8 } from '#market/generator/model/draw-market.ts';
import { marketPosts } from '#market/posts/model/market-posts.ts';
import { loadGenres } from '#market/posts/use-cases/load-genres.ts';
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
  const { lexicon, language, catalogue, planting, weights } = library;
  const words = { lexicon, language, catalogue, planting, weights };
  return { ...words, profile, size: 'practice', prevalence: 'PRACTICE', seed, until: '2031-03-12T09:00:00Z' };
}

/** The versions of the generator, by the names of their functions in the bundle. */
const VERSIONS = { drawMarket, drawMarket8 };

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The genres of the posts, as authored; both machines compile them for themselves. */
const loaded = loadGenres(createProjectFiles(REPOSITORY));
if (!loaded.ok) throw new Error(`The genres have ${loaded.issues.length} faults.`);
const genres = loaded.value;

/** What one machine makes of a seed: the hashes of market and truth as canonical JSON. */
function hashesOnNode(order: MarketOrder, draw: DrawMarket): string[] {
  const { market, truth } = generateMarket(
    { ...order, posts: marketPosts(genres, 'practice') },
    { draw, records: true },
  );
  return [market, truth].map((value) => sha256(canonicalJson(value as unknown as Json)));
}

/** The generator as one script for a browser. */
async function bundle(folder: string): Promise<string> {
  const entry = join(folder, 'entry.ts');
  writeFileSync(
    entry,
    `export { generateMarket } from '${REPOSITORY}src/market/generator/model/generate-market.ts';
     export { drawMarket } from '${REPOSITORY}src/market/generator/model/draw-market.ts';
     export { drawMarket8 } from '${REPOSITORY}src/market/generator-8/model/draw-market.ts';
     export { marketPosts } from '${REPOSITORY}src/market/posts/model/market-posts.ts';
     export { canonicalJson } from '${REPOSITORY}src/kernel/model/canonical-json.ts';`,
  );
  const bundler = await rolldown({ input: entry, cwd: REPOSITORY });
  const { output } = await bundler.generate({ format: 'es' });
  await bundler.close();
  return output[0].code;
}

for (const [version, draw] of Object.entries(VERSIONS))
  test(`the same seed gives the same market and the same truth on Node and in Chromium (${version})`, async ({
    page,
  }, testInfo) => {
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
      const { catalogue, ...rest } = ordered;
      // As one text: Playwright walks through what it hands over for longer than the market is made.
      const handed = JSON.stringify({ order: rest, indicators: [...catalogue], version, genres });
      const texts = await page.evaluate(async (text) => {
        const { order, indicators, version: name, genres: written } = JSON.parse(text);
        const address = '/market.js';
        const { generateMarket, canonicalJson, marketPosts: compile, [name]: drawing } = await import(address);
        const posts = compile(written, 'practice');
        const wanted = { draw: drawing, records: true };
        const { market, truth } = generateMarket({ ...order, posts, catalogue: new Map(indicators) }, wanted);
        return [canonicalJson(market), canonicalJson(truth)];
      }, handed);
      const onNode = hashesOnNode(ordered, draw);
      expect(texts.map(sha256), seed).toEqual(onNode);
      for (const hash of onNode) hashes.add(hash);
    }
    expect(hashes.size).toBe(SEEDS.length * 2);
    server.close();
    server.closeAllConnections();
  });
