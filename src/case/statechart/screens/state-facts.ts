import type { StatechartEdge } from '#case/language/model/story-chart.ts';
import type { LaidOutStatechart } from '#case/statechart/use-cases/lay-out-chart.ts';
import type { StatechartPath } from './chart-props.ts';

/** A way with the title of the state at its other end. */
export interface TitledWay {
  readonly way: StatechartEdge;
  readonly other: string;
  readonly title: string;
}

/** The ways out of a state, in the order of the file; each once, however often it is drawn. */
export function waysOut(chart: LaidOutStatechart, state: string): TitledWay[] {
  return titled(
    chart,
    chart.edges.flatMap(({ from, ways }) => (from === state ? ways : [])),
    'to',
  );
}

/**
 * The ways out of a state as a reader tells them apart: an option that stands there in several versions, each for another
 * situation, is said once. It depends on the situation only where each of its versions does.
 */
export function distinctWaysOut(chart: LaidOutStatechart, state: string): TitledWay[] {
  const told = new Map<string, TitledWay>();
  for (const one of waysOut(chart, state)) {
    const name = JSON.stringify([one.way.type, one.way.label, one.title]);
    const known = told.get(name);
    if (!known || (known.way.conditional && !one.way.conditional)) told.set(name, one);
  }
  return [...told.values()];
}

/** The ways that lead to a state. */
export function waysIn(chart: LaidOutStatechart, state: string): TitledWay[] {
  return titled(
    chart,
    chart.edges.flatMap(({ to, ways }) => (to === state ? ways : [])),
    'from',
  );
}

function titled(chart: LaidOutStatechart, ways: readonly StatechartEdge[], end: 'from' | 'to'): TitledWay[] {
  const titles = new Map(chart.nodes.map(({ id, title }) => [id, title]));
  const once = new Map(ways.map((way) => [way.id, way]));
  return [...once.values()].map((way) => ({ way, other: way[end], title: titles.get(way[end]) ?? way[end] }));
}

/** The paths that a state lies on. */
export function pathsThrough(paths: readonly StatechartPath[], state: string): StatechartPath['kind'][] {
  return [...new Set(paths.filter(({ states }) => states.includes(state)).map(({ kind }) => kind))];
}
