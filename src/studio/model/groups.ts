import { fieldsAt, isFields, placeOf, type StudioStory, textAt } from './studio-case.ts';

/** The kinds of scene that contain others: a group with one exit, and parallel regions. */
export const GROUP_TYPES = ['group', 'parallel'] as const;
export type GroupType = (typeof GROUP_TYPES)[number];

export const isGroup = (type: string): type is GroupType => (GROUP_TYPES as readonly string[]).includes(type);

/** The container of a scene: its group, and the region of the group if it has several. */
export interface SceneHolder {
  readonly group: string;
  readonly region?: string;
}

/** The container of a scene; undefined outside of groups. */
export function holderOf(story: StudioStory, id: string): SceneHolder | undefined {
  const path = story.places?.[id];
  if (!path) return undefined;
  const [kind, name] = path.slice(-4, -2).map(String);
  if (kind !== 'regions') return { group: name ?? '' };
  return { group: String(path.at(-5)), region: name ?? '' };
}

/** The part of the case that a scene belongs to: its own, or that of the group around it. */
export function stageOf(story: StudioStory, id: string): string {
  const own = textAt(story.states[id] ?? { type: '' }, 'stage');
  const holder = own === '' ? holderOf(story, id) : undefined;
  return holder ? stageOf(story, holder.group) : own;
}

/** Ids of all scenes of the same group or region, including the scene itself. */
export function besideScene(story: StudioStory, id: string): readonly string[] {
  const map = mapOf(story, id);
  return Object.keys(story.states).filter((other) => mapOf(story, other) === map);
}

/** The path of the map that contains a scene, as one text. */
export const mapOf = (story: StudioStory, id: string): string =>
  story.places?.[id] === undefined ? 'states/' : `${story.places[id].slice(0, -1).join('/')}/`;

/** Ids of all scenes inside a group, including nested groups. */
export function heldBy(story: StudioStory, group: string): readonly string[] {
  const inside = placeOf(story, group);
  return Object.keys(story.places ?? {}).filter((id) => id !== group && placeOf(story, id).startsWith(inside));
}

/** Names of the regions of a scene, in the order of the file. */
export const regionsOf = (story: StudioStory, id: string): readonly string[] =>
  Object.entries(fieldsAt(story.states[id] ?? { type: '' }, 'regions')).flatMap(([name, region]) =>
    isFields(region) ? [name] : [],
  );

/** Every id that a new scene must not have. */
export const takenIds = (story: StudioStory): readonly string[] =>
  Object.keys(story.states).flatMap((id) => [id, ...regionsOf(story, id)]);
