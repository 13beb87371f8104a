import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advanceVote,
  agreementOf,
  castIn,
  isOneAlone,
  isRoundOf,
  newRound,
  type VoteRound,
  type VoteStep,
} from '#room/model/vote-round.ts';

const play = (round: VoteRound, ...steps: readonly VoteStep[]) => steps.reduce(advanceVote, round);
const ofThree = newRound('d30', 3);
const uncover = { type: 'uncover' } as const;

const option = fc.option(fc.constantFrom('a', 'b', 'c'), { nil: undefined });
const anyStep: fc.Arbitrary<VoteStep> = fc.oneof(
  fc.record({ type: fc.constant('begin' as const), way: fc.constantFrom('in-turn' as const, 'cards' as const) }),
  option.map((one) => ({ type: 'cast' as const, ...(one !== undefined && { option: one }) })),
  fc.constant(uncover),
  fc
    .tuple(option, fc.constantFrom(1 as const, -1 as const))
    .map(([one, by]) => ({ type: 'card' as const, by, ...(one !== undefined && { option: one }) })),
  fc.constantFrom({ type: 'show' } as const, { type: 'read-again' } as const, { type: 'talk-on' } as const),
);

describe('a vote in turn', () => {
  it('covers each choice at once, and shows the counts only after the last person', () => {
    const first = play(ofThree, { type: 'begin', way: 'in-turn' }, { type: 'cast', option: 'a' });
    expect(first.at).toBe('cover');
    expect(play(first, { type: 'show' })).toBe(first);

    const all = play(first, uncover, { type: 'cast' }, uncover, { type: 'cast', option: 'a' });
    expect(all.at).toBe('cover');
    expect(play(all, uncover)).toBe(all);
    expect(play(all, { type: 'show' })).toMatchObject({ at: 'talk', votes: { options: { a: 2 }, keptDown: 1 } });
  });

  it('leaves no counts if it is interrupted', () => {
    const broken = play(ofThree, { type: 'begin', way: 'in-turn' }, { type: 'cast', option: 'b' }, uncover, {
      type: 'read-again',
    });
    expect(broken).toEqual(ofThree);
  });
});

describe('raised cards', () => {
  it('can be taken back, and people without one count as kept down', () => {
    const counted = play(
      ofThree,
      { type: 'begin', way: 'cards' },
      { type: 'card', option: 'a', by: 1 },
      { type: 'card', option: 'b', by: 1 },
      { type: 'card', option: 'b', by: -1 },
      { type: 'show' },
    );
    expect(counted).toMatchObject({ at: 'talk', votes: { options: { a: 1 }, keptDown: 2 } });
  });
});

describe('any vote', () => {
  it('never counts more people than the team has, nor fewer than none', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5 }), fc.array(anyStep, { maxLength: 40 }), (people, steps) => {
        const round = play(newRound('d30', people), ...steps);
        expect(castIn(round)).toBeLessThanOrEqual(people);
        for (const count of [...Object.values(round.votes.options), round.votes.keptDown])
          expect(count).toBeGreaterThanOrEqual(0);
        if (round.at === 'talk') expect(castIn(round)).toBe(people);
      }),
    );
  });

  it('keeps its counts while the scene is read again', () => {
    const shown = play(ofThree, { type: 'begin', way: 'cards' }, { type: 'show' });
    const read = play(shown, { type: 'read-again' });
    expect([read.at, play(read, { type: 'talk-on' })]).toEqual(['scene', shown]);
    expect(play(ofThree, { type: 'talk-on' })).toBe(ofThree);
  });
});

describe('the agreement of a count', () => {
  it.each([
    [{}, 'none', false],
    [{ a: 4 }, 'one', false],
    [{ a: 3, b: 1 }, 'divided', true],
    [{ a: 2, b: 2 }, 'divided', false],
    [{ a: 1, b: 1 }, 'divided', false],
  ] as const)('of %j is %s', (options, agreement, alone) => {
    expect([agreementOf({ options, keptDown: 1 }), isOneAlone({ options, keptDown: 1 })]).toEqual([agreement, alone]);
  });
});

describe('a round that was kept', () => {
  it('continues only for the same decision and team', () => {
    const kept = JSON.parse(JSON.stringify(ofThree)) as unknown;
    expect(isRoundOf(kept, 'd30', 3)).toBe(true);
    expect([isRoundOf(kept, 'd01', 3), isRoundOf(kept, 'd30', 4), isRoundOf(undefined, 'd30', 3)]).toEqual([
      false,
      false,
      false,
    ]);
  });
});
