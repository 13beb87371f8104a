import messages from '#i18n/messages/en/evidence.json' with { type: 'json' };
import { translator } from '#i18n/translator.ts';

const t = translator(messages);

/** What an entry of the custody log says was done, in words. */
export function actionWords(action: string): string {
  const key = `action.${action}`;
  return key in messages ? t(key as keyof typeof messages) : action;
}
