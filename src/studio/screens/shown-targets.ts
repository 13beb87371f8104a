import { translator } from '#i18n/translator.ts';
import { rememberLast } from '#kernel/model/remember-last.ts';
import { mapOf } from '#studio/model/groups.ts';
import type { StudioStory } from '#studio/model/studio-case.ts';
import { readingOrder } from '#studio/model/targets.ts';
import messages from '#words/studio/scene.json' with { type: 'json' };
import { titleOfScene } from './shown-title.ts';

const t = translator(messages);

/** A scene to which a way may lead, as menus show it. */
export interface ShownTarget {
  readonly id: string;
  readonly title: string;
  /** Path of the scenes beside it: only a scene below that path may lead to it. */
  readonly within: string;
}

const remember = rememberLast<readonly ShownTarget[]>(1);

/**
 * All scenes of a story in reading order. While they stay the same it is the same list, so that the menus of a card, each with
 * all scenes, are not drawn again when a text changes.
 */
export function shownTargets(story: StudioStory): readonly ShownTarget[] {
  const targets = readingOrder(story).map((id): ShownTarget => {
    const title = titleOfScene(story, id);
    const isEnd = story.states[id]?.type === 'end';
    return { id, title: isEnd ? t('next.end', { title }) : title, within: mapOf(story, id) };
  });
  return remember('targets', [JSON.stringify(targets)], () => targets);
}
