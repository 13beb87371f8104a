import type { ModelStep, ScoreReport } from '#case/scoring/model/score-report.ts';
import type { StatechartPath, StateTone } from '#case/statechart/screens/chart-props.ts';
import type { LaidOutStatechart } from '#case/statechart/use-cases/lay-out-chart.ts';
import { couldHaveHarmed } from './rating-look.ts';

/** The path of an attempt and the model path through the chart of its case; of a retry what was taken over stands apart. */
export function pathsThrough(chart: LaidOutStatechart, { route, retry, ending, model }: ScoreReport): StatechartPath[] {
  const from = retry?.from ?? 0;
  const taken = route.filter(({ seq }) => seq < from).map(({ state }) => state);
  const own = route.filter(({ seq }) => seq >= from).map(({ state }) => state);
  const you = ending ? [...own, ending] : own;
  const [first] = you;
  return [
    ...(taken.length > 0 ? [{ kind: 'retry' as const, states: first === undefined ? taken : [...taken, first] }] : []),
    { kind: 'you', states: you },
    { kind: 'model', states: routeOf(chart, model) },
  ];
}

/** The states in which the model path chooses nothing, though something could be chosen: it waits there. */
export function waitsOfModel(chart: LaidOutStatechart, { model }: Pick<ScoreReport, 'model'>): ReadonlySet<string> {
  const timers = new Set(chart.nodes.filter(({ type }) => type === 'timer').map(({ id }) => id));
  const chosen = new Set(model.map(({ state }) => state));
  return new Set(routeOf(chart, model).filter((id) => timers.has(id) && !chosen.has(id)));
}

/** The states with steps that could have harmed, a red line or a step that is rated harmful. The signs are those of the ratings. */
export function tonesOfPath({ path }: Pick<ScoreReport, 'path'>): Record<string, StateTone> {
  const tones: Record<string, StateTone> = {};
  for (const step of path.filter(couldHaveHarmed))
    if (tones[step.state] !== 'stop') tones[step.state] = step.rating === 'red' ? 'stop' : 'error';
  return tones;
}

/** All states on the way of these choices. A model path names its choices only, so the nearest way between them is taken. */
function routeOf(chart: LaidOutStatechart, steps: readonly ModelStep[]): string[] {
  const states: string[] = [];
  let at: string | undefined = chart.initial;
  for (const { state, option } of steps) {
    states.push(...wayBetween(chart, at, (id) => id === state), state);
    const chosen = chart.edges.flatMap(({ ways }) => ways);
    at = chosen.find((way) => way.from === state && way.option === option)?.to;
  }
  const isEnd = new Set(chart.nodes.filter(({ type }) => type === 'end').map(({ id }) => id));
  const rest = wayBetween(chart, at, (id) => isEnd.has(id));
  const end = endOf(chart, rest, at, isEnd);
  return end === undefined ? states : [...states, ...rest, end];
}

/** The end that a way without further choices leads to. */
function endOf(
  chart: LaidOutStatechart,
  rest: readonly string[],
  at: string | undefined,
  isEnd: ReadonlySet<string>,
): string | undefined {
  const last = rest.at(-1);
  if (last === undefined) return at !== undefined && isEnd.has(at) ? at : undefined;
  return nextOf(chart, last).find((id) => isEnd.has(id));
}

/** The states from one on, without choosing anything, up to the first that is sought; none where there is no such way. */
function wayBetween(chart: LaidOutStatechart, from: string | undefined, isSought: (id: string) => boolean): string[] {
  if (from === undefined || isSought(from)) return [];
  const before = new Map<string, string | undefined>([[from, undefined]]);
  for (const id of before.keys()) {
    for (const next of nextOf(chart, id)) {
      if (isSought(next)) return backFrom(before, id);
      if (!before.has(next)) before.set(next, id);
    }
  }
  return [];
}

function backFrom(before: ReadonlyMap<string, string | undefined>, last: string): string[] {
  const way: string[] = [];
  for (let at: string | undefined = last; at !== undefined; at = before.get(at)) way.unshift(at);
  return way;
}

/** Where a state leads without a choice: on, into a box, or out of one that is done. */
function nextOf(chart: LaidOutStatechart, id: string): string[] {
  const node = chart.nodes.find((candidate) => candidate.id === id);
  if (!node) return [];
  const on = chart.edges.flatMap(({ ways }) => ways.filter((way) => way.from === id && way.type !== 'option.chosen'));
  const inside = node.box ? chart.nodes.filter(({ parent }) => parent === id).map((child) => child.id) : [];
  const out = node.type === 'done' || node.type === 'region' ? [node.parent] : [];
  return [...on.map(({ to }) => to), ...inside, ...out].filter((next) => next !== undefined);
}
