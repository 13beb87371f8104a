import { type Endpoint, expose } from 'comlink';
import { afterEach, describe, expect, it } from 'vitest';
import { generateMarket } from '#market/generator/model/generate-market.ts';
import { remoteWork } from '#market/search/browser/market-search.ts';
import type { MarketQuery } from '#market/search/model/market-query.ts';
import { connectSearch } from '#market/search/use-cases/connect-search.ts';
import { openMarket } from '#market/search/use-cases/open-market.ts';
import { type MarketSearch, MarketSearchError } from '#market/search/use-cases/search-port.ts';
import { createMarketWork, type MarketWork } from '#market/search/use-cases/search-work.ts';
import { anOrder } from '../../../../support/builders/a-market.ts';

const ORDER = anOrder({ size: 300, seed: 'client' });
const ALL: MarketQuery = { facets: {}, sort: 'newest' };
const STREET: MarketQuery = { facets: { town: ['Ostrel'] }, text: 'the st', sort: 'relevance' };
const FIRST_TEN = { from: 0, to: 10 };

const open: MarketSearch[] = [];
afterEach(() => {
  for (const client of open.splice(0)) client.close();
});

/** A client and its worker over a real message channel, on which everything is copied as it is between a page and its worker. */
function aClient() {
  const { port1: page, port2: worker } = new MessageChannel();
  const served: string[] = [];
  const work = createMarketWork();
  const ask: MarketWork['ask'] = (...asked) => {
    served.push('ask');
    return work.ask(...asked);
  };
  expose({ ...work, ask }, worker as unknown as Endpoint);
  let tellBreak: (why: string) => void = () => undefined;
  const connected = connectSearch(remoteWork(page as unknown as Endpoint), {
    onBreak: (tell) => {
      tellBreak = tell;
    },
    end: () => page.close(),
  });
  open.push(connected);
  return { client: connected, served, breakOff: (why: string) => tellBreak(why) };
}

describe('the market search', () => {
  it('opens a market, reports its progress, and counts all ads', async () => {
    const { client } = aClient();
    const progress: [number, number][] = [];
    const { header, size, counts } = await client.open(ORDER, (read, of) => progress.push([read, of]));
    expect([size, header.synthetic]).toEqual([300, true]);
    expect(counts.site.reduce((sum, { count }) => sum + count, 0)).toBe(300);
    expect(progress).toEqual(progress.toSorted(([a], [b]) => a - b));
    expect(progress.at(-1)).toEqual([300, 300]);
  });

  it('gives the same answers from a drawn market and from its document', async () => {
    const { market } = generateMarket(ORDER);
    const ofDocument = openMarket(market);
    const { client } = aClient();
    expect(await client.open(ORDER)).toEqual(ofDocument.opened);
    const list = await client.ask(STREET, FIRST_TEN);
    expect(list?.rows).toHaveLength(10);
    expect(list).toEqual({ list: list?.list, ...ofDocument.ask(STREET, FIRST_TEN) });
    expect(await client.read(list?.list ?? -1, { from: 5, to: 40 })).toEqual(ofDocument.read({ from: 5, to: 40 }));
    expect(await client.counts(list?.list ?? -1)).toEqual(ofDocument.counts());
    for (const id of [market.ads[0]?.id, market.ads.at(-1)?.id, '300', '0301 ', '0601', '9999', 'none'] as string[])
      expect(await client.find(id)).toEqual(ofDocument.find(id));
  });

  it('returns the records of an ad and the ads that share them, and none of a withheld ad', async () => {
    const { market } = generateMarket(ORDER, { records: true });
    const ofDocument = openMarket(market);
    const { client } = aClient();
    await client.open(ORDER);
    const withDevice = (device: string) => market.ads.filter(({ records }) => records?.account.device === device);
    for (const { id, records, withheld } of market.ads) {
      const found = await client.records(id);
      expect(found).toEqual(ofDocument.records(id));
      expect(found?.records).toEqual(records);
      expect(found === undefined).toBe(withheld !== undefined);
      const device = found?.shared.find(({ trace }) => trace === 'device');
      expect(device?.ads ?? []).toEqual(withDevice(records?.account.device ?? '').map((ad) => ad.id));
    }
    expect(await client.records('9999')).toBeUndefined();
    expect(openMarket(generateMarket(ORDER).market).records(market.ads[0]?.id ?? '')).toBeUndefined();
  });

  it('runs a second query without replacing the list', async () => {
    const { client } = aClient();
    await client.open(ORDER);
    const list = await client.ask(ALL, FIRST_TEN);
    const found = await client.peek(STREET, { from: 0, to: 2 });
    expect(found).toEqual({ total: (await client.peek(STREET, { from: 0, to: 0 })).total, ads: found.ads });
    expect(found.ads).toHaveLength(2);
    expect(await client.read(list?.list ?? -1, FIRST_TEN)).toEqual(list?.rows);
  });

  it('sends only the first and the last of many simultaneous queries', async () => {
    const { client, served } = aClient();
    await client.open(ORDER);
    const typed = ['t', 'th', 'the', 'the ', 'the s', 'the st'].map((text) =>
      client.ask({ ...STREET, text }, FIRST_TEN),
    );
    const lists = await Promise.all(typed);
    expect(lists.slice(0, -1)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect(lists.at(-1)).toMatchObject(openMarket(ORDER).ask(STREET, FIRST_TEN));
    expect(served).toEqual(['ask', 'ask']);
  });

  it('reads nothing from a list that another one has replaced', async () => {
    const { client } = aClient();
    await client.open(ORDER);
    const before = await client.ask(ALL, FIRST_TEN);
    const after = await client.ask(STREET, FIRST_TEN);
    expect(await client.read(before?.list ?? -1, FIRST_TEN)).toBeUndefined();
    expect(await client.counts(before?.list ?? -1)).toBeUndefined();
    expect(await client.read(after?.list ?? -1, FIRST_TEN)).toEqual(after?.rows);
  });

  it('reports why a market cannot be opened, and opens another one', async () => {
    const { client } = aClient();
    await expect(client.open(anOrder({ size: 3, prevalence: 'NEEDLE' }))).rejects.toThrow(MarketSearchError);
    await expect(client.ask(ALL, FIRST_TEN)).rejects.toThrow('No market is open.');
    expect((await client.open(ORDER)).size).toBe(300);
    expect((await client.ask(ALL, FIRST_TEN))?.total).toBe(300);
  });

  it('rejects pending and later calls when the worker fails', async () => {
    const { client, breakOff } = aClient();
    await client.open(ORDER);
    const waiting = [client.ask(ALL, FIRST_TEN), client.find('301')];
    breakOff('The worker is gone.');
    for (const promise of waiting) await expect(promise).rejects.toThrow('The worker is gone.');
    await expect(client.ask(ALL, FIRST_TEN)).rejects.toThrow('The worker is gone.');
    await expect(client.read(1, FIRST_TEN)).rejects.toThrow('The worker is gone.');
  });
});
