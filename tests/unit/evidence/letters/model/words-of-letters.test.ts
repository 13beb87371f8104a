import { describe, expect, it } from 'vitest';
import { daysIn, namesOneOf, strangersIn } from '#evidence/letters/model/named-in-text.ts';
import { POINTS, saysOneOf } from '#evidence/letters/model/points.ts';

describe('words in a text field', () => {
  it.each([
    ['The ads may be DELETED.', ['delete'], true],
    ['They are un-deleted.', ['delete'], true],
    ['An undeleted page.', ['delete'], false],
    ['the  account\nholder is not   told', ['not told'], true],
    ['x', ['delete', 'x-ray'], false],
    ['', ['delete'], false],
    ['write to unit@ostrel.example', ['@'], true],
    ['anything', [''], false],
  ])('%j has one of %j: %s', (text, words, has) => {
    expect(saysOneOf(text, words)).toBe(has);
  });

  it('are never a single letter, which any text would contain by chance', () => {
    const all = Object.values(POINTS).flatMap((points) => points.flatMap(({ words }) => words));
    for (const word of all) expect(word === '@' || word.length > 2, word).toBe(true);
  });
});

describe('words that say what may be lost', () => {
  const words = POINTS['urgency']?.find(({ gap }) => gap === 'loss')?.words as readonly string[];

  it.each([
    ['The chats are kept for 60 days only.', true],
    ['The period ends on 4 May.', true],
    ['It runs out next week.', true],
    ['The person may be endangered.', false],
    ['Please hurry, this is important.', false],
  ])('%j: %s', (text, has) => {
    expect(saysOneOf(text, words)).toBe(has);
  });
});

describe('ids of ads and accounts in a text', () => {
  it('are found as pages write them, each once', () => {
    expect(strangersIn('Ads 0302, 0309 and 0302; account A-4767, a-9104.', ['0302', 'a-4767'])).toEqual([
      '0309',
      'a-9104',
    ]);
    expect(namesOneOf('ad 0302: one number', ['0302'])).toBe(true);
    expect(namesOneOf('ad 0302: one number', ['0309'])).toBe(false);
  });

  it.each([
    'file OST-0312',
    'at 09:30',
    'at 0930:15',
    'at 0930 UTC',
    'at 0930h',
    '+999 500 001 475',
    '2031-03-12',
    'extra-4767',
    '10302',
    '5.0302',
  ])('are not seen in %s', (text) => {
    expect(strangersIn(text, [])).toEqual([]);
  });
});

describe('dates in a text', () => {
  it.each([
    ['on 12 March 2031', ['2031-03-12']],
    ['on 3 May', ['2031-05-03']],
    ['on March 12, 2030 and 2031-02-09', ['2031-02-09', '2030-03-12']],
    ['5 Sept, 7. of December', ['2031-09-05', '2031-12-07']],
    ['it may 12 times show 3 marks, 2 mayors, 40 march', []],
    ['three ads, 45 minutes, 2031', []],
  ])('%s', (text, days) => {
    expect(daysIn(text, '2031-03-19T10:00:00Z')).toEqual(days);
  });
});
