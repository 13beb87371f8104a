import type { Rng } from '#kernel/model/rng.ts';

/** What a re-post can change; a re-post with edit 0 stands as it was. */
export const EDITS = [
  'none',
  'price',
  'number',
  'dates',
  'title',
  'line dropped',
  'line added',
  'typo corrected',
  'still',
  'places left',
] as const;
export type RepostEdit = (typeof EDITS)[number];

/** One re-post in so many is edited (training value). */
const EDITED_ONE_IN = 3;

/** How often an edited re-post has each edit: one distribution for all actors (training values). */
const WEIGHTS: Readonly<Record<RepostEdit, number>> = {
  none: 0,
  price: 20,
  number: 4,
  dates: 14,
  title: 16,
  'line dropped': 10,
  'line added': 12,
  'typo corrected': 8,
  still: 10,
  'places left': 6,
};
const TOTAL = EDITS.reduce((sum, edit) => sum + WEIGHTS[edit], 0);

export const PRICE_EDIT = EDITS.indexOf('price');

/** The edit of a re-post, by its index in `EDITS`. It reads nothing of who posts. */
export function drawEdit(rng: Rng): number {
  if (rng.int(EDITED_ONE_IN) !== 0) return 0;
  let draw = rng.int(TOTAL);
  return EDITS.findIndex((edit) => {
    draw -= WEIGHTS[edit];
    return draw < 0;
  });
}
