import { letterOf } from '#kernel/model/letter-of.ts';
import type { DraftFiles } from './draft.ts';
import type { EditPath, FileValue } from './edit.ts';

/** Fields of an entry, possibly incomplete. */
export type Fields = { readonly [key: string]: FileValue };

/** One way to act in a scene. */
export interface StudioOption extends Fields {
  readonly id: string;
}

/** A scene as in the file: `type` is one of the kinds of scene, all other fields may be missing. */
export interface StudioScene extends Fields {
  readonly type: string;
}

/** The story of a draft: in the form of a scenario, possibly with faults. */
export interface StudioStory extends Fields {
  readonly id: string;
  readonly initial: string;
  /** Every scene by its id, including scenes inside groups, which follow their group. */
  readonly states: { readonly [id: string]: StudioScene };
  /** Paths of the scenes inside groups; all others are under `states` of the file. */
  readonly places?: { readonly [id: string]: EditPath };
}

/** A draft as the parsed values of its files. */
export interface StudioCase {
  readonly story: StudioStory;
  readonly key: Fields;
  /** The kind of a new exercise: one that is whole with an empty brief. */
  readonly simplestKind: string;
  /** How it is run with a group; undefined without such a file. */
  readonly workshop?: Fields;
  /** Its texts in other languages, by locale. */
  readonly translations?: { readonly [locale: string]: Fields };
}

export const STORY_FILE = 'scenario.yaml';
export const KEY_FILE = 'key.yaml';
export const WORKSHOP_FILE = 'workshop.yaml';
/** A translation is named after its language. */
const TRANSLATION_FILE = /^([a-z]{2})\.yaml$/;

export const isFields = (value: FileValue | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields at a key; empty if it has no map. */
export const fieldsAt = (fields: Fields, key: string): Fields => {
  const held = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return isFields(held) ? held : {};
};

/** The list at a key; empty where there is none. */
export const listAt = (fields: Fields, key: string): readonly FileValue[] => {
  const held = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return Array.isArray(held) ? held : [];
};

/** The text at a key; empty where there is none. */
export const textAt = (fields: Fields, key: string): string => {
  const held = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return typeof held === 'string' ? held : '';
};

/** The options of a scene that can be edited one by one. */
export const optionsOf = (scene: StudioScene): readonly StudioOption[] =>
  listAt(scene, 'options').filter(
    (option): option is StudioOption => isFields(option) && typeof option.id === 'string',
  );

/** The letter under which an option is shown; undefined where the scene has no such option. */
export function optionLetter(scene: StudioScene, option: string): string | undefined {
  const place = optionsOf(scene).findIndex(({ id }) => id === option);
  return place < 0 ? undefined : letterOf(place);
}

/**
 * The case, if its files have the structure that cards need; undefined if only their text can be edited. Its content
 * may have any fault. Cards refer to entries of lists by index and to options by id, so entries have to be maps and ids
 * unique.
 */
export function studioCase(
  story: FileValue | undefined,
  key: FileValue | undefined,
  simplestKind: string,
  others: Readonly<Record<string, FileValue>> = {},
): StudioCase | undefined {
  if (!isFields(story) || typeof story.id !== 'string' || typeof story.initial !== 'string') return undefined;
  if (!isFields(story.states)) return undefined;
  const placed = placedScenes(story.states, ['states']);
  if (!placed.every(({ scene }) => isWholeScene(scene))) return undefined;
  const named = [fieldsAt(story, 'variables'), fieldsAt(story, 'roles')];
  if (!placed.every(({ id }) => isFree(id))) return undefined;
  if (!named.every((fields) => Object.keys(fields).every(isFree))) return undefined;
  if (story.stages !== undefined && !haveOwnIds(story.stages)) return undefined;
  if (key !== undefined && !isFields(key)) return undefined;
  if (!Object.values(fieldsAt(key ?? {}, 'decisions')).every(isWholeKey)) return undefined;
  // Without a prototype, because a transition may name a property that every object has, such as `constructor`.
  const states = Object.create(null) as Record<string, StudioScene>;
  const places = Object.create(null) as Record<string, EditPath>;
  for (const { id, scene, at } of placed) {
    // The checker refuses a second scene of one id; cards show the first.
    if (states[id]) continue;
    states[id] = scene as StudioScene;
    if (at.length > TOP) places[id] = at;
  }
  const workshop = others[WORKSHOP_FILE];
  const translations = Object.entries(others).flatMap(([file, value]) => {
    const locale = TRANSLATION_FILE.exec(file)?.[1];
    return locale !== undefined && isFields(value) ? [[locale, value] as const] : [];
  });
  return {
    story: { ...story, states, places } as StudioStory,
    key: key ?? {},
    simplestKind,
    ...(isFields(workshop) && { workshop }),
    ...(translations.length > 0 && { translations: Object.fromEntries(translations) }),
  };
}

/** Length of the path of a scene outside of groups. */
const TOP = 2;

interface PlacedScene {
  readonly id: string;
  readonly scene: FileValue;
  readonly at: EditPath;
}

/** The scenes of a map, each before those inside it. */
function placedScenes(states: Fields, place: EditPath): readonly PlacedScene[] {
  return Object.entries(states).flatMap(([id, scene]): readonly PlacedScene[] => {
    const at = [...place, id];
    return [{ id, scene, at }, ...heldMaps(scene).flatMap(({ held, to }) => placedScenes(held, [...at, ...to]))];
  });
}

/** The maps of scenes of a group or its regions, each with its path inside the group. */
function heldMaps(scene: FileValue | undefined): readonly { readonly held: Fields; readonly to: EditPath }[] {
  if (!isFields(scene)) return [];
  if (scene.type === 'group') return [{ held: fieldsAt(scene, 'states'), to: ['states'] }];
  if (scene.type !== 'parallel') return [];
  return Object.entries(fieldsAt(scene, 'regions')).map(([name, region]) => ({
    held: isFields(region) ? fieldsAt(region, 'states') : {},
    to: ['regions', name, 'states'],
  }));
}

/** Path of a scene in the file of the story. */
export const scenePath = ({ places }: StudioStory, id: string): EditPath => places?.[id] ?? ['states', id];

/** The path of a scene as one text, which is the prefix of the paths of all scenes inside it. */
export const placeOf = ({ places }: StudioStory, id: string): string =>
  places?.[id] === undefined ? `states/${id}/` : `${places[id].join('/')}/`;

/** The story as in the file, with scenes of groups only inside their group. */
export function writtenStory({ places, states, ...story }: StudioStory): Fields {
  return { ...story, states: Object.fromEntries(Object.entries(states).filter(([id]) => places?.[id] === undefined)) };
}

/** The case of a draft, from its parsed files; undefined also if its key cannot be parsed. */
export function caseOfDraft(
  files: DraftFiles,
  values: Readonly<Record<string, FileValue>>,
  simplestKind: string,
): StudioCase | undefined {
  if (Object.hasOwn(files, KEY_FILE) && values[KEY_FILE] === undefined) return undefined;
  return studioCase(values[STORY_FILE], values[KEY_FILE], simplestKind, values);
}

function isWholeScene(scene: FileValue): boolean {
  if (!isFields(scene) || typeof scene.type !== 'string') return false;
  const { options = [], hints = [], talk = [], next } = scene;
  if (!haveOwnIds(options) || !areEntries(hints) || !areEntries(talk) || (Array.isArray(next) && !areEntries(next)))
    return false;
  return (options as readonly Fields[]).every((option) => !Array.isArray(option.next) || areEntries(option.next));
}

/** False for a property that every object has, such as `constructor`, which edits would take for a field. */
const isFree = (name: string) => !(name in {});

const isWholeKey = (decision: FileValue) =>
  !isFields(decision) || decision.sources === undefined || areEntries(decision.sources);

const areEntries = (list: FileValue): boolean => Array.isArray(list) && (list as readonly FileValue[]).every(isFields);

function haveOwnIds(list: FileValue): boolean {
  if (!areEntries(list)) return false;
  const ids = (list as readonly Fields[]).map(({ id }) => id);
  return ids.every((id) => typeof id === 'string' && isFree(id)) && new Set(ids).size === ids.length;
}

/** The key of one decision; empty where there is none. */
export const decisionKey = ({ key }: StudioCase, scene: string): Fields => fieldsAt(fieldsAt(key, 'decisions'), scene);

/** The key of one option; empty where there is none. */
export const optionKey = (edited: StudioCase, scene: string, option: string): Fields =>
  fieldsAt(fieldsAt(decisionKey(edited, scene), 'options'), option);
