import { describe, expect, it } from 'vitest';
import { TestCardSchema } from '#market/platforms/model/schemas.ts';
import { testCards } from '#market/platforms/model/simulate-moderation.ts';
import { TEST_CARDS } from '#market/platforms/model/test-cards.ts';
import { aTestOf, MARKET_ID } from '../../../../support/market/platforms/a-moderation-test.ts';

const cards = testCards(MARKET_ID);
const [first] = cards;

/** Every text in an object, however deep. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(texts) : [];
}

describe('a test card (C14)', () => {
  it('says TEST, says that it is synthetic, and names its market', () => {
    expect(cards.map(({ id }) => id)).toEqual(Array.from({ length: 14 }, (_, n) => `TC${n + 1}`));
    for (const card of cards) {
      expect(card).toMatchObject({ kind: 'test-card', banner: 'TEST', synthetic: true, marketId: MARKET_ID });
      expect(TestCardSchema.safeParse(card).error).toBeUndefined();
    }
  });

  it('contains numbers and codes, and no text with a blank', () => {
    expect(texts(cards).filter((text) => !/^[A-Za-z0-9-]+$/.test(text))).toEqual([]);
  });

  it('expresses age, minority or youth only by a number in a field', () => {
    const words = texts(cards).flatMap((text) => text.toLowerCase().split('-'));

    expect(words.filter((word) => /^(?:minor|child|young|teen|girl|boy|school|youth|student)/.test(word))).toEqual([]);
    expect(cards.filter(({ fields }) => (fields.declaredAge ?? 99) < 18).map(({ id }) => id)).toEqual(['TC1', 'TC3']);
  });

  it.each([
    ['a text field', { text: 'Call' }],
    ['a title', { title: 'x' }],
    ['a price', { price: 100 }],
    ['a picture', { media: ['x'] }],
    ['another banner', { banner: 'REAL' }],
    ['no mark that it is synthetic', { synthetic: false }],
    ['a sentence in place of a code', { tests: 'what a nice card' }],
    ['a text among its fields', { fields: { description: 'x' } }],
    ['a sentence in place of an id', { fields: { documentId: 'the same paper' } }],
    ['a telephone number in place of an id', { fields: { phoneId: '+999 555 0101' } }],
    ['an age in words', { fields: { declaredAge: 'seventeen' } }],
  ])('is refused with %s', (_, change) => {
    expect(TestCardSchema.safeParse({ ...first, ...change }).success).toBe(false);
  });

  it('requires a reaction within a time, or before publication where posting shows the violation', () => {
    for (const { plainAtPosting, reporter, dueHours, lawful } of TEST_CARDS) {
      if (reporter) expect(dueHours).toBeGreaterThan(0);
      else expect([dueHours, plainAtPosting]).toEqual([0, !lawful]);
    }
  });
});

describe('the log of a test (C14)', () => {
  it('contains only ids, codes and times', () => {
    const { log } = aTestOf({ answers: 'nobody', ageCheck: 0, overBlocking: 50 });

    expect(texts(log).filter((text) => !/^[A-Za-z0-9.:-]+$/.test(text))).toEqual([]);
  });
});
