import type { PageWeight, SignWeight } from '#case/exercise/model/exercise-kind.ts';
import { sayNumber } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import { LOOKS_CONTROLLED_RATIO } from '#kinds/detection/model/borders.ts';
import { KNOWABLE_RATIO } from '#market/ads/model/knowable-ratio.ts';
import { readRatio, STRENGTH_BORDERS } from '#market/signs/model/sign-weight.ts';
import messages from '#words/kinds/detection.json' with { type: 'json' };

const t = translator(messages);

/** What a sign is worth in this market, in plain words: a ratio of how common it is, never a chance that somebody is controlled. */
export function sayWeight({ ratio, among }: Pick<SignWeight, 'ratio' | 'among'>): string {
  const { side, n } = readRatio(ratio);
  return t(`weight.${among}.${side}`, { n: sayNumber(n) });
}

/** What all that a page shows is worth, and how far that moves the share of sought ads, by the same numbers as the key. */
export function sayPageWeight({ ratio, side, n, before, after, among, hasSigns }: PageWeight): string[] {
  const shares = { before: sayNumber(before), after: sayNumber(after) };
  if (!hasSigns && ratio === 1) return [t(`page.${among}.unsigned`, shares)];
  return [t(`page.${among}.${side}`, { n: sayNumber(n) }), t(`page.${among}.moved`, shares)];
}

/** How the numbers of the notes are read, with the borders that the key goes by. */
export const sayHowWeighed = (): string =>
  t('weight.how', {
    moderate: STRENGTH_BORDERS.moderate,
    strong: STRENGTH_BORDERS.strong,
    knowable: KNOWABLE_RATIO,
    alike: LOOKS_CONTROLLED_RATIO,
  });
