import { sayList } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import type { BrokenStep } from '#studio/use-cases/checking/replay-on-edited.ts';
import messages from '#words/studio/play.json' with { type: 'json' };

const t = translator(messages);

/** The first step that an edited case does not allow, and why, in a sentence. */
export function sayBrokenStep({ seq, step, why, at }: BrokenStep, titles: ReadonlyMap<string, string>): string {
  const nameOf = (id: string) => titles.get(id) ?? id;
  const option = step?.type === 'decision.made' ? step.option : '';
  const ad = step?.type === 'exercise.acted' && typeof step.action.ad === 'string' ? step.action.ad : '';
  return t(`why.${why}`, {
    seq,
    state: step ? nameOf(step.state) : '',
    option,
    ad,
    at: sayList(at.map(nameOf)),
  });
}
