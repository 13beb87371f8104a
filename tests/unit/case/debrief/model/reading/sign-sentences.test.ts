import { describe, expect, it } from 'vitest';
import { SIGN_SENTENCES, type SignReadings } from '#case/debrief/model/reading/sign-sentences.ts';
import { sentencesFrom } from '#kernel/model/sentence.ts';

const sign = (hits: number, misses: number, falseFlags = 0, traps = 0) => ({ hits, misses, falseFlags, traps });
const said = (counts: SignReadings) => sentencesFrom(SIGN_SENTENCES, counts).map(({ id, params }) => [id, params]);

describe('the sentences on signs', () => {
  it('are none where no sign was planted and none was named', () => {
    expect(said({})).toEqual([]);
  });

  it('say that all were found only where some were planted', () => {
    expect(said({ a: sign(2, 0), b: sign(1, 0) })).toEqual([['sign.clean', { count: 3 }]]);
    expect(said({ a: sign(0, 0) })).toEqual([]);
  });

  it('name the number of planted signs to a reader who marked none', () => {
    expect(said({ a: sign(0, 2), b: sign(0, 1) })).toEqual([
      ['sign.unmarked', { count: 3 }],
      ['sign.weakest', { sign: 'a', misses: 2, wrong: 0 }],
    ]);
  });

  it('name the sign with most errors, missed and misnamed together', () => {
    expect(said({ a: sign(5, 1), b: sign(0, 1, 1, 1) })).toEqual([
      ['sign.weakest', { sign: 'b', misses: 1, wrong: 2 }],
    ]);
  });

  it('name several signs with equally many errors', () => {
    expect(said({ c: sign(1, 2), a: sign(1, 0, 2), b: sign(0, 1) })).toEqual([
      ['sign.weakest.several', { signs: 'a, c', count: 2 }],
    ]);
  });
});
