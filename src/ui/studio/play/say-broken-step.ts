import type { BrokenStep } from '#app/author/replay-on-edited.ts';
import { sayList } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/studio-play.json' with { type: 'json' };

const t = translator(messages);

/** The first step that an edited case does not allow, and why, in a sentence. */
export function sayBrokenStep({ seq, deed, why, at }: BrokenStep, titles: ReadonlyMap<string, string>): string {
  const nameOf = (id: string) => titles.get(id) ?? id;
  const option = deed?.type === 'decision.made' ? deed.option : '';
  const ad = deed?.type === 'exercise.acted' && typeof deed.action.ad === 'string' ? deed.action.ad : '';
  return t(`why.${why}`, {
    seq,
    state: deed ? nameOf(deed.state) : '',
    option,
    ad,
    at: sayList(at.map(nameOf)),
  });
}
