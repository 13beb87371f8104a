import fc from 'fast-check';
import { addStage, factName, nameVariable } from '#core/studio/commands/case-commands.ts';
import { writeModel } from '#core/studio/commands/model-command.ts';
import { moveOption, removeOption, setInOptionKey } from '#core/studio/commands/option-commands.ts';
import { addScene } from '#core/studio/commands/scene-commands.ts';
import type { Edit, EditPath, FileValue } from '#core/studio/edit.ts';
import {
  fieldsAt,
  isFields,
  KEY_FILE,
  listAt,
  optionKey,
  optionsOf,
  STORY_FILE,
  type StudioCase,
  type StudioScene,
  scenePath,
  textAt,
} from '#core/studio/studio-case.ts';
import { leadsOf, onlyTarget } from '#core/studio/targets.ts';
import type { AuthorMove } from './random-author.ts';

/** What an author does who knows what a case needs; most of it leaves a clean case clean. */
export const aCarefulMove: fc.Arbitrary<AuthorMove> = fc.record({
  act: fc.nat(13),
  n: fc.nat(60),
  m: fc.nat(60),
  words: fc.constantFrom(
    'The lamp in the hall is new.',
    'A bus stops at the corner: it is empty.',
    'Rain falls on "Lantern Quay" - and nobody is out.',
    '„Zitat“ – ja.',
    '- it begins with a dash.',
    'Two lines.\nThe second one is short.',
  ),
});

const at = <Item>(list: readonly Item[], n: number): Item => list[n % list.length] as Item;
const set = (file: string, place: EditPath, value: FileValue, after?: readonly string[]): Edit => ({
  do: 'set',
  file,
  at: place,
  value,
  ...(after && { after }),
});

/** The edits of a careful move in a case as it stands; none where there is nothing to do it to. */
export function carefulEdits(edited: StudioCase, move: AuthorMove): readonly Edit[] {
  const { story } = edited;
  const { act, n, m, words } = move;
  const id = at(Object.keys(story.states), n);
  const scene = story.states[id] as StudioScene;
  const place = scenePath(story, id);
  switch (act) {
    case 0:
      return longer(STORY_FILE, place, scene, 'text', words);
    case 1:
      return set1(STORY_FILE, [...place, 'title'], `${words.split(/[.:\n]/)[0]} ${n}`, textAt(scene, 'title') !== '');
    case 2:
      return [set(STORY_FILE, ['title'], `${words.split('\n')[0]}`)];
    case 3:
      return [set(STORY_FILE, ['summary'], words)];
    case 4:
      return withStage(edited, move);
    case 5:
      return inBetween(edited, id, move);
    default:
      return optionEdits(edited, id, scene, move);
  }

  function set1(file: string, path: EditPath, value: string, isThere: boolean): readonly Edit[] {
    return isThere ? [set(file, path, value)] : [];
  }

  function optionEdits(own: StudioCase, from: string, state: StudioScene, { words: said }: AuthorMove) {
    const options = optionsOf(state);
    if (options.length === 0) return [];
    const index = m % options.length;
    const option = at(options, index);
    const there = [...scenePath(story, from), 'options', index];
    const key = optionKey(own, from, option.id);
    switch (act) {
      case 6:
        return longer(STORY_FILE, there, option, 'text', said);
      case 7:
        return longer(STORY_FILE, there, option, 'then', said);
      case 8:
        return moveOption(own, from, option.id, n % options.length);
      case 9:
        return [set(STORY_FILE, [...there, 'minutes'], (n % 9) * 5)];
      case 10:
        return longer(KEY_FILE, ['decisions', from, 'options', option.id], key, 'reason', said);
      case 11:
        return Object.keys(key).length === 0
          ? []
          : setInOptionKey(own, from, option.id, 'meters', { trust: (n % 5) - 2, safety: (m % 5) - 2 });
      case 12:
        return fact(own, from, index, said);
      default:
        return options.length > 3 && textAt(key, 'rating') !== 'good' ? removeOption(own, from, option.id) : [];
    }
  }
}

/** The edit that puts a sentence behind a text that exists. */
function longer(file: string, place: EditPath, held: Readonly<Record<string, FileValue>>, field: string, more: string) {
  const text = textAt(held, field);
  return text === '' ? [] : [set(file, [...place, field], `${text} ${more}`)];
}

/** A new part of the case, to which one scene belongs. */
function withStage(edited: StudioCase, { n, words }: AuthorMove): readonly Edit[] {
  const [added] = addStage(edited, words.split('\n')[0] as string);
  const id = added?.do === 'insert' && isFields(added.value) ? textAt(added.value, 'id') : '';
  const scene = at(Object.keys(edited.story.states), n);
  return added ? [added, set(STORY_FILE, [...scenePath(edited.story, scene), 'stage'], id)] : [];
}

/** A new scene with its text, through which every way of another one leads. */
function inBetween(edited: StudioCase, id: string, { n, words }: AuthorMove): readonly Edit[] {
  const next = onlyTarget(edited.story, id);
  if (next === undefined) return [];
  const type = n % 2 === 0 ? 'narrative' : 'inject';
  const added = addScene(edited, { type, title: words.split('\n')[0] as string, behind: id, next });
  const place = [...scenePath(edited.story, id).slice(0, -1), added.id];
  return [
    ...added.edits,
    set(STORY_FILE, [...place, 'text'], words),
    ...(type === 'inject' ? [set(STORY_FILE, [...place, 'from'], 'Night desk')] : []),
    ...leadsOf(edited.story, id).map(({ at: way }) => set(STORY_FILE, way, added.id)),
  ];
}

/** A new fact that an option makes true, on which nothing hangs but one more text of the same scene. */
function fact(edited: StudioCase, id: string, index: number, words: string): readonly Edit[] {
  const name = factName(edited, words);
  const option = optionsOf(edited.story.states[id] as StudioScene)[index];
  if (!option) return [];
  const place = [...scenePath(edited.story, id), 'options', index];
  const known = fieldsAt(option, 'set');
  const next = textAt(option, 'next');
  if (next === '') return [];
  return [
    ...nameVariable(edited, name, words),
    Object.keys(known).length === 0
      ? set(STORY_FILE, [...place, 'set'], { [name]: 'true' }, ['text', 'when', 'act'])
      : set(STORY_FILE, [...place, 'set', name], 'true'),
    set(STORY_FILE, [...place, 'next'], [{ when: name, next }, { next }]),
  ];
}

/** The edit that writes the model anew where a move has changed what can be chosen. */
export const modelEdits = (edited: StudioCase): readonly Edit[] =>
  listAt(edited.key, 'model').length === 0 ? [] : writeModel(edited);
