import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inVersion } from '#case/parts/use-cases/case-parts.ts';
import { createPartLoader } from '#kernel/browser/part-loader.ts';
import { PartBrokenError, PartMissingError } from '#kernel/model/part-loader.ts';

const WHOLE = JSON.stringify({ ads: Array.from({ length: 50 }, (_, n) => `ad ${n}`) });

const NOW = { scenarioHash: 'hash-now', marketId: 'market-now' };
const BEFORE = { scenarioHash: 'hash-before', marketId: 'market-now' };

/** `of-now` is of this version, `of-before` of another one, and `of-late` of another one when it is first asked for. */
function answerTo(url: string): string {
  const old = url.includes('of-before') || (url.includes('of-late') && asked.length === 1);
  return JSON.stringify({ ...(old ? BEFORE : NOW), n: asked.length });
}

/** Hands each part out cut short as often as its name says: `cut-1.json` once, `cut-9.json` nine times. */
let asked: string[] = [];
let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const cuts = Number(/cut-(\d)/.exec(url)?.[1] ?? Number.NaN);
    if (url.includes('/key/of-')) response.end(answerTo(url));
    else if (Number.isNaN(cuts)) response.writeHead(404).end('no such part');
    else response.end(asked.length <= cuts ? WHOLE.slice(0, WHOLE.length / 2) : WHOLE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/cases/x/`;
});
afterAll(() => void server.close());
beforeEach(() => {
  asked = [];
});

const refusal = (loading: Promise<unknown>) => loading.then(() => undefined).catch((error: unknown) => error);

describe('a part of a case', () => {
  it('is fetched once for any number of requests', async () => {
    const loader = createPartLoader(base);

    const [first, second] = await Promise.all([loader.load('cut-0.json'), loader.load('cut-0.json')]);

    expect([first, second]).toEqual([JSON.parse(WHOLE), JSON.parse(WHOLE)]);
    expect(asked).toEqual(['/cases/x/cut-0.json']);
  });

  it('that arrives truncated is requested once more, without an error where that helps', async () => {
    expect(await createPartLoader(base).load('cut-1.json')).toEqual(JSON.parse(WHOLE));
    expect(asked).toHaveLength(2);
  });

  it('that is truncated twice is reported, and can be requested again later', async () => {
    const loader = createPartLoader(base);

    const error = await refusal(loader.load('key/cut-2.json'));

    expect(error).toBeInstanceOf(PartBrokenError);
    expect(error).toMatchObject({ part: 'key/cut-2.json' });
    expect(asked).toHaveLength(2);
    expect(await loader.load('key/cut-2.json')).toEqual(JSON.parse(WHOLE));
  });

  it('that does not exist is reported as missing, not as broken', async () => {
    expect(await refusal(createPartLoader(base).load('gone.json'))).toBeInstanceOf(PartMissingError);
    expect(asked).toHaveLength(1);
  });
});

describe('a part of a key', () => {
  it('is requested at an address with its version, so that a cache never mixes versions', async () => {
    const loader = createPartLoader(base);

    const [now, again] = [
      await loader.load('key/of-now.json', inVersion(NOW)),
      await loader.load('key/of-now.json', inVersion(NOW)),
    ];

    expect(again).toBe(now);
    expect(asked).toEqual(['/cases/x/key/of-now.json?version=market-now-hash-now']);
    expect(await loader.load('key/of-now.json', inVersion({ ...NOW, marketId: 'market-next' }))).not.toBe(now);
    expect(asked[1]).toBe('/cases/x/key/of-now.json?version=market-next-hash-now');
  });

  it('of another version is requested once more, bypassing the cache', async () => {
    expect(await createPartLoader(base).load('key/of-late.json', inVersion(NOW))).toEqual({ ...NOW, n: 2 });
    expect(asked).toHaveLength(2);
  });

  it('that stays of another version is passed on to be refused, is not kept, and is requested again', async () => {
    const loader = createPartLoader(base);

    expect(await loader.load('key/of-before.json', inVersion(NOW))).toEqual({ ...BEFORE, n: 2 });
    expect(await loader.load('key/of-before.json', inVersion(NOW))).toEqual({ ...BEFORE, n: 4 });
  });
});
