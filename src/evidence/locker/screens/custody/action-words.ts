import { translator } from '#i18n/translator.ts';
import messages from '#words/evidence/evidence.json' with { type: 'json' };

const t = translator(messages);

/** What an entry of the custody log says was done, in words. */
export function actionWords(action: string): string {
  const key = `action.${action}`;
  return key in messages ? t(key as keyof typeof messages) : action;
}
