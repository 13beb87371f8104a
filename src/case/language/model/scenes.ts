import type { Role } from './role.ts';
import type { Scenario, ScenarioState, Talk } from './schemas.ts';
import { stateTree, type TreeState } from './state-tree.ts';

/** Texts for one role that replace those of a scene. */
export interface SceneView {
  readonly text?: string;
  readonly talk?: Talk;
  readonly question?: string;
  readonly note?: string;
}

/** The texts of one state for the screen; separate from the compiled scenario, so that they are loaded on demand. */
export interface Scene {
  readonly title: string;
  readonly text: string;
  readonly talk: Talk;
  readonly question?: string;
  readonly note?: string;
  /** Who brings the inject. */
  readonly from?: string;
  /** Content notice shown before a heavy scene. */
  readonly notice?: string;
  readonly hints?: readonly { readonly text: string; readonly cost: number }[];
  readonly options: readonly { readonly id: string; readonly text: string; readonly then: string }[];
  readonly views?: Readonly<Partial<Record<Role, SceneView>>>;
}

export type Scenes = Readonly<Record<string, Scene>>;

/** The texts of a scenario's states. */
export function scenesOf(scenario: Pick<Scenario, 'states'>, tree: readonly TreeState[] = stateTree(scenario)): Scenes {
  return Object.fromEntries(
    tree.flatMap(({ id, state }) => {
      const scene = state.type === 'region' ? undefined : sceneOf(state);
      return scene ? [[id, scene] as const] : [];
    }),
  );
}

/** The texts of a scene for that role. */
export function sceneFor(scene: Scene, role: Role | undefined): Scene {
  const { views, ...words } = scene;
  return { ...words, ...(role && views?.[role]) };
}

function sceneOf(state: ScenarioState): Scene | undefined {
  if (!('title' in state)) return undefined;
  const { title, text } = state;
  if (state.type === 'end') return { title, text, talk: [], options: [] };
  const options = ('options' in state && state.options) || [];
  return {
    title,
    text,
    talk: state.talk ?? [],
    ...(state.type === 'decision' && { question: state.question, ...(state.note && { note: state.note }) }),
    ...(state.type === 'inject' && { from: state.from }),
    ...(state.notice && { notice: state.notice }),
    ...('hints' in state && state.hints && { hints: state.hints }),
    options: options.map((option) => ({ id: option.id, text: option.text, then: option.then })),
    ...(state.views && { views: state.views as NonNullable<Scene['views']> }),
  };
}
