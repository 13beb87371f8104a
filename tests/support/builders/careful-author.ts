import fc from 'fast-check';
import { addStage, factName, nameVariable } from '#studio/model/commands/case-commands.ts';
import { addGroup } from '#studio/model/commands/group-commands.ts';
import { writeModel } from '#studio/model/commands/model-command.ts';
import { moveOption, removeOption, setInOptionKey } from '#studio/model/commands/option-commands.ts';
import { addScene } from '#studio/model/commands/scene-commands.ts';
import { beginTranslation, translateText } from '#studio/model/commands/translation-commands.ts';
import { addMessage, playedStages, speakFirstTo } from '#studio/model/commands/workshop-commands.ts';
import type { Edit, EditPath, FileValue } from '#studio/model/edit.ts';
import { GROUP_TYPES } from '#studio/model/groups.ts';
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
  WORKSHOP_FILE,
} from '#studio/model/studio-case.ts';
import { leadsOf, onlyTarget } from '#studio/model/targets.ts';
import { translatedTexts } from '#studio/model/translation.ts';
import type { AuthorMove } from './random-author.ts';

/** What an author does who knows what a case needs; most of it leaves a clean case clean. */
export const aCarefulMove: fc.Arbitrary<AuthorMove> = fc.record({
  act: fc.nat(17),
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
    case 14:
      return message(edited, move);
    case 15:
      return group(edited, id, move);
    case 16:
      return speakFirst(edited, move);
    case 17:
      return translated(edited, move);
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
  const scenes = Object.keys(edited.story.states).filter((one) => edited.story.states[one]?.type !== 'done');
  const scene = at(scenes, n);
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

/** A message that the facilitator can send while a part with a scene is played; no two say the same. */
function message(edited: StudioCase, { n, m, words }: AuthorMove): readonly Edit[] {
  const written = listAt(edited.workshop ?? {}, 'injects').length;
  const edits = addMessage(edited, at(playedStages(edited), n), `A call ${m}`);
  return [...edits, set(WORKSHOP_FILE, ['injects', written, 'text'], `${words} ${written}`)];
}

/** Scenes in a group, or beside each other, through which the way on behind a scene leads; all their texts are written. */
function group(edited: StudioCase, id: string, { n, m, words }: AuthorMove): readonly Edit[] {
  if (['end', 'done'].includes(edited.story.states[id]?.type ?? '')) return [];
  const title = words.split('\n')[0] as string;
  const added = addGroup(edited, {
    type: at(GROUP_TYPES, m),
    titles: m % 2 === 0 ? [title] : [title, `Beside it ${n}`],
    behind: id,
  });
  const writtenTexts = (value: FileValue): FileValue =>
    JSON.parse(JSON.stringify(value), (field, held) => (field === 'text' ? `${words} ${n}` : held)) as FileValue;
  return added.edits.map((edit) =>
    edit.do === 'set' && isFields(edit.value) ? { ...edit, value: writtenTexts(edit.value) } : edit,
  );
}

/** The role to which a rated decision speaks first; back to the first one where it was chosen before. */
function speakFirst(edited: StudioCase, { n, m }: AuthorMove): readonly Edit[] {
  const { story } = edited;
  const rated = Object.keys(story.states).filter((id) => story.states[id]?.decision !== undefined);
  const roles = ['', textAt(fieldsAt(story, 'role'), 'kind'), ...Object.keys(fieldsAt(story, 'roles'))];
  if (rated.length === 0 || roles.length < 3) return [];
  return speakFirstTo(edited, at(rated, n), at(roles, m));
}

/** A translation that is begun, or one more text of it. */
function translated(edited: StudioCase, { n, m, words }: AuthorMove): readonly Edit[] {
  const [locale] = Object.keys(edited.translations ?? {});
  if (locale === undefined) return beginTranslation(edited, at(['de', 'ar', 'uk'], m));
  const texts = translatedTexts(edited, locale);
  return texts.length === 0 ? [] : translateText(edited, locale, at(texts, n), `${words} ${n}`);
}

/** A new fact that an option makes true, and on which the way on of a scene without options depends. */
function fact(edited: StudioCase, id: string, index: number, words: string): readonly Edit[] {
  const name = factName(edited, words);
  const option = optionsOf(edited.story.states[id] as StudioScene)[index];
  if (!option) return [];
  const place = [...scenePath(edited.story, id), 'options', index];
  const known = fieldsAt(option, 'set');
  const asking = Object.entries(edited.story.states).find(
    ([, state]) => optionsOf(state).length === 0 && textAt(state, 'next') !== '',
  );
  if (!asking) return [];
  const next = textAt(asking[1], 'next');
  return [
    ...nameVariable(edited, name, words),
    Object.keys(known).length === 0
      ? set(STORY_FILE, [...place, 'set'], { [name]: 'true' }, ['text', 'when', 'act'])
      : set(STORY_FILE, [...place, 'set', name], 'true'),
    set(STORY_FILE, [...scenePath(edited.story, asking[0]), 'next'], [{ when: name, next }, { next }]),
  ];
}

/** The edit that writes the model anew where a move has changed what can be chosen. */
export const modelEdits = (edited: StudioCase): readonly Edit[] =>
  listAt(edited.key, 'model').length === 0 ? [] : writeModel(edited);
