import type { LaidOutNode, LaidOutStatechart } from '#case/statechart/use-cases/lay-out-chart.ts';

export type Direction = 'down' | 'up' | 'left' | 'right';

/** The states that can be stood on: all but boxes. */
export function standable(chart: LaidOutStatechart): LaidOutNode[] {
  return chart.nodes.filter(({ box }) => !box);
}

/**
 * The state that an arrow key leads to: down along a way that leads on, up along one that led here, sideways to the next
 * state at the same height. Undefined where there is none.
 */
export function moveAlong(chart: LaidOutStatechart, from: string, direction: Direction): string | undefined {
  const here = chart.nodes.find(({ id }) => id === from);
  if (!here) return undefined;
  const other = (id: string) => (id === from ? [] : leafNodes(chart, id));
  switch (direction) {
    case 'down':
      return nearest(
        here,
        linesAt(chart, here, 'from').flatMap(({ to }) => other(to)),
      );
    case 'up':
      return nearest(
        here,
        linesAt(chart, here, 'to').flatMap((edge) => other(edge.from)),
      );
    default:
      return nearest(
        here,
        standable(chart).filter(
          (node) =>
            Math.abs(node.y - here.y) < here.height && (direction === 'left' ? node.x < here.x : node.x > here.x),
        ),
      );
  }
}

/** Lines that leave or meet a state; a box that it ends or begins speaks for it. */
function linesAt(chart: LaidOutStatechart, { id, type, parent }: LaidOutNode, end: 'from' | 'to') {
  const own = chart.edges.filter((edge) => edge[end] === id);
  if (own.length > 0 || (end === 'from' && type !== 'done')) return own;
  const around = holdersOf(chart, parent);
  return chart.edges.filter((edge) => around.includes(edge[end]));
}

function holdersOf(chart: LaidOutStatechart, parent: string | undefined): string[] {
  if (parent === undefined) return [];
  return [parent, ...holdersOf(chart, chart.nodes.find(({ id }) => id === parent)?.parent)];
}

/** The states inside a box; the state itself where it is none. */
function leafNodes(chart: LaidOutStatechart, id: string): LaidOutNode[] {
  const node = chart.nodes.find((candidate) => candidate.id === id);
  if (!node) return [];
  if (!node.box) return [node];
  return chart.nodes.filter(({ parent }) => parent === id).flatMap((child) => leafNodes(chart, child.id));
}

function nearest(here: LaidOutNode, nodes: readonly LaidOutNode[]): string | undefined {
  const away = (node: LaidOutNode) => Math.hypot(node.x - here.x, node.y - here.y);
  return nodes.toSorted((a, b) => away(a) - away(b))[0]?.id;
}
