/**
 * The area under the ROC curve: how often a positive ad is ranked above another one, ties counting half. 0.5 is chance.
 * Undefined if one of the two kinds is missing. Entry n of both lists counts the ads of rank n, lowest first.
 * @see J. A. Hanley and B. J. McNeil, 1982, Radiology 143.
 */
export function areaUnderCurve({
  positives,
  others,
}: {
  readonly positives: ArrayLike<number>;
  readonly others: ArrayLike<number>;
}): number | undefined {
  let below = 0;
  let wins = 0;
  let mine = 0;
  for (let rank = 0; rank < positives.length; rank++) {
    const positive = positives[rank] as number;
    const other = others[rank] as number;
    wins += positive * (below + other / 2);
    below += other;
    mine += positive;
  }
  return mine === 0 || below === 0 ? undefined : wins / (mine * below);
}
