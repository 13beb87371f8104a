import { isToWrite, whatToWrite } from '#core/checking/to-write.ts';
import { type StudioStory, textAt } from '#core/studio/studio-case.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/studio-scene.json' with { type: 'json' };

const t = translator(messages);

/** A title as cards show it: where it is still to be written, what belongs there. */
export const shownTitle = (title: string): string =>
  isToWrite(title) ? t('untitled', { what: whatToWrite(title) }) : title;

/** The title of a scene as cards show it; its id where it has none or does not exist. */
export const titleOfScene = ({ states }: StudioStory, id: string): string =>
  shownTitle(textAt(states[id] ?? { type: '' }, 'title')) || id;
