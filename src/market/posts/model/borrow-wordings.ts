import type { WrittenGenre, WrittenSlot } from './genre-schemas.ts';

/** A genre that borrows the wordings of one that is not there, or that borrows itself. */
export class BorrowError extends Error {
  override name = 'BorrowError';
  readonly genre: string;
  constructor({ genre, wordings }: WrittenGenre) {
    super(`there is no genre ${wordings?.of} of the same family with wordings of its own`);
    this.genre = genre;
  }
}

/**
 * Gives each genre that words what it shows as another one does the slots of that genre, with its first versions and its
 * comments where it has none of its own. A sign that the genre words itself is not borrowed. Throws `BorrowError`.
 */
export const borrowWordings = (genres: readonly WrittenGenre[]): WrittenGenre[] =>
  genres.map((genre) => {
    if (!genre.wordings) return genre;
    const { of, without = [] } = genre.wordings;
    const lender = genres.find((one) => one.genre === of && one.family === genre.family);
    if (!lender || lender.wordings) throw new BorrowError(genre);
    const own = new Set(Object.values(genre.slots).flatMap(({ signs }) => Object.keys(signs ?? {})));
    const slots = Object.entries(lender.slots).map(([name, slot]) => [name, slotWithout(slot, without, own)]);
    return {
      ...genre,
      slots: { ...Object.fromEntries(slots), ...genre.slots },
      facts: { ...lender.facts, ...genre.facts },
      removed: genre.removed ?? lender.removed,
      comments: genre.comments ?? lender.comments,
    };
  });

function slotWithout({ signs, alike }: WrittenSlot, words: readonly string[], own: ReadonlySet<string>): WrittenSlot {
  return {
    ...(signs && { signs: wordedWithout(signs, words, own) }),
    ...(alike && { alike: wordedWithout(alike, words, own) }),
  };
}

function wordedWithout(
  worded: NonNullable<WrittenSlot['signs']>,
  words: readonly string[],
  own: ReadonlySet<string>,
): NonNullable<WrittenSlot['signs']> {
  const isFree = (line: string) => !words.some((word) => new RegExp(`\\b${word}\\b`, 'i').test(line));
  return Object.fromEntries(
    Object.entries(worded).flatMap(([id, lists]) => {
      const left = { practice: lists.practice.filter(isFree), assessment: lists.assessment.filter(isFree) };
      return own.has(id) ? [] : [[id, left]];
    }),
  );
}
