/**
 * How often one of `mine` ranks above one of `rest`, ties counting half: the area under the ROC curve, computed from ranks
 * (Mann-Whitney), rounded to three digits.
 */
export function areaUnderCurve(mine: readonly number[], rest: readonly number[]): number {
  const all = [...mine.map((worth) => ({ worth, own: 1 })), ...rest.map((worth) => ({ worth, own: 0 }))].sort(
    (a, b) => a.worth - b.worth,
  );
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    let own = 0;
    while (to < all.length && all[to]?.worth === all[from]?.worth) own += all[to++]?.own ?? 0;
    ranks += (own * (from + to + 1)) / 2;
    from = to;
  }
  const area = (ranks - (mine.length * (mine.length + 1)) / 2) / (mine.length * rest.length);
  return Math.round(area * 1000) / 1000;
}
