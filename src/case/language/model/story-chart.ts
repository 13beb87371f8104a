import type { CompiledBranch, CompiledScenario, CompiledState } from './compiled-scenario.ts';
import type { ScenarioEvent } from './create-machine.ts';
import type { Scenes } from './scenes.ts';

/** A state in a chart; groups, regions and parallel states are boxes around the nodes that name them as parent. */
export interface StatechartNode {
  readonly id: string;
  /** `missing` stands for a target that does not exist, so that a faulty draft can be drawn too. */
  readonly type: CompiledState['type'] | 'missing';
  /** The title of its scene. A state without one has the titles of its initial scenes, or its id if these have none. */
  readonly title: string;
  readonly stage: string;
  readonly parent?: string;
}

/** A transition between two states. */
export interface StatechartEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The event of the transition; `part.finished` leaves a group or parallel state that is done. */
  readonly type: ScenarioEvent['type'] | 'part.finished';
  readonly option?: string;
  /** The text of the option; empty if nothing is chosen. */
  readonly label: string;
  /** True if the transition has a guard. */
  readonly conditional?: true;
}

/** A scenario as a graph of states and transitions, without ratings. */
export interface StoryStatechart {
  readonly scenario: string;
  /** Initial state of the case. */
  readonly initial: string;
  /** Parents before children, in the order of the file. */
  readonly nodes: readonly StatechartNode[];
  readonly edges: readonly StatechartEdge[];
  /** Initial states of each box: one state, or each region of a parallel state. */
  readonly begins: Readonly<Record<string, readonly string[]>>;
}

/** The graph of a scenario for drawing. Accepts drafts: a target may be missing. */
export function storyStatechart(scenario: CompiledScenario, scenes: Scenes): StoryStatechart {
  const states = Object.entries(scenario.states);
  const edges = states.flatMap(([id, state]) => edgesOf(id, state, scenes));
  const nodes = states.map(
    ([id, { type, stage, parent }]): StatechartNode => ({
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
    nodes: [...nodes, ...[...missing].map((id): StatechartNode => ({ id, type: 'missing', title: id, stage: '' }))],
    edges,
    begins: Object.fromEntries(states.flatMap(([id, state]) => beginsOf(id, state))),
  };
}

/**
 * A box has the titles of its initial scenes, its final state the title of the box. In a draft with a cycle the id is
 * used.
 */
function titleOf(id: string, scenario: CompiledScenario, scenes: Scenes, over: readonly string[] = []): string {
  const own = scenes[id]?.title;
  const state = scenario.states[id];
  if (own !== undefined || !state || over.includes(id)) return own ?? id;
  const of = (other: string) => titleOf(other, scenario, scenes, [...over, id]);
  if (state.type === 'done' && state.parent !== undefined) return of(state.parent);
  if (state.type === 'parallel') return state.regions.map(of).join(' + ');
  return 'initial' in state ? `${of(state.initial)} …` : id;
}

function edgesOf(id: string, state: CompiledState, scenes: Scenes): StatechartEdge[] {
  const ways = (type: StatechartEdge['type'], branches: readonly CompiledBranch[]) =>
    branches.map(
      (branch, n): StatechartEdge => ({
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
    (option): StatechartEdge => ({
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
