import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPartLoader } from '#adapters/browser/part-loader.ts';
import { PartBrokenError, PartMissingError } from '#app/case/ports.ts';

const WHOLE = JSON.stringify({ ads: Array.from({ length: 50 }, (_, n) => `ad ${n}`) });

/** Hands each part out cut short as often as its name says: `cut-1.json` once, `cut-9.json` nine times. */
let asked: string[] = [];
let server: Server;
let base = '';

beforeAll(async () => {
  server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const cuts = Number(/cut-(\d)/.exec(url)?.[1] ?? Number.NaN);
    if (Number.isNaN(cuts)) response.writeHead(404).end('no such part');
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
  it('is fetched once, however often it is asked for', async () => {
    const loader = createPartLoader(base);

    const [first, second] = await Promise.all([loader.load('cut-0.json'), loader.load('cut-0.json')]);

    expect([first, second]).toEqual([JSON.parse(WHOLE), JSON.parse(WHOLE)]);
    expect(asked).toEqual(['/cases/x/cut-0.json']);
  });

  it('that arrives cut short is asked for once more, and nobody hears of it where that helps', async () => {
    expect(await createPartLoader(base).load('cut-1.json')).toEqual(JSON.parse(WHOLE));
    expect(asked).toHaveLength(2);
  });

  it('that is cut short twice is named, and may be asked for again later', async () => {
    const loader = createPartLoader(base);

    const error = await refusal(loader.load('key/cut-2.json'));

    expect(error).toBeInstanceOf(PartBrokenError);
    expect(error).toMatchObject({ part: 'key/cut-2.json' });
    expect(asked).toHaveLength(2);
    expect(await loader.load('key/cut-2.json')).toEqual(JSON.parse(WHOLE));
  });

  it('that is not there is missing, which is another thing', async () => {
    expect(await refusal(createPartLoader(base).load('gone.json'))).toBeInstanceOf(PartMissingError);
    expect(asked).toHaveLength(1);
  });
});
