import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { stream } from '#kernel/model/rng.ts';
import { positivePredictiveValue } from '#kernel/model/statistics/predictive-value.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { loadLibrary } from '#library/content/use-cases/load-library.ts';
import { weighEvidence } from '#market/signs/model/weigh-evidence.ts';
import { areaUnderCurve } from '../support/area-under-curve.ts';
import { KINDS } from '../support/builders/kinds.ts';

const library = loadLibrary(createProjectFiles(process.cwd()), KINDS);
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
    if (!likelihood || 'deceptive' in likelihood) return [];
    const chance = likelihood[who] * (kind === 'sign' ? factor : 1);
    return rng.int(10_000) < chance * 10_000 ? [id] : [];
  });
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

  it('give the number of controlled ads that show almost no sign', () => {
    const of100 = (measure: (shown: string[]) => number) =>
      (controlled.filter((shown) => measure(shown) < 2).length / controlled.length) * 100;
    const printed =
      /in the simulation (\d+) in 100 controlled ads carried next to nothing even after all checks, and (\d+) in 100/.exec(
        lesson,
      );

    // Four thousand ads scatter by almost one in a hundred.
    expect(Math.abs(Number(printed?.[1]) - of100(weighAll))).toBeLessThan(1);
    expect(Math.abs(Number(printed?.[2]) - of100(weighOne))).toBeLessThan(1);
  });

  it('show that counting ranks agencies above controlled ads, and that weighing improves with each step', () => {
    const area = (measure: (shown: string[]) => number, others: string[][]) =>
      areaUnderCurve(controlled.map(measure), others.map(measure));
    const others = [...independent, ...agency];

    expect(area(count, agency)).toBeLessThan(0.4);
    expect(area(weighOne, others)).toBeGreaterThan(area(count, others));
    expect(area(weighAll, others)).toBeGreaterThan(area(weighOne, others) + 0.08);
  });
});

describe('the example of lesson J1 for the question that is turned round', () => {
  const lesson = readFileSync('content/en/lessons/j1.mdx', 'utf8');
  const [, example = ''] = /\*\*The prosecutor's fallacy\*\*(.*)/.exec(lesson) ?? [];
  const rates = catalogue.get('shared-phone')?.likelihood;
  if (!rates || 'deceptive' in rates) throw new Error('shared-phone has no rates');
  /** Of those who are not controlled, as in lesson T3: 80 in 100 independent people, 20 in 100 agencies. */
  const others = 0.8 * rates.independent + 0.2 * rates.agency;
  const [ads, prevalence] = [600, 0.06];
  const controlledAds = ads * prevalence;
  const rest = ads - controlledAds;

  it.each([
    ['the size of the market', `Take ${ads} ads, of which ${prevalence * 100} in 100 are controlled`],
    ['the rate of controlled ads', `${rates.controlled * 100} in 100 controlled ads share a phone`],
    ['the rate of all others', `so do ${Math.round(others * 100)} in 100 of all others`],
    [
      'what that comes from',
      `${rates.independent * 100} in 100 of independent people and ${rates.agency * 100} in 100 of agencies`,
    ],
    [
      'controlled ads that share',
      `of ${controlledAds} controlled ads about ${Math.round(controlledAds * rates.controlled)}`,
    ],
    ['others that share', `of ${rest} others about ${Math.round(rest * others)}`],
    [
      'the chance behind a shared phone',
      `about ${Math.round((positivePredictiveValue(rates.controlled, 1 - others, prevalence) ?? 0) * 100)} are controlled`,
    ],
    ['what the expert makes of it', `${100 - rates.independent * 100} %`],
    ['that these are no measured values', 'The values are for training.'],
  ])('%s', (_, printed) => {
    expect(example).toContain(printed);
  });
});

describe('the minutes that lesson F1 prints', () => {
  const lesson = readFileSync('content/en/lessons/f1.mdx', 'utf8');
  const rows = Array.from(
    lesson.matchAll(/^\| ([^|]+) \| (\d+) \| (\d+) \| (\d+) \|$/gm),
    ([, part = '', ...minutes]) => ({
      part,
      minutes: minutes.map(Number),
    }),
  );
  const head =
    /^\| Part \| (\d+) minutes \| Half a day, (\d+) \| A day, (\d+) \|$/m.exec(lesson)?.slice(1).map(Number) ?? [];

  it('add up to the time at the head of each column, and give the debrief at least a third', () => {
    expect(head).toHaveLength(3);
    expect(rows.length).toBeGreaterThan(4);
    for (const [at, whole] of head.entries()) {
      expect(rows.reduce((sum, { minutes }) => sum + (minutes[at] ?? 0), 0)).toBe(whole);
      expect((rows.find(({ part }) => part === 'Debrief')?.minutes[at] ?? 0) * 3).toBeGreaterThanOrEqual(whole);
    }
  });

  it('hold of the plan of 45 minutes too: it fills them, and a third of it is the debrief', () => {
    const plan = readFileSync('content/en/facilitator/quiet-number.mdx', 'utf8');
    const parts = [...plan.matchAll(/minutes: (\d+)\n {4}what: (.+)/g)].map(([, minutes, what]) => ({
      minutes: Number(minutes),
      what,
    }));

    expect(parts.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(45);
    expect((parts.find(({ what }) => what === 'Debrief')?.minutes ?? 0) * 3).toBeGreaterThanOrEqual(45);
  });
});

describe('the shares of a debrief that lesson F5 prints', () => {
  it('make a whole, and are the minutes of its example', () => {
    const lesson = readFileSync('content/en/lessons/f5.mdx', 'utf8');
    const shares = Array.from(lesson.matchAll(/^\| \d\. [^|]+ \| a (half|tenth) \|/gm), ([, word]) =>
      word === 'half' ? 5 : 1,
    );
    const [, whole = '', minutes = ''] = /a debrief of (\d+) minutes this is ([\d, and]+) minutes/.exec(lesson) ?? [];

    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(10);
    expect(minutes.match(/\d+/g)?.map(Number)).toEqual(shares.map((share) => (share * Number(whole)) / 10));
  });
});
