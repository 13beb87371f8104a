import fc from 'fast-check';
import {
  addRole,
  addStage,
  factName,
  nameVariable,
  removeFact,
  removeRole,
  removeStage,
} from '#core/studio/commands/case-commands.ts';
import { writeModel } from '#core/studio/commands/model-command.ts';
import { addOption, moveOption, removeOption, setInOptionKey } from '#core/studio/commands/option-commands.ts';
import { addScene, changeSceneType, removeScene, SCENE_TYPES } from '#core/studio/commands/scene-commands.ts';
import type { Edit } from '#core/studio/edit.ts';
import { fieldsAt, listAt, optionsOf, type StudioCase } from '#core/studio/studio-case.ts';

/** What an author does next, by four drawn numbers. */
export interface AuthorMove {
  readonly act: number;
  readonly n: number;
  readonly m: number;
  readonly words: string;
}

export const anAuthorMove: fc.Arbitrary<AuthorMove> = fc.record({
  act: fc.nat(14),
  n: fc.nat(60),
  m: fc.nat(60),
  words: fc.constantFrom(
    'A new title',
    'The door is open',
    'Two: words, and a comma',
    "It's late",
    '„Zitat“ – ja',
    'x',
  ),
});

const RATINGS = ['good', 'acceptable', 'harmful', 'red'];
const ROLES = ['police', 'ngo', 'prosecutor', 'labour-inspector', 'platform'];
const at = <Item>(list: readonly Item[], n: number): Item => list[n % list.length] as Item;

/** The edits of a move in a case as it stands; none where there is nothing to do it to. */
export function editsOf(edited: StudioCase, { act, n, m, words }: AuthorMove): readonly Edit[] {
  const { story } = edited;
  const scenes = Object.keys(story.states);
  const scene = at(scenes, n);
  const state = story.states[scene] ?? { type: '' };
  const options = optionsOf(state);
  const option = options.length > 0 ? at(options, m).id : '';
  switch (act) {
    case 0:
      return addScene(edited, { type: at(SCENE_TYPES, m), title: words, behind: scene, next: at(scenes, m) }).edits;
    case 1:
      return removeScene(edited, scene);
    case 2:
      return addOption(edited, scene);
    case 3:
      return removeOption(edited, scene, option);
    case 4:
      return moveOption(edited, scene, option, m % 5);
    case 5:
      return option === '' ? [] : setInOptionKey(edited, scene, option, 'rating', at(RATINGS, m));
    case 6:
      return option === '' ? [] : setInOptionKey(edited, scene, option, 'reason', words);
    case 7:
      return option === '' ? [] : setInOptionKey(edited, scene, option, 'meters', { trust: (m % 5) - 2 });
    case 8:
      return writeModel(edited);
    case 9:
      return addStage(edited, words);
    case 10:
      return removeStage(edited, m % Math.max(1, listAt(story, 'stages').length));
    case 11:
      return nameVariable(edited, factName(edited, words), words);
    case 12: {
      const names = Object.keys(fieldsAt(story, 'variables'));
      return names.length === 0 ? [] : removeFact(edited, at(names, m));
    }
    case 13: {
      const roles = Object.keys(fieldsAt(story, 'roles'));
      const first = fieldsAt(story, 'role').kind ?? 'police';
      const free = ROLES.filter((role) => role !== first && !roles.includes(role));
      return m % 2 === 0 && roles.length > 0
        ? removeRole(edited, at(roles, m))
        : addRole(edited, at(free, m), String(first));
    }
    default:
      return changeSceneType(edited, scene, at(SCENE_TYPES, m));
  }
}
