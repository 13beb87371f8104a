/** Something that lies over a stretch of text, in characters; the last one is not included. */
export interface Laid {
  readonly from: number;
  readonly to: number;
}

/** A piece of text over which the same things lie from its first to its last character. */
export interface TextPiece<Over extends Laid> {
  readonly from: number;
  readonly text: string;
  /** What lies over it, the longest first. */
  readonly over: readonly Over[];
  /** What ends with it: here its number stands. */
  readonly ends: readonly Over[];
}

/** Cuts a text that begins at `start` wherever something over it begins or ends. What lies outside is left out. */
export function cutText<Over extends Laid>(text: string, start: number, laid: readonly Over[]): TextPiece<Over>[] {
  const end = start + text.length;
  const here = laid
    .filter(({ from, to }) => from < end && to > start)
    .sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  const edges = new Set([start, end]);
  for (const { from, to } of here) for (const edge of [from, to]) if (edge > start && edge < end) edges.add(edge);
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, n) => {
    const to = cuts[n + 1] ?? end;
    const over = here.filter((one) => one.from <= from && one.to >= to);
    return {
      from,
      text: text.slice(from - start, to - start),
      over,
      ends: over.filter((one) => one.to === to),
    };
  });
}
