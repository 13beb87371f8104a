import { InvariantError } from '#kernel/model/invariant.ts';

/** Quantile of sorted values at a share from 0 to 1, by linear interpolation. */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) throw new InvariantError('No values have no quantile. Give at least one value.');
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] as number;
  return below + ((sorted[Math.ceil(place)] as number) - below) * (place - Math.floor(place));
}
