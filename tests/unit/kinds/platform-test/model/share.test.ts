import { describe, expect, it } from 'vitest';
import { type PlatformTestResponse, playPlatformTest } from '#kinds/platform-test/model/play.ts';
import { playTest } from '#kinds/platform-test/model/play-test.ts';
import { playAs } from '#kinds/platform-test/model/reference-players.ts';
import { referenceRates } from '#kinds/platform-test/model/reference-rates.ts';
import { reportOf } from '#kinds/platform-test/model/report-data.ts';
import { scorePlatformTest } from '#kinds/platform-test/model/score.ts';
import { briefOfShare } from '#kinds/platform-test/model/share.ts';
import { aBrief } from '../../../../support/kinds/platform-test/a-test.ts';

const BRIEF = aBrief('share');
const ALL = BRIEF.platforms.map(({ id }) => id);
const THREE = ['ostrel-smallads', 'dorvanne-massage', 'marrin-evenings'];
const share = briefOfShare(BRIEF, { sites: THREE });
const { actions } = playAs('repeat-what-failed', share);

const responseOf = (sites?: readonly string[]): PlatformTestResponse => ({
  ...playPlatformTest.empty,
  ...(sites && { sites }),
  done: actions.flatMap((action, n) => (action.type === 'time.skipped' ? [] : [{ action, seq: n + 1 }])),
});

describe('a share of the platforms', () => {
  it('plays like the whole test: platforms do not depend on each other', () => {
    // The owner of a platform with its moderators elsewhere, and the one that is hit by false reports, are in the share.
    const own = playTest(share, actions);
    const whole = playTest(BRIEF, actions);
    expect(own.copies.length).toBeGreaterThan(20);
    expect(own.copies).toEqual(whole.copies);
    expect(own.events).toEqual(whole.events);
  });

  it('limits score and report', () => {
    const response = responseOf(THREE);
    const { criteria, facts } = scorePlatformTest(BRIEF, response, []);
    expect(criteria.find(({ id }) => id === 'checkathon.coverage')?.max).toBe(THREE.length * 9);
    expect(facts).toMatchObject({ share: { of: ALL.length }, covered: { of: THREE.length * 9 } });
    const report = reportOf(share, playTest(share, actions));
    const sites = new Set([...report.platforms, ...report.cannotSay, ...report.answers].map(({ site }) => site));
    expect([...sites].toSorted()).toEqual(THREE.toSorted());
    expect(JSON.stringify(facts)).not.toMatch(/four-towns|kelvast|tessaval-finder/);
  });

  it('leaves a test of all platforms unchanged', () => {
    expect(briefOfShare(BRIEF, {})).toBe(BRIEF);
    expect(scorePlatformTest(BRIEF, responseOf(), []).facts).not.toHaveProperty('share');
  });

  it.each(ALL)('of %s alone has a scale: the best player has more points than one that does not look', (site) => {
    const { best, blind } = referenceRates(briefOfShare(BRIEF, { sites: [site] }));
    expect(best).toBeGreaterThan(blind + 2);
  });
});
