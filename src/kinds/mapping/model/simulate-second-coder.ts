import { compareCodes } from '#kernel/model/compare-codes.ts';
import { stream } from '#kernel/model/rng.ts';
import type { GroundTruth } from '#market/ads/model/ground-truth.ts';
import { isOnThePage } from '#market/ads/model/market.ts';
import type { Codes } from './code-agreement.ts';

/**
 * Error rates of the invented colleague in per cent: missing a sign that is there, and seeing one that is not. Training
 * values.
 */
const MISS_PERCENT = 15;
const FALSE_PERCENT = 4;

/** Codes of a coder without errors: what the pages of a market show of some signs. Withheld ads are not coded. */
export function plantedCodes({ ads }: Pick<GroundTruth, 'ads'>, signs: readonly string[]): Codes {
  return Object.fromEntries(
    ads
      .filter(({ possibleMinor }) => !possibleMinor)
      .map(({ ad, labels }) => {
        const shown = new Set(labels.filter(({ at }) => isOnThePage(at)).map(({ indicator }) => indicator));
        return [ad, signs.filter((sign) => shown.has(sign))];
      }),
  );
}

/**
 * The codes of an invented colleague over every open ad: careful, with occasional errors. Drawn from the seed of the
 * truth, so that the errors cannot be derived from the public half; the same market gives the same codes.
 */
export function simulateSecondCoder(truth: Pick<GroundTruth, 'ads' | 'seed'>, signs: readonly string[]): Codes {
  const rng = stream(truth.seed, 'second coder');
  const planted = plantedCodes(truth, signs);
  return Object.fromEntries(
    Object.entries(planted)
      .toSorted(([a], [b]) => compareCodes(a, b))
      .map(([ad, shown]) => [
        ad,
        signs.filter((sign) => {
          const draw = rng.int(100);
          return shown.includes(sign) ? draw >= MISS_PERCENT : draw < FALSE_PERCENT;
        }),
      ]),
  );
}
