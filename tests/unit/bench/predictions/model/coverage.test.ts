import { describe, expect, it } from 'vitest';
import { required } from '#kernel/model/invariant.ts';
import type { MarketProfile, PrevalenceName } from '#market/ads/model/schemas.ts';
import { reportOf } from '../../../../support/bench/predictions/any-market.ts';
import { drawnTruth, type KnownTool, saidBy, trueFigures } from '../../../../support/bench/predictions/known-tools.ts';
import { LIBRARY } from '../../../../support/builders/the-library.ts';
import { inFull } from '../../../../support/in-full.ts';

const MARKETS = inFull(400, 24);
/** How often 95 % intervals should hold the true figure. */
const [MIN_SHARE, MAX_SHARE] = [0.93, 0.97];
/** Three standard errors of a share of about .95 among so many markets. */
const ERROR = 3 * Math.sqrt((0.95 * 0.05) / MARKETS);

interface Setting {
  readonly profile: MarketProfile['id'];
  readonly size: number;
  readonly prevalence: PrevalenceName;
  readonly tool: KnownTool;
}

/** Ten controlled actors and more: with fewer the report has a note. */
const SETTINGS: readonly Setting[] = inFull(
  [
    { profile: 'BUY', size: 600, prevalence: 'PRACTICE', tool: { distance: 1, shared: 0.5 } },
    { profile: 'BUY', size: 600, prevalence: 'PRACTICE', tool: { distance: 3, shared: 0.5 } },
    { profile: 'BUY', size: 600, prevalence: 'PRACTICE', tool: { distance: 2, shared: 0.9 } },
    { profile: 'SOC', size: 600, prevalence: 'PRACTICE', tool: { distance: 2, shared: 0 } },
    { profile: 'SOC', size: 600, prevalence: 'PRACTICE', tool: { distance: 2, shared: 0.5 } },
    { profile: 'TPC', size: 2000, prevalence: 'FIELD', tool: { distance: 2, shared: 0 } },
    { profile: 'TPC', size: 2000, prevalence: 'FIELD', tool: { distance: 2, shared: 0.5 } },
    { profile: 'JOB', size: 2000, prevalence: 'PRACTICE', tool: { distance: 2, shared: 0.5 } },
    { profile: 'REG', size: 2000, prevalence: 'PRACTICE', tool: { distance: 3, shared: 0.9 } },
  ],
  [{ profile: 'BUY', size: 600, prevalence: 'PRACTICE', tool: { distance: 2, shared: 0.5 } }],
);

/** Share of markets in which the interval of each figure holds the true one, and in which a gap exceeds chance. */
function simulate({ profile, size, prevalence, tool }: Setting) {
  const held = new Map<string, number>();
  let beyond = 0;
  let gaps = 0;
  for (let n = 0; n < MARKETS; n++) {
    const seed = `coverage-${n}`;
    const drawn = drawnTruth({ profile: required(LIBRARY.profiles.get(profile), profile), size, prevalence, seed });
    const { truth, rows } = saidBy(tool, drawn, seed);
    const report = reportOf(truth, rows, { seed });
    for (const [name, value] of Object.entries(trueFigures(tool, report.counts.controlled, report.counts.scored))) {
      const { low = 1, high = 0 } = report.figures[name as keyof typeof report.figures] ?? {};
      held.set(name, (held.get(name) ?? 0) + Number(low <= value && value <= high) / MARKETS);
    }
    for (const { gap, byChance } of report.bias) {
      gaps += 1;
      beyond += Number(gap.value > byChance.high);
    }
  }
  return { held: Object.fromEntries(held), beyond: beyond / gaps };
}

describe('95 % intervals', () => {
  it.each(SETTINGS)(
    'hold the true figures in $size ads of $profile at $prevalence, of a tool at distance $tool.distance with $tool.shared shared',
    (setting) => {
      const { held, beyond } = simulate(setting);

      for (const [name, share] of Object.entries(held))
        expect({ name, share, isRight: share >= MIN_SHARE - ERROR && share <= MAX_SHARE + ERROR }).toEqual({
          name,
          share,
          isRight: true,
        });
      // The tool reads no label, and three attributes of one market depend on each other only a little.
      expect(Math.abs(beyond - 0.05)).toBeLessThan(ERROR);
    },
  );
});
