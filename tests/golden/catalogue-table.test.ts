import { describe, expect, it } from 'vitest';
import { likelihoodRatio, weighEvidence } from '#core/indicators/weigh-evidence.ts';
import { stream } from '#core/kernel/rng.ts';
import { areaUnderCurve } from '../support/area-under-curve.ts';
import { LIBRARY } from '../support/builders/the-library.ts';

const { catalogue } = LIBRARY;
const WEIGHED = [...catalogue.values()].filter((indicator) => likelihoodRatio(indicator) !== undefined);
type Kind = 'controlled' | 'independent' | 'agency';

/** Signs and cues of one ad, drawn one by one from the catalogue's table and from nothing else. */
function drawAds(kind: Kind, count: number) {
  const rng = stream('catalogue table', kind);
  const chance = (share: number) => rng.int(1_000_000) < share * 1_000_000;
  return Array.from({ length: count }, () => {
    const tone = rng.int(10);
    const intensity = kind !== 'controlled' ? 1 : tone < 3 ? 1.5 : tone < 7 ? 1 : 0.4;
    const shown = WEIGHED.filter(({ kind: one, likelihood }) =>
      chance((likelihood?.[kind] ?? 0) * (one === 'sign' ? intensity : 1)),
    );
    return {
      weight: weighEvidence(
        shown.map(({ id }) => id),
        catalogue,
      ),
      flags: shown.filter(({ kind: one }) => one === 'sign').length,
    };
  });
}

const controlled = drawAds('controlled', 4000);
const independent = drawAds('independent', 3200);
const agency = drawAds('agency', 800);
const weighing = (rest: typeof controlled) =>
  areaUnderCurve(
    controlled.map(({ weight }) => weight),
    rest.map(({ weight }) => weight),
  );
const counting = (rest: typeof controlled) =>
  areaUnderCurve(
    controlled.map(({ flags }) => flags),
    rest.map(({ flags }) => flags),
  );

/** Not a market: three kinds of people, every sign drawn by itself. What it shows is what the table says, and what counting makes of it. */
describe('ads drawn from the catalogue alone', () => {
  it('are told apart by weighing', () => {
    expect({
      all: weighing([...independent, ...agency]),
      independent: weighing(independent),
      agency: weighing(agency),
    }).toEqual({ all: 0.914, independent: 0.942, agency: 0.804 });
  });

  it('are told apart by counting flags only from people who work alone: agencies look worse than controlled ads', () => {
    expect({ independent: counting(independent), agency: counting(agency) }).toEqual({
      independent: 0.834,
      agency: 0.283,
    });
    expect(counting(agency)).toBeLessThan(0.5);
  });
});
