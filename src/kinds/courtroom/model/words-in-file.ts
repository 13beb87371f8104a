import type { Bundle } from '#evidence/court-file/model/bundle.ts';
import { stringsIn } from '#safety/content/model/strings-in.ts';

/** Number of words of a bundle that are read: exhibits, motions and all questions. */
export function wordsInFile({ opening, exhibits, motions, judgment, form }: Bundle): number {
  const read = [
    opening,
    exhibits.map(({ title, from, places }) => [title, from, places]),
    motions,
    judgment,
    form?.items ?? [],
  ];
  return [...stringsIn(read)].reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
}
