/** Counts of paths by score, kept for each range only from the first step into it to the last step out of it. */
export interface PathCountPool {
  /** Starts with one path of score 0. */
  begin(range: number): void;
  /** Adds every count of one range to another, at an offset of `shift`. */
  addAll(from: number, target: number, width: number, shift: number, targetWidth: number): void;
  forEach(range: number, width: number, visit: (n: number, paths: number) => void): void;
  /** Frees the range: it must not be used again. */
  free(range: number, width: number): void;
}

const INITIAL_CAPACITY = 4_096;

/** A pool of counts that reuses freed space, so that the working set stays small and in cache. */
export function createPathCountPool(ranges: number): PathCountPool {
  const places = new Int32Array(ranges).fill(-1);
  const left = new Map<number, number[]>();
  let counts = new Float64Array(INITIAL_CAPACITY);
  let used = 0;

  function take(range: number, width: number): number {
    const before = places[range] as number;
    if (before >= 0) return before;
    const place = left.get(width)?.pop() ?? used;
    if (place === used) {
      used += width;
      if (used > counts.length) {
        const larger = new Float64Array(Math.max(used, 2 * counts.length));
        larger.set(counts);
        counts = larger;
      }
    } else counts.fill(0, place, place + width);
    places[range] = place;
    return place;
  }

  return {
    begin(range) {
      counts[take(range, 1)] = 1;
    },
    addAll(from, target, width, shift, targetWidth) {
      const source = take(from, width);
      const first = take(target, targetWidth) + shift;
      // A local constant: the array does not change in the loop, and the engine can rely on that.
      const here = counts;
      for (let n = 0; n < width; n++) here[first + n] = (here[first + n] as number) + (here[source + n] as number);
    },
    forEach(range, width, visit) {
      const place = take(range, width);
      for (let n = 0; n < width; n++) visit(n, counts[place + n] as number);
    },
    free(range, width) {
      const place = places[range] as number;
      if (place < 0) return;
      const free = left.get(width);
      if (free) free.push(place);
      else left.set(width, [place]);
    },
  };
}
