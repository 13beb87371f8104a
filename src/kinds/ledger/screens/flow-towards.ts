import type { Direction } from '#case/statechart/screens/move-along.ts';
import type { FlowLayout } from './lay-out-flow.ts';

/** The node in that direction: along the largest payment to the left or right, or the next one of the same column. */
export function flowTowards(
  { nodes, ribbons }: Pick<FlowLayout, 'nodes' | 'ribbons'>,
  id: string,
  direction: Direction,
): string | undefined {
  const largest = (of: 'from' | 'to', other: 'from' | 'to') =>
    ribbons.filter((ribbon) => ribbon[of] === id).toSorted((a, b) => b.sim - a.sim)[0]?.[other];
  if (direction === 'right') return largest('from', 'to');
  if (direction === 'left') return largest('to', 'from');
  const at = nodes.find((node) => node.id === id);
  const own = nodes.filter(({ x }) => x === at?.x).toSorted((a, b) => a.y - b.y);
  const place = own.findIndex((node) => node.id === id);
  return own[place + (direction === 'down' ? 1 : -1)]?.id;
}
