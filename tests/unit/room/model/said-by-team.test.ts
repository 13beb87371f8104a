import { expect, it } from 'vitest';
import { saidByTeam } from '#room/model/said-by-team.ts';

it('returns what the room has, followed by waiting messages', () => {
  const sent = { options: { a: 2 }, keptDown: 0 };
  const waits = { options: { b: 1 }, keptDown: 1 };
  expect(
    saidByTeam({ people: 2, votes: { d1: sent, d2: sent }, decisions: { d1: { option: 'a', reason: 'First.' } } }, [
      { type: 'votes.counted', state: 'd2', votes: waits },
      { type: 'team.paused' },
      { type: 'team.decided', state: 'd2', option: 'b', reason: 'Second.' },
    ]),
  ).toEqual({
    people: 2,
    votes: { d1: sent, d2: waits },
    reasons: { d1: { option: 'a', reason: 'First.' }, d2: { option: 'b', reason: 'Second.' } },
  });
});
