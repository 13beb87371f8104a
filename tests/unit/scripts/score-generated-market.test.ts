import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PredictionReport } from '#bench/predictions/model/schemas.ts';
import { aFolder, run } from './a-command.ts';

/** What the truth of a generated market says of an ad, with the likelihood ratio of all that it shows. */
interface WeighedAd {
  readonly ad: string;
  readonly possibleMinor: boolean;
  readonly ratio: number;
}
const weighedIn = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as WeighedAd);

const csv = (rows: readonly string[]) => `${['ad,probability', ...rows].join('\n')}\n`;
const reportOf = (out: string) => JSON.parse(out) as PredictionReport;

describe('the predictions of who weighs every sign as the generator does', () => {
  it.each([
    ['a small market', ['--preset', 'practice'], 150],
    ['a large market', ['--ads', '10000'], 10_000],
  ])('are worth much in %s, and one constant nothing', async (_, size, ads) => {
    const home = aFolder();
    const order = ['--profile', 'BUY', ...size, '--prevalence', 'PRACTICE', '--seed', 't', '--out', 'market'];
    expect(await run('generate-market.ts', order, home)).toMatchObject({ code: 0, said: '' });
    const textOf = (name: string) => readFileSync(join(home, 'market', 'secret', name), 'utf8');
    const head = JSON.parse(textOf('ground-truth.json')) as { prevalence: number };
    const weighed = weighedIn(textOf('ground-truth-000.ndjson')).filter(({ possibleMinor }) => !possibleMinor);
    const prior = head.prevalence / (1 - head.prevalence);
    const ideal = weighed.map(({ ad, ratio }) => `${ad},${1 - 1 / (1 + prior * ratio)}`);
    writeFileSync(join(home, 'ideal.csv'), csv(ideal));
    const constant = weighed.map(({ ad }) => `${ad},${head.prevalence}`);
    writeFileSync(join(home, 'constant.csv'), csv(constant));

    const [best, blind] = await Promise.all(
      ['ideal.csv', 'constant.csv'].map((name) =>
        run('score-predictions.ts', ['--truth', 'market', '--predictions', name, '--json'], home),
      ),
    );

    const { counts, figures, bias } = reportOf(best?.out ?? '');
    expect(best?.said).toBe('');
    expect(counts).toMatchObject({ ads, scored: weighed.length, missing: 0, unknown: 0 });
    // In 150 ads few actors are sought, so the intervals are wide.
    const isLarge = ads > 1000;
    expect(figures.auc?.[isLarge ? 'low' : 'value']).toBeGreaterThan(0.85);
    expect(figures['average-precision']?.[isLarge ? 'low' : 'value']).toBeGreaterThan(2 * head.prevalence);
    expect(figures['brier-skill']?.value).toBeGreaterThan(0);
    expect(bias.map(({ attribute }) => attribute).sort()).toEqual(['gender', 'language', 'origin']);
    const flat = reportOf(blind?.out ?? '').figures;
    expect(flat.auc?.value).toBe(0.5);
    expect(flat['average-precision']?.value).toBeLessThan(1.2 * head.prevalence);
  });
});
