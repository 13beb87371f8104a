import fc from 'fast-check';
import {
  addRole,
  addStage,
  factName,
  nameVariable,
  removeFact,
  removeRole,
  removeStage,
} from '#studio/model/commands/case-commands.ts';
import { addGroup, addRegion, removeRegion } from '#studio/model/commands/group-commands.ts';
import { writeModel } from '#studio/model/commands/model-command.ts';
import { addOption, moveOption, removeOption, setInOptionKey } from '#studio/model/commands/option-commands.ts';
import { addOrderPair, freePairs, removeOrderPair, setPassMark } from '#studio/model/commands/order-commands.ts';
import {
  addScene,
  addSceneBehind,
  changeSceneType,
  removeScene,
  SCENE_TYPES,
} from '#studio/model/commands/scene-commands.ts';
import { beginTranslation, translateText } from '#studio/model/commands/translation-commands.ts';
import { addMessage, removeMessage, speakFirstTo } from '#studio/model/commands/workshop-commands.ts';
import { AD_CHANGES, addChange, removeChange, setChange } from '#studio/model/commands/world-commands.ts';
import type { Edit } from '#studio/model/edit.ts';
import { GROUP_TYPES, regionsOf } from '#studio/model/groups.ts';
import { fieldsAt, isFields, listAt, optionsOf, type StudioCase, textAt } from '#studio/model/studio-case.ts';
import { translatedTexts } from '#studio/model/translation.ts';

/** What an author does next, by four drawn numbers. */
export interface AuthorMove {
  readonly act: number;
  readonly n: number;
  readonly m: number;
  readonly words: string;
}

/** The last of the acts below. */
const LAST_ACT = 31;

export const anAuthorMove: fc.Arbitrary<AuthorMove> = fc.record({
  act: fc.nat(LAST_ACT),
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
    case 14:
      return changeSceneType(edited, scene, at(SCENE_TYPES, m));
    default:
      return formEdits(edited, { act, n, m, words });
  }
}

/** What an author does in the forms of the case as a whole, of groups and of translations. */
function formEdits(edited: StudioCase, { act, n, m, words }: AuthorMove): readonly Edit[] {
  const { story } = edited;
  const scene = at(Object.keys(story.states), n);
  const stages = listAt(story, 'stages').filter(isFields);
  const locales = Object.keys(edited.translations ?? {});
  switch (act) {
    case 15:
      return setPassMark(edited, m % 3 === 0 ? undefined : m + 1);
    case 16:
      return freePairs(edited).length === 0 ? [] : addOrderPair(edited, at(freePairs(edited), m));
    case 17:
      return removeOrderPair(edited, m % 8);
    case 18:
      return addChange(edited, at([...Object.keys(fieldsAt(story, 'variables')), 'later'], m), '0302');
    case 19:
      return setChange(edited, m % 3, at(AD_CHANGES, n), words);
    case 20:
      return removeChange(edited, m % 3);
    case 21:
      return stages.length === 0 ? [] : addMessage(edited, textAt(at(stages, m), 'id'), words);
    case 22:
      return removeMessage(edited, m % 3);
    case 23:
      return speakFirstTo(edited, scene, at(['', ...ROLES], m));
    case 24:
      return addGroup(edited, {
        type: at(GROUP_TYPES, m),
        titles: m % 2 === 0 ? [words] : [words, 'Beside it'],
        behind: scene,
      }).edits;
    case 25:
      return addSceneBehind(edited, { type: at(SCENE_TYPES, m), title: words, behind: scene }).edits;
    case 26: {
      const groups = Object.keys(story.states).filter((id) => story.states[id]?.type === 'parallel');
      const group = groups.length === 0 ? '' : at(groups, n);
      if (group === '') return [];
      const regions = regionsOf(story, group);
      return m % 2 === 0 || regions.length === 0
        ? addRegion(edited, group, words)
        : removeRegion(edited, group, at(regions, m));
    }
    case 27:
      return addOption(edited, scene);
    case 28:
      return beginTranslation(edited, at(['de', 'ar', 'uk'], m));
    default: {
      if (locales.length === 0) return beginTranslation(edited, 'de');
      const locale = at(locales, m);
      const texts = translatedTexts(edited, locale);
      return texts.length === 0 ? [] : translateText(edited, locale, at(texts, n), m % 4 === 0 ? '' : words);
    }
  }
}
