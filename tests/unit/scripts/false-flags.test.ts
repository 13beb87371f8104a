import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AdLine } from '#market/documents/model/ad-schemas.ts';
import { run } from './a-command.ts';

interface TruthLine {
  readonly ad: string;
  readonly control: string;
  readonly possibleMinor: boolean;
  readonly labels: readonly { readonly indicator: string; readonly at: string; readonly why: string }[];
}
const linesIn = <Line>(file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** As printed, without the ends of lines that are wrapped. */
const unwrapped = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('a team that looks at its false flags', () => {
  let home = '';
  let id = '';
  let ads: ReadonlyMap<string, AdLine>;
  let truths: readonly TruthLine[];
  const score = (truth: string, ...more: string[]) =>
    run('score-predictions.ts', ['--truth', truth, '--predictions', 'all.csv', ...more], home);

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'checkathon-test-'));
    await run('bench-markets.ts', ['--split', 'test', '--profile', 'BUY', '--markets', '1', '--out', 'hidden'], home);
    [id = ''] = readdirSync(join(home, 'hidden', 'secret'));
    const lines = linesIn<AdLine>(join(home, 'hidden', 'hand-out', id, 'public', 'ads-000.ndjson'));
    ads = new Map(lines.map((ad) => [ad.id, ad]));
    truths = linesIn<TruthLine>(join(home, 'hidden', 'secret', id, 'ground-truth-000.ndjson'));
    // The tool flags every ad, withheld ones too.
    writeFileSync(join(home, 'all.csv'), `ad,probability\n${lines.map((ad) => `${ad.id},0.9\n`).join('')}`);
  });

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  it('reads each ad as its site shows it, and why its labels are true', async () => {
    const { code, out, said } = await score(join('hidden', 'secret', id), '--false-flags', '3');
    const [report, shown = ''] = out.split('\nfalse flags, 3 of ');
    const flags = [...shown.matchAll(/^(ad-\d+): the tool said 0\.9, /gm)].map(([, ad = '']) => ad);

    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(report).toBe((await score(join('hidden', 'secret', id))).out);
    expect(flags).toHaveLength(3);
    const text = unwrapped(shown);
    for (const flag of flags) {
      const truth = truths.find(({ ad }) => ad === flag);
      const ad = ads.get(flag);
      expect(['none', 'thirdParty', 'fraud']).toContain(truth?.control);
      expect(text).toContain(unwrapped(`: ${ad?.title} ${ad?.text} Town: ${ad?.fields?.town}.`));
      for (const { indicator, at, why } of truth?.labels ?? []) {
        expect(text).toContain(unwrapped(`why: ${why}`));
        if (at === 'f:phone') expect(text).toContain(`${indicator}: “${ad?.fields?.phone}”`);
        if (at === 's1') expect(text).toContain(`${indicator}: “${ad?.text.slice(0, ad.sentenceEnds[0])}”`);
      }
    }
  });

  it('never sees a withheld ad, however many it asks for', async () => {
    const { code, out } = await score(join('hidden', 'secret', id), '--false-flags', '600', '--json');
    const { falseFlags, confusion } = JSON.parse(out) as {
      readonly falseFlags: { readonly all: number; readonly drawn: readonly { readonly ad: string }[] };
      readonly confusion: { readonly falseAlarms: number };
    };
    const shown = new Set(falseFlags.drawn.map(({ ad }) => ad));
    const withheld = truths.filter(({ possibleMinor }) => possibleMinor);

    expect(code).toBe(0);
    expect(withheld.length).toBeGreaterThan(0);
    for (const { ad } of withheld) expect(shown).not.toContain(ad);
    expect(shown.size).toBe(confusion.falseAlarms);
    expect(falseFlags.all).toBe(confusion.falseAlarms);
  });

  it('is told where the ads are looked for, and that the truth is not in its own half', async () => {
    const open = join('hidden', 'hand-out', id, 'public');
    renameSync(join(home, 'hidden', 'secret'), join(home, 'given'));
    const truth = join('given', id);
    const [apart, named, own, head] = [
      await score(truth, '--false-flags', '1'),
      await score(truth, '--false-flags', '1', '--public', open),
      await score(join('hidden', 'hand-out', id)),
      await score(join(open, 'market.json')),
    ];
    const market = readFileSync(join(home, open, 'market.json'), 'utf8');
    writeFileSync(join(home, open, 'market.json'), market.replaceAll(id, '0'.repeat(16)));
    const other = await score(truth, '--false-flags', '1', '--public', open);
    writeFileSync(join(home, open, 'market.json'), market);
    renameSync(join(home, 'given'), join(home, 'hidden', 'secret'));

    expect(apart).toMatchObject({ code: 1, out: '' });
    expect(apart.said).toMatch(/truth\.no-public-half .+ as --public\.\n$/);
    expect(named).toMatchObject({ code: 0, said: '' });
    for (const { code, out, said } of [own, head]) {
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(said).toContain('truth.public-half This is the public half of a market. The truth is with the organiser');
    }
    expect(other.said).toContain(`truth.other-public-half These are the ads of the market 0000000000000000,`);
  });
});
