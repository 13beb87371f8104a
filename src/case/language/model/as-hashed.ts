import { hashedKind } from './kind-in-files.ts';
import type { InnerState, Scenario } from './schemas.ts';

type State = Scenario['states'][string] | InnerState;

/** The scenario as its hash is made of: with the ids that its kinds had first, so that a new id changes no hash. */
export const asHashed = (scenario: Scenario): object => ({ ...scenario, states: eachState(scenario.states) });

const eachState = (states: Readonly<Record<string, State>>): object =>
  Object.fromEntries(Object.entries(states).map(([id, state]) => [id, stateAsHashed(state)]));

function stateAsHashed(state: State): object {
  switch (state.type) {
    case 'exercise':
      return { ...state, kind: hashedKind(state.kind) };
    case 'group':
      return { ...state, states: eachState(state.states) };
    case 'parallel': {
      const regions = Object.entries(state.regions).map(([id, region]) => [
        id,
        { ...region, states: eachState(region.states) },
      ]);
      return { ...state, regions: Object.fromEntries(regions) };
    }
    default:
      return state;
  }
}
