import { letterOf } from '#core/kernel/letter-of.ts';
import type { DraftFiles } from './draft.ts';
import type { EditPath, FileValue } from './edit.ts';

/** Fields of an entry, as far as its author has written them. */
export type Fields = { readonly [key: string]: FileValue };

/** One way to act in a scene. */
export interface StudioOption extends Fields {
  readonly id: string;
}

/** A scene as it stands in the file: `type` is one of the kinds of scene, all other fields may be missing. */
export interface StudioScene extends Fields {
  readonly type: string;
}

/** The story of a case that is being written: of the form of a scenario, and not yet free of faults. */
export interface StudioStory extends Fields {
  readonly id: string;
  readonly initial: string;
  /** Every scene by its id: a group before the scenes that it holds, and those as well. */
  readonly states: { readonly [id: string]: StudioScene };
  /** Paths of the scenes that a group holds; all others stand under `states` of the file. */
  readonly places?: { readonly [id: string]: EditPath };
}

/** A case that is being written, as values of its files. */
export interface StudioCase {
  readonly story: StudioStory;
  readonly key: Fields;
  /** How it is run with a group; left out where no file says so. */
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

/** The fields at a key; none where nothing of the kind stands there. */
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
 * The case, where its files have the form that cards need; undefined where only their text can be edited. It may have any
 * fault of meaning. Cards name entries of lists by their place and options by their id, so these have to be entries, and ids
 * have to differ.
 */
export function studioCase(
  story: FileValue | undefined,
  key: FileValue | undefined,
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
  // A way may lead to a name that every object has, such as `constructor`: nothing is called so.
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
    ...(isFields(workshop) && { workshop }),
    ...(translations.length > 0 && { translations: Object.fromEntries(translations) }),
  };
}

/** Steps of the path of a scene that no group holds. */
const TOP = 2;

interface PlacedScene {
  readonly id: string;
  readonly scene: FileValue;
  readonly at: EditPath;
}

/** The scenes of a map, each before those that it holds. */
function placedScenes(states: Fields, place: EditPath): readonly PlacedScene[] {
  return Object.entries(states).flatMap(([id, scene]): readonly PlacedScene[] => {
    const at = [...place, id];
    return [{ id, scene, at }, ...heldMaps(scene).flatMap(({ held, to }) => placedScenes(held, [...at, ...to]))];
  });
}

/** The maps of scenes that a group or its regions hold, each with the way to it inside the group. */
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

/** The path of a scene as one text, with which the paths of all that it holds begin. */
export const placeOf = ({ places }: StudioStory, id: string): string =>
  places?.[id] === undefined ? `states/${id}/` : `${places[id].join('/')}/`;

/** The story as the file holds it: scenes of groups stand inside them alone. */
export function writtenStory({ places, states, ...story }: StudioStory): Fields {
  return { ...story, states: Object.fromEntries(Object.entries(states).filter(([id]) => places?.[id] === undefined)) };
}

/** The case of a draft, from what its files hold; undefined too where its key cannot be read, which is not an empty key. */
export function caseOfDraft(files: DraftFiles, values: Readonly<Record<string, FileValue>>): StudioCase | undefined {
  if (Object.hasOwn(files, KEY_FILE) && values[KEY_FILE] === undefined) return undefined;
  return studioCase(values[STORY_FILE], values[KEY_FILE], values);
}

function isWholeScene(scene: FileValue): boolean {
  if (!isFields(scene) || typeof scene.type !== 'string') return false;
  const { options = [], hints = [], talk = [], next } = scene;
  if (!haveOwnIds(options) || !areEntries(hints) || !areEntries(talk) || (Array.isArray(next) && !areEntries(next)))
    return false;
  return (options as readonly Fields[]).every((option) => !Array.isArray(option.next) || areEntries(option.next));
}

/** False for a name that every object has, such as `constructor`: edits could not tell it from a field. */
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
