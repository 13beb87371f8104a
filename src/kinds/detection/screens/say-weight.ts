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

/** From here on a number of times says no more than that it is large. */
const MANY_TIMES = 1_000;

/**
 * What all that a page shows is worth, how far that moves the share of sought ads by the same numbers as the key, which
 * signs it shows, and which pages are weighed with it. `isTold` tells which ads may be named; all by default.
 */
export function sayPageWeight(
  { ratio, side, n, before, after, among, hasSigns, isSought, signs, tied }: PageWeight,
  names: Readonly<Record<string, string>> = {},
  isTold: (ad: string) => boolean = () => true,
): string[] {
  const said =
    !hasSigns && ratio === 1
      ? [t(`page.${among}.unsigned`, { before: sayNumber(before) })]
      : [
          t(`page.${among}.${side}`, {
            n: n > MANY_TIMES ? t('page.above', { n: sayNumber(MANY_TIMES) }) : sayNumber(n),
          }),
          t(`page.${among}.moved`, { before: sayNumber(before), after: sayInHundred(after) }),
          ...(isSought && after < before ? [t(`page.${among}.one`)] : []),
        ];
  if (signs.length > 0)
    said.push(
      t.count(`page.${among}.signs`, signs.length, {
        signs: signs.map((one) => saySign(one, among, names)).join('; '),
      }),
    );
  if (tied.length > 0)
    said.push(
      tied.every(isTold)
        ? t.count('page.tied', tied.length, { count: tied.length, ads: tied.join(', ') })
        : t('page.tied.unnamed'),
    );
  return said;
}

function saySign(
  { indicator, ratio }: PageWeight['signs'][number],
  among: PageWeight['among'],
  names: Readonly<Record<string, string>>,
): string {
  const { side, n } = readRatio(ratio);
  return t(`page.${among}.sign.${side}`, { name: names[indicator] ?? indicator, n: sayNumber(n) });
}

/** A share in a hundred, never as a certainty. */
function sayInHundred(share: number): string {
  if (share >= 99.5) return t('page.above', { n: sayNumber(99) });
  return share < 0.05 ? t('page.below', { n: sayNumber(1) }) : sayNumber(share);
}

/** How the numbers of the notes are read, with the borders that the key goes by. */
export const sayHowWeighed = (): string =>
  t('weight.how', {
    moderate: STRENGTH_BORDERS.moderate,
    strong: STRENGTH_BORDERS.strong,
    knowable: KNOWABLE_RATIO,
    alike: LOOKS_CONTROLLED_RATIO,
  });
