import { describe, expect, it } from 'vitest';
import { addMinutes } from '#kernel/model/instant.ts';
import { measureModeration } from '#market/platforms/model/measure-moderation.ts';
import {
  EVENT_TYPES,
  type EventDetails,
  type ModerationEvent,
  type ModerationEventType,
} from '#market/platforms/model/moderation-event.ts';
import { PRESERVATION_FIELDS, type TestCardId } from '#market/platforms/model/test-cards.ts';
import { aTestOf, BEGIN } from '../../../../support/market/platforms/a-moderation-test.ts';

type Step = readonly [hour: number, type: ModerationEventType, details?: EventDetails];

/** The events of one copy, each at an hour of the test. */
function copyOf(card: TestCardId, copy: number, ...steps: readonly Step[]): ModerationEvent[] {
  return steps.map(([hour, type, details], n) => ({
    id: `varn-board-${card}-${copy}-${n + 1}`,
    at: addMinutes(BEGIN, hour * 60),
    site: 'varn-board',
    card,
    copy,
    by: EVENT_TYPES[type],
    type,
    ...details,
  }));
}

/** Written by hand; every figure below was counted by hand from these lines. */
const LOG = [
  // Cards whose fields forbid them: one stopped, one found after 40 hours, one never, one reported and removed after
  // 10.
  ...copyOf('TC1', 1, [0, 'card.submitted'], [0, 'card.blocked'], [1, 'referral.received', { withData: true }]),
  ...copyOf('TC1', 2, [0, 'card.submitted'], [0, 'card.published'], [40, 'card.removed', { replies: 6 }]),
  ...copyOf('TC2', 1, [0, 'card.submitted'], [0, 'card.published'], [168, 'card.withdrawn', { replies: 31 }]),
  ...copyOf(
    'TC3',
    1,
    [0, 'card.submitted', { declaredAge: 17 }],
    [0, 'card.published'],
    [4, 'report.sent', { reporter: 'member' }],
    [10, 'card.removed'],
    [10, 'report.answered'],
    [11, 'referral.received', { withData: false }],
    [20, 'card.edited', { declaredAge: 18 }],
    [20, 'card.published'],
    [50, 'card.withdrawn'],
  ),
  // Comes again three times: stopped, online for half an hour, online for two hours.
  ...copyOf('TC4', 1, ...reportedAndRemoved(), [20, 'card.reposted'], [20, 'card.blocked']),
  ...copyOf('TC4', 2, ...reportedAndRemoved(), [20, 'card.reposted'], [20, 'card.published'], [20.5, 'card.removed']),
  ...copyOf('TC4', 3, ...reportedAndRemoved(), [20, 'card.reposted'], [20, 'card.published'], [22, 'card.removed']),
  ...copyOf(
    'TC7',
    1,
    [0, 'card.submitted'],
    [0, 'card.published'],
    [1, 'report.sent', { reporter: 'person-shown' }],
    [301, 'card.withdrawn'],
  ),
  ...copyOf(
    'TC9',
    1,
    [0, 'card.submitted'],
    [0, 'card.published'],
    [2, 'report.sent', { reporter: 'police' }],
    [7, 'report.answered'],
    [7, 'record.kept', { fields: PRESERVATION_FIELDS.slice(0, 5), days: 60 }],
    [9, 'card.withdrawn'],
  ),
  // Lawful: one stands, one blocked and given back after 12 hours, one removed on a false report and never given back.
  ...copyOf('TC12', 1, [0, 'card.submitted'], [0, 'card.published'], [80, 'card.withdrawn']),
  ...copyOf(
    'TC12',
    2,
    [0, 'card.submitted'],
    [0, 'card.blocked'],
    [3, 'appeal.sent'],
    [15, 'card.restored'],
    [20, 'card.withdrawn'],
  ),
  ...copyOf(
    'TC11',
    1,
    [0, 'card.submitted'],
    [0, 'card.published'],
    [1, 'report.sent', { reporter: 'member' }],
    [3, 'card.removed'],
    [3, 'report.answered'],
    [5, 'appeal.sent'],
  ),
  ...copyOf(
    'TC14',
    1,
    [0, 'card.submitted'],
    [0, 'card.published'],
    [1, 'report.sent', { reporter: 'non-user', route: 'no-account' }],
    [1, 'report.refused'],
    [2, 'card.withdrawn'],
  ),
].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

/** Taken down eight hours after the notice of a trusted flagger. */
function reportedAndRemoved(): Step[] {
  return [
    [0, 'card.submitted'],
    [0, 'card.published'],
    [2, 'report.sent', { reporter: 'trusted-flagger' }],
    [10, 'card.removed'],
    [10, 'report.answered'],
  ];
}

describe('measureModeration on a log written by hand', () => {
  const metrics = measureModeration(LOG);

  it('counts what was stopped before publication and what was found without a report', () => {
    expect(metrics.blockedBeforePublication).toEqual([1, 4]);
    expect(metrics.foundByOwnMeans).toEqual([2, 4]);
  });

  it('times acts from the report, or from the forbidden publication', () => {
    // TC1/2 40, TC2 never, TC3 10 and then never, TC4 8 8 8 and, after coming back, 0.5 and 2, TC7 never, TC14 never.
    expect(metrics.hoursToRemoval).toEqual({ median: 10, longest: 40, never: [4, 11] });
    // The same and TC9 5, TC11 2.
    expect(metrics.hoursToAction).toEqual({ median: 8, longest: 40, never: [4, 13] });
  });

  it('counts a card that came back as a leak from one hour online on', () => {
    expect(metrics.repostLeak).toEqual([1, 3]);
    expect(metrics.editLeak).toEqual([1, 1]);
  });

  it('counts which reporters get an answer', () => {
    expect(metrics.answered).toEqual({
      member: [2, 2],
      'person-shown': [0, 1],
      police: [1, 1],
      'trusted-flagger': [3, 3],
      'non-user': [0, 1],
    });
    expect(metrics.answersAnyone).toBe(false);
    expect(metrics.closedRoutes).toEqual([1, 1]);
  });

  it('counts reports to the authority, and removals without one', () => {
    expect(metrics.referral).toEqual({ forwarded: [2, 4], withData: [1, 4], removedWithoutReferral: [1, 3] });
  });

  it('counts what was preserved', () => {
    expect(metrics.preservation).toEqual({
      fields: [5, 11],
      versions: [1, 1],
      days: 60,
      hoursToAcknowledge: { median: 5, p90: 5, longest: 5, never: [0, 1] },
    });
    expect(metrics.removalRequest).toEqual({ removed: [0, 1], permanent: [0, 0] });
  });

  it('counts lawful cards that were taken down and how long their advertisers waited', () => {
    expect(metrics.overBlocked).toEqual([2, 3]);
    expect(metrics.hoursToRestore).toEqual({ median: 12, longest: 12, never: [1, 2] });
  });

  it('names the worst case', () => {
    expect(metrics.judged.verdict).toBe('obstructive');
    expect(metrics.judged.worst).toEqual({ verdict: 'obstructive', card: 'TC3', fault: 'edit-leak', count: [1, 1] });
  });
});

describe('measureModeration on simulated platforms', () => {
  it('gives a faultless platform the best value of every metric', () => {
    expect(measureModeration(aTestOf().log)).toMatchObject({
      blockedBeforePublication: [16, 16],
      foundByOwnMeans: [16, 16],
      repostLeak: [0, 4],
      editLeak: [0, 3],
      answersAnyone: true,
      referral: { forwarded: [14, 14], withData: [14, 14], removedWithoutReferral: [0, 14] },
      preservation: { fields: [11, 11], versions: [1, 1], days: 90 },
      removalRequest: { removed: [3, 3], permanent: [3, 3] },
      overBlocked: [0, 8],
      judged: { verdict: 'cooperative', failures: [] },
    });
  });

  it.each([
    ['an edited age', { editLeak: true }, { editLeak: [3, 3] }],
    ['cards posted again', { repostLeak: 100 }, { repostLeak: [4, 4] }],
    [
      'no word to the authority',
      { referral: 'never' },
      { referral: { forwarded: [0, 14], removedWithoutReferral: [14, 14] } },
    ],
    [
      'a removal that does not last',
      { permanentRemoval: false },
      { removalRequest: { removed: [3, 3], permanent: [0, 3] } },
    ],
    ['answers to parents only', { answers: 'parents' }, { answersAnyone: false, answered: { relative: [0, 2] } }],
    ['a short record', { preservationKept: 30 }, { preservation: { fields: [3, 11], versions: [0, 1] } }],
    ['lawful cards blocked', { overBlocking: 100 }, { overBlocked: [5, 8] }],
  ] as const)('shows %s', (_, faults, metrics) => {
    expect(measureModeration(aTestOf(faults).log)).toMatchObject(metrics);
  });

  it('has no values for an empty log', () => {
    expect(measureModeration([])).toMatchObject({
      blockedBeforePublication: [0, 0],
      hoursToAction: { never: [0, 0] },
      answered: {},
      judged: { verdict: 'cooperative', failures: [] },
    });
  });
});
