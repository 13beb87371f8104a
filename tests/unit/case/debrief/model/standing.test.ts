import { describe, expect, it } from 'vitest';
import { type AttemptState, replayAttempt } from '#case/attempt/model/replay-attempt.ts';
import { changesByLetters, evidenceStanding, standingOf } from '#case/debrief/model/standing.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { playPreservation } from '#kinds/preservation/model/play.ts';
import { anAttempt } from '../../../../support/builders/an-attempt.ts';
import { smallCase } from '../../../../support/builders/small-case.ts';

describe('standingOf', () => {
  it.each([
    [[], 0],
    [[{ safety: 1 }], 1],
    [[{ safety: 2 }, { safety: 2 }], 2],
    [[{ safety: -1 }], -1],
    [[{ safety: -2 }, { safety: -2 }], -2],
    [[{ safety: 2 }, { safety: -2 }], 0],
    [[{ trust: 2 }, { law: -2 }], 0],
    [[{ safety: 2 }, { safety: 1 }, { trust: 2 }], 1],
  ] as const)('after the changes %j the safety stands at %d', (changes, standing) => {
    expect(standingOf(changes, 'safety')).toBe(standing);
  });
});

describe('changesByLetters', () => {
  const at = '2031-03-12T12:00:00Z';
  const letter = { id: 'L-01', kind: 'preservation', to: 'a-site', sentAt: at, seq: 4 } as const;
  const answered = { ...letter, answer: { outcome: 'acknowledged', at } } as const;

  it('lowers safety where a company informed the account holder of a letter, only once its answer is known', () => {
    const told = { ...letter, answer: { outcome: 'acknowledged', at, holderTold: true } } as const;
    expect(standingOf(changesByLetters([answered, told]), 'safety')).toBe(-1);
    expect(changesByLetters([letter, { ...letter, answer: 'unanswered' }, answered])).toEqual([]);
  });
});

describe('evidenceStanding', () => {
  const { material, answers } = smallCase();
  const subject = material.scenario.world[0]?.sharingPhoneWith ?? '';
  const standing = (change: Partial<AttemptState>) =>
    evidenceStanding(material, { ...anAttempt(material).state, ...change });
  const page = (ad: string, capturedAt: string) => ({
    preserve: { ...playPreservation.empty, items: [{ ad, status: 200, capturedAt, seq: 9 }] },
  });
  const gone = [{ ad: subject, at: '2031-03-12T10:00:00Z', change: 'removed' as const }];
  const clock = '2031-03-12T12:00:00Z';

  it.each([
    ['nothing was done', {}, 'none'],
    ['a contact and nothing captured', { acts: [{ act: 'contact', seq: 3 }] }, 'risk'],
    [
      'data asked for, a contact, and nothing captured',
      {
        acts: [
          { act: 'request', seq: 3 },
          { act: 'contact', seq: 4 },
        ],
      },
      'asked-risk',
    ],
    ['data asked for', { acts: [{ act: 'request', seq: 3 }] }, 'asked'],
    ['an option that opens a bench at which nothing is captured', { acts: [{ act: 'preserve', seq: 3 }] }, 'none'],
    ['a page captured', { responses: page(subject, clock) }, 'kept'],
    [
      'a page captured and data asked for',
      { responses: page(subject, clock), acts: [{ act: 'request', seq: 3 }] },
      'both',
    ],
    ['an ad gone that was never captured', { world: gone, clock }, 'none', true],
    ['an ad captured too late', { world: gone, clock, responses: page(subject, clock) }, 'kept', true],
    [
      'an ad captured too late, and data asked for',
      { world: gone, clock, responses: page(subject, clock), acts: [{ act: 'request', seq: 3 }] },
      'both',
      true,
    ],
    ['an ad captured in time', { world: gone, clock, responses: page(subject, '2031-03-12T09:00:00Z') }, 'kept'],
    [
      'an ad that stood nowhere else when the case began',
      { world: [{ ad: subject, at: material.scenario.start, change: 'moved' as const }], clock },
      'none',
    ],
    ['an ad that goes only later', { world: gone, clock: '2031-03-12T09:30:00Z' }, 'none'],
  ] as const)('%s', (_, change, kept, ...lost) => {
    expect(standing(change as Partial<AttemptState>)).toEqual({ kept, isLost: lost.length > 0 });
  });

  it('reports no loss for the oracle', () => {
    const log = playCase(material, answers, 'oracle', 'wall');
    const attempt = replayAttempt(material, log);

    expect(evidenceStanding(material, attempt)).toEqual({ kept: 'both', isLost: false });
  });
});
