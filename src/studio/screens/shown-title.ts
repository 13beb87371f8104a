import { isToWrite, whatToWrite } from '#case/checking/model/to-write.ts';
import { sayList } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import { holderOf, isGroup, regionsOf } from '#studio/model/groups.ts';
import { type StudioStory, textAt } from '#studio/model/studio-case.ts';
import { entriesOf } from '#studio/model/targets.ts';
import messages from '#words/studio/scene.json' with { type: 'json' };

const t = translator(messages);

/** A title as cards show it: where it is still to be written, what belongs there. */
export const shownTitle = (title: string): string =>
  isToWrite(title) ? t('untitled', { what: whatToWrite(title) }) : title;

/**
 * The title of a scene as cards show it. A group has none and is named by the scenes with which it begins. The id of a scene that does not exist.
 */
export function titleOfScene(story: StudioStory, id: string): string {
  const scene = story.states[id];
  if (!scene) return id;
  if (scene.type === 'done') {
    const { group = '', region } = holderOf(story, id) ?? {};
    return region === undefined
      ? t('group.over')
      : t('region.over', { n: regionsOf(story, group).indexOf(region) + 1 });
  }
  if (!isGroup(scene.type)) return shownTitle(textAt(scene, 'title')) || id;
  const titles = entriesOf(story, id).flatMap(({ to }) =>
    story.states[to] && to !== id ? [firstTitle(story, to)] : [],
  );
  return titles.length === 0 ? t('group.empty') : t(`group.${scene.type}`, { titles: sayList(titles) });
}

/** The title of a scene inside a group, where a group inside that group is not named by its own scenes. */
const firstTitle = ({ states }: StudioStory, id: string) =>
  shownTitle(textAt(states[id] ?? { type: '' }, 'title')) || t('group.empty');
