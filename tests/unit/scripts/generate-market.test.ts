import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GroundTruth } from '#core/market/ground-truth.ts';
import type { Market } from '#core/market/market.ts';
import { aFolder, run } from './a-command.ts';

const order = (seed: string, out: string) => ['--profile', 'buy', '--preset', 'mini', '--seed', seed, '--out', out];
const textOf = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

describe('somebody who has a market made', { timeout: 20_000 }, () => {
  it('gets the ads in one file and the truth in another', async () => {
    const home = aFolder();

    const { code, out, said } = await run('generate-market.ts', [...order('42', 'a/market'), '--json'], home);

    const folder = join(home, 'a', 'market');
    const market = JSON.parse(textOf(folder, 'market.json')) as Market & { ads: { text: string; url: string }[] };
    const truth = JSON.parse(textOf(folder, 'ground-truth.json')) as GroundTruth;
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(readdirSync(folder).sort()).toEqual(['ground-truth.json', 'market.json']);
    expect(market).toMatchObject({ schema: 'market/1', synthetic: true });
    expect(truth).toMatchObject({ schema: 'ground-truth/1', synthetic: true, seed: '42', marketId: market.marketId });
    expect(truth.ads.map(({ ad }) => ad)).toEqual(market.ads.map(({ id }) => id));
    for (const ad of market.ads) {
      expect(ad.id).toMatch(/^\d{4}$/);
      expect(ad.url).toMatch(/^https?:\/\/[a-z0-9-]+\.example\//);
      if (!ad.withheld) expect(ad.title.length * ad.text.length).toBeGreaterThan(0);
    }
    expect(JSON.parse(out)).toMatchObject({ marketId: market.marketId, ads: market.ads.length });
    expect(textOf(folder, 'market.json')).not.toMatch(/"(control|labels|actor|seed|possibleMinor)"|actor-\d/);
  });

  it('gets the same bytes for the same seed and others for another', async () => {
    const home = aFolder();

    await Promise.all([
      run('generate-market.ts', order('the same', 'one'), home),
      run('generate-market.ts', order('the same', 'two'), home),
      run('generate-market.ts', order('another', 'three'), home),
    ]);

    for (const name of ['market.json', 'ground-truth.json']) {
      expect(textOf(join(home, 'one'), name)).toBe(textOf(join(home, 'two'), name));
      expect(textOf(join(home, 'one'), name)).not.toBe(textOf(join(home, 'three'), name));
    }
  });
});
