import type { PreservationAction } from '#core/preservation/play.ts';
import messages from '#i18n/messages/en/preservation.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';

const t = translator(messages);

const KEYS: Readonly<Record<PreservationAction['type'], keyof typeof messages>> = {
  'authority.noted': 'action.authority.noted',
  'clock.checked': 'action.clock.checked',
  'child-material.checked': 'action.child-material.checked',
  'page.captured': 'action.page.captured',
  'record.written': 'action.record.written',
  'hash.verified': 'action.hash.verified',
  'copy.sealed': 'action.copy.sealed',
};

/** What an entry of the custody log says was done, in words. */
export function actionWords(action: string): string {
  const key = KEYS[action as PreservationAction['type']];
  return key ? t(key) : action;
}
