import { translator } from '#i18n/translator.ts';
import messages from '#words/learning/track.json' with { type: 'json' };

const t = translator(messages);

/** Minutes as hours and minutes: "1 h 20 min", "2 h", "45 min". */
export function sayTime(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t('minutes', { minutes: rest });
  return rest === 0 ? t('hours.whole', { hours }) : t('hours', { hours, minutes: rest });
}
