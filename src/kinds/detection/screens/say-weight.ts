import type { SignWeight } from '#case/exercise/model/exercise-kind.ts';
import { sayNumber } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/kinds/detection.json' with { type: 'json' };

const t = translator(messages);

/** Nearer to 1 than this, a sign is about as common on both sides. */
const ALIKE = 1.15;
/** From here on the figure after the point says nothing. */
const LARGE = 10;

/** What a sign is worth in this market, in plain words: a ratio of how common it is, never a chance that somebody is controlled. */
export function sayWeight({ ratio, among }: SignWeight): string {
  const times = ratio < 1 ? 1 / ratio : ratio;
  if (times < ALIKE) return t(`weight.${among}.same`);
  const n = times < LARGE ? Number(times.toFixed(1)) : Math.round(times);
  return t(`weight.${among}.${ratio < 1 ? 'less' : 'more'}`, { n: sayNumber(n) });
}
