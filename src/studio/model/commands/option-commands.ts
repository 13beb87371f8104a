import type { Edit } from '#studio/model/edit.ts';
import { newLetter } from '#studio/model/new-id.ts';
import {
  decisionKey,
  fieldsAt,
  KEY_FILE,
  listAt,
  optionKey,
  optionsOf,
  STORY_FILE,
  type StudioCase,
  scenePath,
  textAt,
} from '#studio/model/studio-case.ts';
import { keyEntry, newOption, newOptionKey } from './scene-commands.ts';

/** The edits that add an option at the end of a scene, with its key where the scene is rated. */
export function addOption(edited: StudioCase, scene: string): readonly Edit[] {
  const state = edited.story.states[scene];
  if (!state) return [];
  const at = scenePath(edited.story, scene);
  const options = optionsOf(state);
  const letter = newLetter(options.map(({ id }) => id));
  const next = textAt(options.at(-1) ?? { id: '' }, 'next') || textAt(state, 'next') || scene;
  const value = newOption(letter, next);
  const edits: Edit[] = [
    options.length === 0
      ? { do: 'set', file: STORY_FILE, at: [...at, 'options'], value: [value] }
      : { do: 'insert', file: STORY_FILE, at: [...at, 'options', options.length], value },
  ];
  return isRated(edited, scene) ? [...edits, ...setOptionKey(edited, scene, letter, newOptionKey())] : edits;
}

/** The edits that remove an option with its key and its steps of the model. */
export function removeOption(edited: StudioCase, scene: string, option: string): readonly Edit[] {
  const state = edited.story.states[scene];
  const n = state ? optionsOf(state).findIndex(({ id }) => id === option) : -1;
  if (n < 0) return [];
  const edits: Edit[] = [{ do: 'remove', file: STORY_FILE, at: [...scenePath(edited.story, scene), 'options', n] }];
  if (Object.hasOwn(fieldsAt(decisionKey(edited, scene), 'options'), option))
    edits.push({ do: 'remove', file: KEY_FILE, at: ['decisions', scene, 'options', option] });
  for (const [at, step] of [...listAt(edited.key, 'model').entries()].reverse())
    if (Array.isArray(step) && step[0] === scene && step[1] === option)
      edits.push({ do: 'remove', file: KEY_FILE, at: ['model', at] });
  return edits;
}

/** The edit that moves an option to another place and keeps its letter, so that recorded attempts still fit. */
export function moveOption({ story }: StudioCase, scene: string, option: string, to: number): readonly Edit[] {
  const state = story.states[scene];
  const options = state ? optionsOf(state) : [];
  const n = options.findIndex(({ id }) => id === option);
  const place = Math.min(Math.max(to, 0), options.length - 1);
  if (n < 0 || place === n) return [];
  return [{ do: 'move', file: STORY_FILE, at: [...scenePath(story, scene), 'options', n], to: place }];
}

/** The edits that change one field of the key of an option. */
export function setInOptionKey(
  edited: StudioCase,
  scene: string,
  option: string,
  field: 'rating' | 'reason' | 'meters',
  value: string | Readonly<Record<string, number>>,
): readonly Edit[] {
  const held = optionKey(edited, scene, option);
  if (Object.keys(held).length === 0) return setOptionKey(edited, scene, option, { ...newOptionKey(), [field]: value });
  return [
    {
      do: 'set',
      file: KEY_FILE,
      at: ['decisions', scene, 'options', option, field],
      value,
      after: field === 'reason' ? ['rating', 'meters'] : ['rating'],
    },
  ];
}

function setOptionKey(
  edited: StudioCase,
  scene: string,
  option: string,
  value: ReturnType<typeof newOptionKey>,
): readonly Edit[] {
  if (Object.keys(decisionKey(edited, scene)).length === 0) {
    const [entry] = keyEntry(edited.key, scene, [option]);
    return entry ? [entry] : [];
  }
  const options = fieldsAt(decisionKey(edited, scene), 'options');
  if (Object.keys(options).length === 0)
    return [{ do: 'set', file: KEY_FILE, at: ['decisions', scene, 'options'], value: { [option]: value } }];
  const letters = optionsOf(edited.story.states[scene] ?? { type: '' }).map(({ id }) => id);
  const earlier = letters.slice(0, Math.max(0, letters.indexOf(option)));
  const after = earlier.length > 0 ? earlier : Object.keys(options).slice(-1);
  return [{ do: 'set', file: KEY_FILE, at: ['decisions', scene, 'options', option], value, after }];
}

/** True if the options of a scene have ratings, that is, it decides on an entry of the catalogue. */
export const isRated = (edited: StudioCase, scene: string): boolean =>
  typeof edited.story.states[scene]?.decision === 'string' || Object.keys(decisionKey(edited, scene)).length > 0;
