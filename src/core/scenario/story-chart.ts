import type { CompiledBranch, CompiledScenario, CompiledState } from './compiled-scenario.ts';
import type { ScenarioEvent } from './create-machine.ts';
import type { Scenes } from './scenes.ts';

/** A state as a chart shows it; groups, regions and parallel states are boxes around those that name them as parent. */
export interface ChartNode {
  readonly id: string;
  /** `missing` stands for a target that no state has, so that a faulty draft can be drawn too. */
  readonly type: CompiledState['type'] | 'missing';
  /** The title of its scene. Without one it bears the titles with which it begins; the id where nothing has one. */
  readonly title: string;
  readonly stage: string;
  readonly parent?: string;
}

/** One way from a state to another. */
export interface ChartEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** What moves the case on; `part.finished` leads out of a group or parallel state that is done. */
  readonly type: ScenarioEvent['type'] | 'part.finished';
  readonly option?: string;
  /** The words of the option; empty where nothing is chosen. */
  readonly label: string;
  /** True where the way is open in some situations only. */
  readonly conditional?: true;
}

/** A scenario as states and ways between them; it tells nothing of what is right. */
export interface StoryChart {
  readonly scenario: string;
  /** Where the case begins. */
  readonly initial: string;
  /** Each box before what it holds, in the order of the file. */
  readonly nodes: readonly ChartNode[];
  readonly edges: readonly ChartEdge[];
  /** Where each box begins: one state, or each region of a parallel state. */
  readonly begins: Readonly<Record<string, readonly string[]>>;
}

/** The states of a scenario and the ways between them, for drawing. Takes drafts too: a target may be missing. */
export function storyChart(scenario: CompiledScenario, scenes: Scenes): StoryChart {
  const states = Object.entries(scenario.states);
  const edges = states.flatMap(([id, state]) => edgesOf(id, state, scenes));
  const nodes = states.map(
    ([id, { type, stage, parent }]): ChartNode => ({
      id,
      type,
      title: titleOf(id, scenario, scenes),
      stage,
      ...(parent !== undefined && { parent }),
    }),
  );
  const known = new Set(nodes.map(({ id }) => id));
  const missing = new Set(edges.map(({ to }) => to).filter((to) => !known.has(to)));
  return {
    scenario: scenario.id,
    initial: scenario.initial,
    nodes: [...nodes, ...[...missing].map((id): ChartNode => ({ id, type: 'missing', title: id, stage: '' }))],
    edges,
    begins: Object.fromEntries(states.flatMap(([id, state]) => beginsOf(id, state))),
  };
}

/** A box is called by the scenes with which it begins, its end by the box. A draft may lead in a circle: the id stands there. */
function titleOf(id: string, scenario: CompiledScenario, scenes: Scenes, over: readonly string[] = []): string {
  const own = scenes[id]?.title;
  const state = scenario.states[id];
  if (own !== undefined || !state || over.includes(id)) return own ?? id;
  const of = (other: string) => titleOf(other, scenario, scenes, [...over, id]);
  if (state.type === 'done' && state.parent !== undefined) return of(state.parent);
  if (state.type === 'parallel') return state.regions.map(of).join(' + ');
  return 'initial' in state ? `${of(state.initial)} …` : id;
}

function edgesOf(id: string, state: CompiledState, scenes: Scenes): ChartEdge[] {
  const ways = (type: ChartEdge['type'], branches: readonly CompiledBranch[]) =>
    branches.map(
      (branch, n): ChartEdge => ({
        id: `${id}/${n}`,
        from: id,
        to: branch.next,
        type,
        label: '',
        ...(branch.offered !== undefined && { conditional: true }),
      }),
    );
  const words = new Map(scenes[id]?.options.map((option) => [option.id, option.text]));
  const chosen = ('options' in state ? state.options : []).map(
    (option): ChartEdge => ({
      id: `${id}/${option.id}`,
      from: id,
      to: option.next,
      type: 'option.chosen',
      option: option.id,
      label: words.get(option.id) ?? option.id,
      ...(option.offered !== undefined && { conditional: true }),
    }),
  );
  switch (state.type) {
    case 'narrative':
    case 'inject':
      return ways('scene.continued', state.next);
    case 'exercise':
      return ways('exercise.committed', state.next);
    case 'timer':
      return [...chosen, ...ways('timer.elapsed', state.next)];
    case 'group':
    case 'parallel':
      return ways('part.finished', state.next);
    default:
      return chosen;
  }
}

function beginsOf(id: string, state: CompiledState): [string, readonly string[]][] {
  if (state.type === 'parallel') return [[id, state.regions]];
  return 'initial' in state ? [[id, [state.initial]]] : [];
}
