import type { HandledCount, HandledWork } from '#case/exercise/model/handled.ts';
import type { KindWords } from '#case/exercise/model/kind-words.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/case/handled.json' with { type: 'json' };

const t = translator(messages);

/**
 * How much of an attempt was handled, one sentence for each count. `words` are those of the kinds: what is counted stands
 * under `handled.<id>`, and what has no words there is left out.
 */
export function sayHandled({ decisions, exercises }: HandledWork, words: KindWords): string[] {
  const counted = exercises.flatMap(({ counts }) => counts.flatMap((count) => sayCount(count, words)));
  return [...(decisions > 0 ? [t('decisions', { n: decisions })] : []), ...counted];
}

function sayCount({ id, n, of }: HandledCount, words: KindWords): string[] {
  const what = words[`handled.${id}`];
  if (what === undefined) return [];
  return [of === undefined ? t('plain', { what, n }) : t('of', { what, n, of })];
}
