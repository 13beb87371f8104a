import { letterOf } from '#core/kernel/letter-of.ts';
import type { DraftFiles } from './draft.ts';
import type { FileValue } from './edit.ts';

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
  readonly states: { readonly [id: string]: StudioScene };
}

/** A case that is being written, as values of its files. */
export interface StudioCase {
  readonly story: StudioStory;
  readonly key: Fields;
}

export const STORY_FILE = 'scenario.yaml';
export const KEY_FILE = 'key.yaml';

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
export function studioCase(story: FileValue | undefined, key: FileValue | undefined): StudioCase | undefined {
  if (!isFields(story) || typeof story.id !== 'string' || typeof story.initial !== 'string') return undefined;
  if (!isFields(story.states) || !Object.values(story.states).every(isWholeScene)) return undefined;
  const named = [story.states, fieldsAt(story, 'variables'), fieldsAt(story, 'roles')];
  if (!named.every((fields) => Object.keys(fields).every(isFree))) return undefined;
  if (story.stages !== undefined && !haveOwnIds(story.stages)) return undefined;
  if (key !== undefined && !isFields(key)) return undefined;
  if (!Object.values(fieldsAt(key ?? {}, 'decisions')).every(isWholeKey)) return undefined;
  // A way may lead to a name that every object has, such as `constructor`: nothing is called so.
  const states = Object.assign(Object.create(null), story.states) as StudioStory['states'];
  return { story: { ...story, states } as StudioStory, key: key ?? {} };
}

/** The case of a draft, from what its files hold; undefined too where its key cannot be read, which is not an empty key. */
export function caseOfDraft(files: DraftFiles, values: Readonly<Record<string, FileValue>>): StudioCase | undefined {
  if (Object.hasOwn(files, KEY_FILE) && values[KEY_FILE] === undefined) return undefined;
  return studioCase(values[STORY_FILE], values[KEY_FILE]);
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
