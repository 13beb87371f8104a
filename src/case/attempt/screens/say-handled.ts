import type { HandledCount, HandledWork } from '#case/exercise/model/handled.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/case/handled.json' with { type: 'json' };

const t = translator(messages);

/** How much of an attempt was handled, one sentence for each count. What a kind without words here counts is left out. */
export function sayHandled({ decisions, exercises }: HandledWork): string[] {
  const counted = exercises.flatMap(({ counts }) => counts.flatMap(sayCount));
  return [...(decisions > 0 ? [t('decisions', { n: decisions })] : []), ...counted];
}

function sayCount({ id, n, of }: HandledCount): string[] {
  if (!Object.hasOwn(messages, id)) return [];
  const what = t(id as keyof typeof messages);
  return [of === undefined ? t('plain', { what, n }) : t('of', { what, n, of })];
}
