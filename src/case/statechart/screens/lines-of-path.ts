import type { StatechartPoint } from '#case/statechart/use-cases/draw-line.ts';
import type { LaidOutEdge, LaidOutStatechart } from '#case/statechart/use-cases/lay-out-chart.ts';

/** The drawn lines that a path runs along, each once; a step that no line stands for is left out. */
export function linesOfPath(chart: LaidOutStatechart, states: readonly string[]): (readonly StatechartPoint[])[] {
  const parents = new Map(chart.nodes.map(({ id, parent }) => [id, parent]));
  const withHolders = (id: string): string[] => {
    const parent = parents.get(id);
    return parent === undefined ? [id] : [id, ...withHolders(parent)];
  };
  const lines = new Set<LaidOutEdge>();
  for (const [n, to] of states.entries()) {
    const ends = withHolders(to);
    // Where parts go on beside each other, the state that led here may lie further back.
    for (const from of states.slice(0, n).toReversed()) {
      const starts = withHolders(from);
      const line = chart.edges.find((edge) => starts.includes(edge.from) && ends.includes(edge.to));
      if (!line) continue;
      lines.add(line);
      break;
    }
  }
  return [...lines].map(({ points }) => points);
}
