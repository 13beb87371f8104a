import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createProjectFiles } from '#adapters/node/project-files.ts';
import { loadLibrary } from '#app/library/load-library.ts';
import { weighEvidence } from '#core/indicators/weigh-evidence.ts';
import { stream } from '#core/kernel/rng.ts';

const library = loadLibrary(createProjectFiles(process.cwd()));
if (!library.ok) throw new Error('content/ has faults: run check-scenarios');
const { catalogue } = library.value;

type Who = 'controlled' | 'independent' | 'agency';
const rng = stream('lesson-figures', 'ads');

/** Networks say more or less than the average: 30 in 100 are overt, 40 average, 30 quiet. */
function intensity(): number {
  const draw = rng.int(10);
  return draw < 3 ? 1.5 : draw < 7 ? 1 : 0.4;
}

/** One ad as the ids of what it shows, each drawn by itself from the training values. */
function drawAd(who: Who): string[] {
  const factor = who === 'controlled' ? intensity() : 1;
  return [...catalogue.values()].flatMap(({ id, kind, likelihood }) => {
    if (!likelihood) return [];
    const chance = likelihood[who] * (kind === 'sign' ? factor : 1);
    return rng.int(10_000) < chance * 10_000 ? [id] : [];
  });
}

/** Share of pairs in which the controlled ad ranks higher; a tie counts half. */
function areaUnderCurve(controlled: readonly number[], others: readonly number[]): number {
  const sorted = [...others].sort((a, b) => a - b);
  const below = (value: number, orEqual: boolean) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const entry = sorted[middle] as number;
      if (entry < value || (orEqual && entry === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const sum = controlled.reduce((total, value) => total + (below(value, false) + below(value, true)) / 2, 0);
  return sum / controlled.length / others.length;
}

describe('the figures that lesson T3 prints', () => {
  const lesson = readFileSync('content/en/lessons/t3.mdx', 'utf8');
  const ads = (who: Who, count: number) => Array.from({ length: count }, () => drawAd(who));
  const controlled = ads('controlled', 4000);
  const independent = ads('independent', 3200);
  const agency = ads('agency', 800);
  const single = (shown: string[]) => shown.filter((id) => catalogue.get(id)?.singleAd);
  const count = (shown: string[]) => single(shown).filter((id) => catalogue.get(id)?.kind === 'sign').length;
  const weighOne = (shown: string[]) => weighEvidence(single(shown), catalogue);
  const weighAll = (shown: string[]) => weighEvidence(shown, catalogue);

  it.each([
    ['Counting what one ad shows | independent people', count, independent],
    ['Counting what one ad shows | lawful agencies', count, agency],
    ['Weighing what one ad shows | all others', weighOne, [...independent, ...agency]],
    ['Weighing with links and payments | all others', weighAll, [...independent, ...agency]],
  ] as const)('%s', (row, measure, others) => {
    const area = areaUnderCurve(controlled.map(measure), others.map(measure));
    const printed = new RegExp(`${row.replaceAll('|', '\\|')} \\| \\*{0,2}(\\.\\d\\d)`).exec(lesson)?.[1];
    expect(`${row}: ${printed}`).toBe(`${row}: ${area.toFixed(2).slice(1)}`);
  });
});
