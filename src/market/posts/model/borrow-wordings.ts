import type { Half, WrittenGenre, WrittenSlot } from './genre-schemas.ts';

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
 * comments where it has none of its own. Throws `BorrowError`.
 */
export const borrowWordings = (genres: readonly WrittenGenre[]): WrittenGenre[] =>
  genres.map((genre) => {
    if (!genre.wordings) return genre;
    const { of, without = [] } = genre.wordings;
    const lender = genres.find((one) => one.genre === of && one.family === genre.family);
    if (!lender || lender.wordings) throw new BorrowError(genre);
    const slots = Object.entries(lender.slots).map(([name, slot]) => [name, slotWithout(slot, without)]);
    return {
      ...genre,
      slots: { ...Object.fromEntries(slots), ...genre.slots },
      facts: { ...lender.facts, ...genre.facts },
      removed: genre.removed ?? lender.removed,
      comments: genre.comments ?? lender.comments,
    };
  });

function slotWithout({ signs, alike }: WrittenSlot, words: readonly string[]): WrittenSlot {
  return { ...(signs && { signs: wordedWithout(signs, words) }), ...(alike && { alike: wordedWithout(alike, words) }) };
}

function wordedWithout(worded: NonNullable<WrittenSlot['signs']>, words: readonly string[]) {
  const isFree = (line: string) => !words.some((word) => new RegExp(`\\b${word}\\b`, 'i').test(line));
  const half = (of: Half, lists: Readonly<Record<Half, readonly string[]>>) => lists[of].filter(isFree);
  return Object.fromEntries(
    Object.entries(worded).map(([id, lists]) => [
      id,
      { practice: half('practice', lists), assessment: half('assessment', lists) },
    ]),
  );
}
