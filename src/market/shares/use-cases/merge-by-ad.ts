import { InvariantError } from '#kernel/model/invariant.ts';

/** A line, and the index of the ad that it is about. */
export interface LineOfAd {
  readonly index: number;
  readonly line: Uint8Array;
}

/**
 * Merges lines about ads from several sources, each in rising order of the index: yields the lines of the indexes from 0,
 * `step`, twice `step` and so on, up to `size`. Of each source one line is in memory, and beside these the lines that are
 * yielded.
 */
export function* mergeByAd(
  sources: readonly Iterator<LineOfAd>[],
  size: number,
  step: number,
): Generator<{ readonly from: number; readonly to: number; readonly lines: readonly Uint8Array[] }> {
  const heads = sources.map((source) => source.next());
  for (let from = 0; from < size; from += step) {
    const places: (Uint8Array | undefined)[] = Array.from({ length: Math.min(step, size - from) });
    for (const [n, source] of sources.entries()) {
      let head = heads[n] as IteratorResult<LineOfAd>;
      while (!head.done && head.value.index < from + places.length) {
        const { index, line } = head.value;
        if (index < from || places[index - from])
          throw new InvariantError(`The line of ad ${index} has no place: check the shares again.`);
        places[index - from] = line;
        head = source.next();
      }
      heads[n] = head;
    }
    yield { from, to: from + places.length, lines: places.filter((line) => line !== undefined) };
  }
}
