import { describe, expect, it } from 'vitest';
import { suits, typeLine } from '#market/posts/model/typing.ts';

describe('a line that takes the place of one of an ad', () => {
  it('begins with a capital letter and ends as the others do', () => {
    expect(typeLine('call the house', { hand: 'plain', lower: false, end: '.' })).toBe('Call the house.');
    expect(typeLine('Call the house!', { hand: 'plain', lower: false, end: '.' })).toBe('Call the house!');
    expect(typeLine('Call the house', { hand: 'plain', lower: false, end: '' })).toBe('Call the house');
  });

  it('is in small letters where the ad is', () => {
    expect(typeLine('Only here in Ostrel', { hand: 'casual', lower: true, end: '' })).toBe('only here in ostrel');
  });

  it('leaves out two articles of three, and nothing else, where somebody learns the language', () => {
    expect(
      typeLine('Ring the bell at a door, an hour, the-end, other rooms, theatre', {
        hand: 'learner',
        lower: false,
        end: '',
      }),
    ).toBe('Ring bell at door, an hour, the-end, other rooms, theatre');
  });

  it('suits the hands for which it is written', () => {
    expect(suits({ register: 'casual' }, 'casual')).toBe(true);
    expect(suits({ register: 'casual' }, 'learner')).toBe(false);
    expect(suits({ register: 'any' }, 'terse')).toBe(true);
  });
});
