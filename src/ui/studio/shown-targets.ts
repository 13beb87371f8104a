import { rememberLast } from '#core/kernel/remember-last.ts';
import type { EditPath } from '#core/studio/edit.ts';
import { type StudioStory, scenePath } from '#core/studio/studio-case.ts';
import { readingOrder } from '#core/studio/targets.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/studio-scene.json' with { type: 'json' };
import { titleOfScene } from './shown-title.ts';

const t = translator(messages);

/** A scene to which a way may lead, as menus show it. */
export interface ShownTarget {
  readonly id: string;
  readonly title: string;
  /** Path of the scenes beside it: only a scene below that path may lead to it. */
  readonly within: string;
}

/** A path as one text, which every path below it begins with. */
export const placeWords = (path: EditPath): string => `${path.join('/')}/`;

const remember = rememberLast<readonly ShownTarget[]>(1);

/**
 * All scenes of a story in reading order. While they stay the same it is the same list, so that the menus of a card, each with
 * all scenes, are not drawn again when a text changes.
 */
export function shownTargets(story: StudioStory): readonly ShownTarget[] {
  const targets = readingOrder(story).map((id): ShownTarget => {
    const title = titleOfScene(story, id);
    const within = placeWords(scenePath(story, id).slice(0, -1));
    return { id, title: story.states[id]?.type === 'end' ? t('next.end', { title }) : title, within };
  });
  return remember('targets', [JSON.stringify(targets)], () => targets);
}
