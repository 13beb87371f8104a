import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '#evidence/drill/model/typical-errors.ts';
import { DATA_CATEGORIES, LETTER_KINDS } from '#evidence/letters/model/letter.ts';
import { LETTER_PARTS } from '#evidence/letters/model/letter-parts.ts';
import { dataWords, kindWords, outcomeWords } from '#evidence/letters/screens/letter-words.ts';
import { faultWords } from '#evidence/locker/screens/fault-words.ts';
import { ANSWER_REASONS } from '#kinds/requests/model/answer-letter.ts';
import { durationWords } from '#kinds/requests/screens/desk-words.ts';
import { adviceOn, partName, reasonWords } from '#kinds/requests/screens/request-words.ts';

const SENTENCE = /^\S.+[.]$/;

describe('letters in words', () => {
  it('every part of a letter has a name, and advice on what to say in it', () => {
    for (const { part } of Object.values(LETTER_PARTS).flat()) {
      expect(partName(part)).not.toBe(part);
      expect(adviceOn(part)).toMatch(SENTENCE);
    }
  });

  it('every reason of an answer is said, as the answer says it', () => {
    for (const reason of ANSWER_REASONS) expect(reasonWords(reason, 'L-01')).toMatch(SENTENCE);
  });

  it('kinds, data and outcomes have a name each, and no two the same', () => {
    const names = [
      ...LETTER_KINDS.map(kindWords),
      ...DATA_CATEGORIES.map(dataWords),
      ...(['acknowledged', 'partial', 'refused'] as const).map(outcomeWords),
    ];

    expect(new Set(names).size).toBe(15);
  });
});

describe('a typical error in words', () => {
  it('says where it is seen and what a court may ask', () => {
    for (const code of ERROR_CODES) {
      const { name, seen, court } = faultWords(code);
      expect(name).not.toBe('');
      expect(seen).toMatch(SENTENCE);
      expect(court).toContain('A court may ask');
    }
  });
});

describe('an amount of case time', () => {
  it.each([
    [0, '0 min'],
    [40, '40 min'],
    [240, '4 h'],
    [2880, '2 d'],
    [7190, '4 d 23 h 50 min'],
    [1450, '1 d 10 min'],
  ])('%d minutes: %s', (minutes, words) => {
    expect(durationWords(minutes)).toBe(words);
  });
});
