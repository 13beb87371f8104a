import { describe, expect, it } from 'vitest';
import { BorrowError, borrowWordings } from '#market/posts/model/borrow-wordings.ts';
import { GenreSchema, type WrittenGenre } from '#market/posts/model/genre-schemas.ts';

const genre = (written: object): WrittenGenre => GenreSchema.parse({ family: 'jobs', speaks: 'we', ...written });
const FARM = genre({
  genre: 'farm',
  slots: {
    contact: {
      signs: { 'n-messenger-only': { practice: ['Messages only', 'Write to the farm'], assessment: ['Texts only'] } },
    },
  },
  comments: { neutral: [['Still free?', 'Yes']] },
});

describe('a genre that borrows wordings', () => {
  it('has the slots and the comments of the other genre, without lines that hold a word', () => {
    const slip = genre({ genre: 'slip', wordings: { of: 'farm', without: ['farm'] } });
    const [, borrowed] = borrowWordings([FARM, slip]);

    expect(borrowed?.slots).toEqual({
      contact: { signs: { 'n-messenger-only': { practice: ['Messages only'], assessment: ['Texts only'] } } },
    });
    expect(borrowed?.comments).toEqual(FARM.comments);
  });

  it('keeps what it words itself', () => {
    const own = { pay: { signs: { 'n-cash-or-crypto': { practice: ['Cash'], assessment: ['In cash'] } } } };
    const [, borrowed] = borrowWordings([FARM, genre({ genre: 'slip', wordings: { of: 'farm' }, slots: own })]);

    expect(Object.keys(borrowed?.slots ?? {})).toEqual(['contact', 'pay']);
  });

  it('borrows no wordings of a sign that it words in another slot', () => {
    const own = { pay: { signs: { 'n-messenger-only': { practice: ['Write'], assessment: ['Write us'] } } } };
    const [, words] = borrowWordings([FARM, genre({ genre: 'slip', wordings: { of: 'farm' }, slots: own })]);

    expect(words?.slots).toEqual({ contact: { signs: {} }, ...own });
  });

  it.each([
    ['no such genre', { of: 'barn' }],
    ['a genre of another family', { of: 'solo' }],
  ])('is refused where there is %s', (_, wordings) => {
    const solo = { ...FARM, genre: 'solo', family: 'services' as const };
    expect(() => borrowWordings([FARM, solo, genre({ genre: 'slip', wordings })])).toThrow(BorrowError);
  });
});
