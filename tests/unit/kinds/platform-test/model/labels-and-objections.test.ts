import { describe, expect, it } from 'vitest';
import { refusalOf } from '#kinds/platform-test/model/act-refusals.ts';
import type { Objection, PlatformTestAction } from '#kinds/platform-test/model/actions.ts';
import { documentsOf } from '#kinds/platform-test/model/export-log.ts';
import { INJECTS } from '#kinds/platform-test/model/injects.ts';
import { playTest } from '#kinds/platform-test/model/play-test.ts';
import { reportOf } from '#kinds/platform-test/model/report-data.ts';
import { PlatformTestActionSchema } from '#kinds/platform-test/model/schemas.ts';
import { isUnsafeReason } from '#kinds/platform-test/model/unsafe-reason.ts';
import { teamView } from '#kinds/platform-test/model/visible.ts';
import { aBrief, pass, place, played, trialsAs } from '../../../../support/kinds/platform-test/a-test.ts';

const BRIEF = aBrief();
const marked = (site: string): PlatformTestAction =>
  ({ ...place('TC12', site), madeByProgram: true }) as PlatformTestAction;
const SITES = ['four-towns', 'dorvanne-massage', 'ostrel-smallads'];
const sent = SITES.flatMap((site) => Array.from({ length: 12 }, () => marked(site)));

describe('a card that says that a program made it, without a label', () => {
  const state = playTest(BRIEF, sent);
  const { labels } = reportOf(BRIEF, state);

  it('is sent back if the label is checked, and not if only the terms require it', () => {
    expect(labels.map(({ site, sent: n }) => [site, n])).toEqual([
      ['four-towns', 12],
      ['dorvanne-massage', 12],
    ]);
    expect(labels[0]).toMatchObject({ published: 0, askedBack: 12 });
    expect(labels[1]?.askedBack).toBe(0);
    expect(labels[1]?.published).toBeGreaterThan(0);
  });

  it('is no trial of how lawful cards are treated, and is in no exported log', () => {
    expect(trialsAs(playTest(BRIEF, [...sent, pass(50)]))).toEqual([]);
    const { public: log } = documentsOf(BRIEF, playTest(BRIEF, [...sent, place('TC12')]), {
      marketId: '0123456789abcdef',
      profile: 'BUY',
    });
    expect(new Set(log.log.map(({ copy }) => copy))).toEqual(new Set([13]));
  });

  it('can only be TC12, and has no appeal', () => {
    const other = { ...marked('four-towns'), card: 'TC1' } as PlatformTestAction;
    const blocked = played(BRIEF, marked('four-towns'));

    expect(refusalOf(BRIEF, blocked, other)).toBe('other-card');
    expect(refusalOf(BRIEF, blocked, { type: 'appeal.sent', copy: 'four-towns-TC12-1' })).toBe('other-card');
    expect(teamView(BRIEF, blocked).copies[0]).toMatchObject({ last: 'blocked', madeByProgram: true });
  });

  it('brings the event of many similar ads on a site whose terms require a label', () => {
    const after = playTest(BRIEF, [pass(INJECTS['one-look'].hour)]);
    const quiet = {
      ...BRIEF,
      platforms: BRIEF.platforms.filter((one) => one.public.machineMadePictures !== 'labelled'),
    };

    expect(after.injects.find(({ id }) => id === 'one-look')?.site).toBe('dorvanne-massage');
    expect(playTest(quiet, [pass(600)]).injects.some(({ id }) => id === 'one-look')).toBe(false);
    for (const choice of INJECTS['one-look'].choices)
      expect(playTest(BRIEF, [pass(450), { type: 'inject.answered', inject: 'one-look', choice }]).red).toEqual([]);
  });
});

describe('an objection', () => {
  const reason = 'Five false reports on one site are more than this question needs.';
  const objection: Objection = { role: 'sellers', site: 'four-towns', about: { act: 'card.placed' }, reason };
  const raise = (change: Partial<Objection> = {}): PlatformTestAction => ({
    type: 'objection.raised',
    ...objection,
    ...change,
  });
  const placed = played(BRIEF, place('TC11'));
  const finding: PlatformTestAction = {
    type: 'finding.recorded',
    site: 'four-towns',
    claim: 'late',
    word: 'once',
    items: [],
    innocent: true,
    certainty: 40,
  };

  it('is in the report with its reason, against an act or a finding', () => {
    const acts = [place('TC11'), finding, raise(), raise({ role: 'support', about: { claim: 'late' } })];

    expect(reportOf(BRIEF, playTest(BRIEF, acts)).objections).toEqual([
      objection,
      { ...objection, role: 'support', about: { claim: 'late' } },
    ]);
  });

  it.each<[string | undefined, PlatformTestAction]>([
    [undefined, raise()],
    ['nothing-to-answer', raise({ site: 'marrin-evenings' })],
    ['nothing-to-answer', raise({ about: { claim: 'late' } })],
    ['nothing-to-answer', raise({ about: { act: 'interview.held' } })],
    ['reason-too-short', raise({ reason: '        no        ' })],
    ['reason-too-long', raise({ reason: 'x'.repeat(241) })],
    ['no-such-platform', raise({ site: 'nowhere' })],
  ])('is answered with %s', (why, action) => {
    expect(refusalOf(BRIEF, placed, action)).toBe(why);
  });

  it.each([
    ['a number', 'Ask the seller herself, her number is 06 12 34 56 78.'],
    ['an address', 'It all stands on our page at sellers-help.com already.'],
    ['a label of a person', 'The pimp who posts there laughs about our test.'],
  ])('is not written by the form with %s in its reason', (_, unsafe) => {
    expect(isUnsafeReason(unsafe)).toBe(true);
    expect(isUnsafeReason(reason)).toBe(false);
  });

  it('is raised by each role once', () => {
    const once = playTest(BRIEF, [place('TC11'), raise()]);

    expect(refusalOf(BRIEF, once, raise({ reason: 'Another reason of the same chair.' }))).toBe('already-done');
    expect(refusalOf(BRIEF, once, raise({ role: 'tester' }))).toBeUndefined();
  });

  it('is read from a log, and one that is too long is not', () => {
    expect(PlatformTestActionSchema.safeParse(raise()).success).toBe(true);
    expect(PlatformTestActionSchema.safeParse(raise({ reason: 'x'.repeat(241) })).success).toBe(false);
  });
});
