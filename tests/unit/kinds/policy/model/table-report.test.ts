import { describe, expect, it } from 'vitest';
import { citableIn, speaksTo } from '#kinds/policy/model/citable.ts';
import { outlookOf } from '#kinds/policy/model/effects.ts';
import { policyFacts } from '#kinds/policy/model/facts.ts';
import { INDICATORS } from '#kinds/policy/model/measures.ts';
import type { PolicyAction } from '#kinds/policy/model/play.ts';
import { PolicyActionSchema } from '#kinds/policy/model/schemas.ts';
import { scorePolicy } from '#kinds/policy/model/score.ts';
import { standingOf } from '#kinds/policy/model/start-of-report.ts';
import { reportAt } from '#kinds/policy/model/table-report.ts';
import { sitCarefully } from '#kinds/policy/use-cases/players.ts';
import type { HandedReport } from '#market/platforms/model/handed-report.ts';
import { handedReport, handedSite } from '../../../../support/builders/handed-report.ts';
import { BRIEF, played } from '../../../../support/kinds/policy/a-table.ts';

const take = (report: HandedReport): PolicyAction => ({ type: 'report.taken', report });
const ends = (report: Pick<HandedReport, 'sites'>) =>
  Object.fromEntries(INDICATORS.map((indicator) => [indicator, standingOf(report)[indicator]]));

describe('the indicators of a market from a report', () => {
  it('gives the figures of the model report, within one point, from its counts', () => {
    // The counts of the prepared report: shares of ads, cards told with data, fields kept, lawful cards taken down.
    const sites = [
      handedSite('four-towns', 17, { told: [14, 14], kept: { fields: [11, 11], days: 90 }, blocked: [0, 8] }),
      handedSite('ostrel', 30, { told: [0, 14], kept: { fields: [7, 11], days: 30 }, blocked: [0, 8] }),
      handedSite('kelvast', 21, { told: [0, 14], kept: { fields: [3, 11], days: 14 }, blocked: [0, 8] }),
      handedSite('dorvanne', 11, { told: [14, 14], kept: { fields: [11, 11], days: 90 }, blocked: [6, 8] }),
      handedSite('finder', 5, { told: [14, 14], kept: { fields: [11, 11], days: 90 }, blocked: [0, 8] }),
      handedSite('marrin', 9, { told: [0, 14], kept: { fields: [7, 11], days: 30 }, blocked: [2, 8] }),
    ];
    const model = { H: 35, E: 45, V: 90, S: 48, R: 70 };
    for (const indicator of INDICATORS) {
      const [low, high] = standingOf({ sites })[indicator];
      expect(low).toBe(high);
      expect(Math.abs(low - model[indicator])).toBeLessThanOrEqual(1);
    }
  });

  it('weighs each site by its share, and counts few days in part', () => {
    // 60 of 80 ads: 3 of 4 told, all fields for half of the days, 1 of 4 taken down. 20 of 80: nothing at all.
    expect(ends(handedReport())).toEqual({ H: [56, 56], E: [38, 38], V: [90, 90], S: [41, 41], R: [70, 70] });
  });

  it('widens ranges by the share of untested sites, always covering the true value', () => {
    const [north] = handedReport().sites;
    const open = standingOf({ sites: north ? [north, handedSite('south', 20)] : [] });
    expect(open).toMatchObject({ H: [56, 81], E: [38, 63], S: [16, 41] });
    for (const seen of [0, 1, 2, 3, 4]) {
      const sites = [
        ...(north ? [north] : []),
        handedSite('south', 20, { told: [seen, 4], kept: { fields: [seen, 4], days: 90 }, blocked: [seen, 4] }),
      ];
      for (const indicator of ['H', 'E', 'S'] as const) {
        expect(open[indicator][0]).toBeLessThanOrEqual(standingOf({ sites })[indicator][0]);
        expect(open[indicator][1]).toBeGreaterThanOrEqual(standingOf({ sites })[indicator][1]);
      }
    }
    expect(ends({ sites: [handedSite('a', 1), handedSite('b', 2)] })).toMatchObject({
      H: [0, 100],
      E: [0, 100],
      S: [0, 60],
    });
  });

  it('carries the width of ranges into the outlook of a plan', () => {
    const start = standingOf({ sites: [handedSite('a', 1, { told: [1, 2] }), handedSite('b', 1)] });
    expect(start.H).toEqual([25, 75]);
    expect(outlookOf(['A2'], start).H).toEqual([28, 84]);
  });
});

describe('a report that a table takes over', () => {
  const report = handedReport({
    lines: [
      { site: 'north', claim: 'not-referred', word: 'pattern', count: [3, 4] },
      { site: 'south', claim: 'over-block', word: 'not-seen', count: [0, 5] },
    ],
    open: [
      { site: 'south', claim: 'edit', why: 'not-tested' },
      { site: 'north', claim: 'late', why: 'reply-open' },
    ],
  });

  it('has findings on which a measure can rest, with untested and open ones marked', () => {
    const cited = citableIn(BRIEF, reportAt(BRIEF, report));
    const tested = new Map(cited.map(({ id, tested: is }) => [id, is]));

    expect(tested.get('own-north-not-referred')).toBe(true);
    expect(tested.get('own-not-seen-over-block')).toBe(true);
    expect(tested.get('own-owner-1')).toBe(true);
    expect(tested.get('own-not-tested-edit')).toBe(false);
    expect(tested.get('own-reply-open-late')).toBe(false);
    // The prepared findings are gone, but for what no test card asks about; the cards of others stay.
    expect([tested.has('told'), tested.get('closing'), tested.get('moved')]).toEqual([false, false, true]);
    const referred = cited.find(({ id }) => id === 'own-north-not-referred');
    expect(referred && [speaksTo(referred, 'B5'), speaksTo(referred, 'C3')]).toEqual([true, false]);
  });

  it('replaces the prepared one: its own findings fit the plan, and prepared ones no longer do', () => {
    const argued = (rests: readonly string[]): PolicyAction[] => [
      take(report),
      ...sitCarefully(BRIEF, ['B5']).map((action) =>
        action.type === 'measure.argued' ? { ...action, grounds: { ...action.grounds, rests } } : action,
      ),
    ];
    const sound = (rests: readonly string[]) =>
      scorePolicy(played(argued(rests)), BRIEF, { evidence: [] } as never).criteria.find(
        ({ id }) => id === 'policy.sound',
      )?.raw;

    expect(sound(['own-north-not-referred'])).toBe(4);
    expect(sound(['told'])).toBe(0);
    expect(sound(['own-reply-open-late', 'own-north-not-referred'])).toBe(0);
    const facts = policyFacts(played(argued(['own-north-not-referred'])), BRIEF);
    expect(facts.standing).toEqual(standingOf(report));
    expect(facts.taken).toEqual({ found: 2, copies: 12, sealed: true });
  });

  it('can be put back before the first choice, and stays from then on', () => {
    expect(played([take(report), { type: 'report.returned' }]).taken).toBeUndefined();
    const chosen: PolicyAction = { type: 'measure.chosen', measure: 'A1' };
    expect(played([take(report), chosen, { type: 'report.returned' }]).taken).toBe(report);
    expect(played([chosen, take(report)]).taken).toBeUndefined();
    expect(played([chosen, { type: 'measure.dropped', measure: 'A1' }, take(report)]).taken).toBeUndefined();
  });

  it('is in the log as counts, and a log with impossible counts is refused', () => {
    expect(PolicyActionSchema.safeParse(take(report)).success).toBe(true);
    const [north, ...others] = report.sites;
    const refused: readonly unknown[] = [
      { ...report, standing: { H: 100 } },
      { ...report, sites: [{ ...north, told: [5, 4] }, ...others] },
      { ...report, sites: [{ ...north, told: [0, 0] }, ...others] },
      { ...report, lines: [{ site: 'north', claim: 'invented', word: 'pattern', count: [3, 3] }] },
    ];
    for (const one of refused)
      expect(PolicyActionSchema.safeParse({ type: 'report.taken', report: one }).success).toBe(false);
  });
});
