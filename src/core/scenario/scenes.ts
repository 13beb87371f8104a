import type { ScenarioState } from './schemas.ts';

/** The words of one state, as a screen shows them; apart from the skeleton, so that they load when they are needed. */
export interface Scene {
  readonly title: string;
  readonly text: string;
  readonly talk: readonly { readonly who: string; readonly says: string }[];
  readonly question?: string;
  readonly note?: string;
  readonly options: readonly { readonly id: string; readonly text: string; readonly then: string }[];
}

export type Scenes = Readonly<Record<string, Scene>>;

/** The words of a scenario's states. */
export function scenesOf(states: Readonly<Record<string, ScenarioState>>): Scenes {
  return Object.fromEntries(Object.entries(states).map(([id, state]) => [id, sceneOf(state)]));
}

function sceneOf(state: ScenarioState): Scene {
  const { title, text } = state;
  const talk = 'talk' in state ? (state.talk ?? []) : [];
  if (state.type !== 'decision') return { title, text, talk, options: [] };
  const options = state.options.map((option) => ({ id: option.id, text: option.text, then: option.then }));
  return { title, text, talk, question: state.question, ...(state.note && { note: state.note }), options };
}
