/**
 * How many actors of equal size would weigh the same: their number if all have equally many ads, less if a few have
 * most of them. Actors without ads do not count; 0 if there are none.
 * @see L. Kish, Survey Sampling, 1965, chapter 8.
 */
export function effectiveActors(ads: ArrayLike<number>): number {
  let [all, squares] = [0, 0];
  for (let actor = 0; actor < ads.length; actor++) {
    const own = ads[actor] as number;
    all += own;
    squares += own * own;
  }
  return squares === 0 ? 0 : (all * all) / squares;
}
