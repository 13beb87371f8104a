import type { LaidOutNode } from '#case/statechart/use-cases/lay-out-chart.ts';

/** The states in which a play can begin: scenes, and boxes that begin with one. A part that is done is left at once. */
export function enterable(nodes: readonly LaidOutNode[]): LaidOutNode[] {
  return nodes.filter(({ type }) => type !== 'done' && type !== 'missing' && type !== 'region');
}
