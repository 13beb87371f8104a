import { describe, expect, it } from 'vitest';
import { boardOf } from '#room/model/board.ts';
import { tellBoard } from '#room/use-cases/tell-board.ts';
import { POST, STORY_MARKET } from '../../../support/market/story-market.ts';
import { aRoom } from '../../../support/room/a-room.ts';

describe('a sign that teams missed', () => {
  const { part, whole } = aRoom();
  const board = boardOf([], whole.material, whole.answers);
  const wordsAt = (locator: string) => {
    const places = [{ ad: POST.id, locator, missedBy: ['t1'], seenBy: [] }];
    const sign = { indicator: 'lj-vague-employer', seenBy: [], missedBy: ['t1'], restsOn: 1, of: 1, places };
    const told = tellBoard({ ...board, signs: [sign] }, { ...part, market: STORY_MARKET }, whole.answers);
    return told.signs[0]?.ad?.words;
  };

  it.each([
    ['s2', 'Bus from the station.'],
    ['s4', 'He waits in the car.'],
    ['f:pay', 'SIM 4600 a month'],
    ['f:offered', 'bed in a shared house'],
    ['v1:s4', 'He waits in the car.'],
    ['c1', 'Which company is it?'],
  ])('is quoted at %s', (locator, words) => {
    expect(wordsAt(locator)).toBe(words);
  });

  it.each(['r:payer', 'f:employer', 'v3:s1', 'c9', 's9'])('has no words at %s', (locator) => {
    expect(wordsAt(locator)).toBeUndefined();
  });
});
