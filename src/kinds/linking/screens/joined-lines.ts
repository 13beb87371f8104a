import type { ProposedEdge } from '#kinds/linking/model/play.ts';

/** Two ads with everything that was named as linking them. */
export interface JoinedLine {
  readonly a: string;
  readonly b: string;
  readonly kinds: readonly string[];
}

/** One line for each pair of ads, however many reasons it has, in the order in which the pairs were first linked. */
export function joinedLines(edges: readonly ProposedEdge[]): JoinedLine[] {
  const lines = new Map<string, JoinedLine>();
  for (const { a, b, kind } of edges) {
    const pair = `${a} ${b}`;
    const kinds = lines.get(pair)?.kinds ?? [];
    lines.set(pair, { a, b, kinds: [...kinds, kind] });
  }
  return [...lines.values()];
}
