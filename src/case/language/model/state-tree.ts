import type { InnerState, Scenario, ScenarioState } from './schemas.ts';

/** A region of a parallel state. */
export interface Region {
  readonly type: 'region';
  readonly initial: string;
  readonly states: Readonly<Record<string, InnerState>>;
}

/** A state of a scenario with its location: in the file, in the story, and in the group or region that contains it. */
export interface TreeState {
  readonly id: string;
  readonly state: ScenarioState | Region;
  readonly path: readonly (string | number)[];
  readonly stage: string;
  readonly parent: string | undefined;
}

/** Every state of a scenario, including groups and regions, parents before children, in the order of the file. */
export function stateTree({ states }: Pick<Scenario, 'states'>): TreeState[] {
  const found: TreeState[] = [];
  const visit = (
    inner: Readonly<Record<string, ScenarioState>>,
    path: readonly (string | number)[],
    stage: string,
    parent: string | undefined,
  ) => {
    for (const [id, state] of Object.entries(inner)) {
      const here = [...path, id];
      const own = ('stage' in state && state.stage) || stage;
      found.push({ id, state, path: here, stage: own, parent });
      if (state.type === 'group') visit(state.states, [...here, 'states'], own, id);
      if (state.type !== 'parallel') continue;
      for (const [name, region] of Object.entries(state.regions)) {
        const place = [...here, 'regions', name];
        found.push({ id: name, state: { type: 'region', ...region }, path: place, stage: own, parent: id });
        visit(region.states, [...place, 'states'], own, name);
      }
    }
  };
  visit(states, ['states'], '', undefined);
  return found;
}
