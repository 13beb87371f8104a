import { weightedKappa } from '#kernel/model/statistics/weighted-kappa.ts';

/** Signs that a coder saw on each ad; no entry for an ad that was not coded. */
export type Codes = Readonly<Record<string, readonly string[]>>;

/** Contingency table of two coders for one sign or for all of them, over ads that both have coded. */
export interface CodeAgreement {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
  /** Cohen's kappa: 1 for perfect agreement, 0 for agreement by chance. */
  readonly kappa: number;
}

/** From this kappa on two coders count as one instrument (domain brief, 5b). */
export const GOOD_KAPPA = 0.6;

/** Names of agreement with the minimum kappa of each; a training scale, after Landis and Koch (1977). */
const NAMES = [
  [0.8, 'strong'],
  [GOOD_KAPPA, 'good'],
  [0.4, 'middling'],
  [0.2, 'weak'],
] as const;

export type AgreementName = (typeof NAMES)[number][1] | 'none';

/** The name of an agreement beyond chance. */
export const agreementName = (kappa: number): AgreementName => NAMES.find(([from]) => kappa >= from)?.[1] ?? 'none';

/** Kappa as text: two decimals, and a true minus sign. */
export function kappaText(kappa: number): string {
  const digits = Math.abs(kappa).toFixed(2);
  return kappa < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}

/** Agreement of two coders over some signs of some ads. An ad that one of them has not coded is left out. */
export function codeAgreement(
  first: Codes,
  second: Codes,
  ads: readonly string[],
  signs: readonly string[],
): CodeAgreement {
  // A 2 × 2 table: one row for each answer of the first coder, no before yes.
  const table = [0, 0, 0, 0];
  for (const ad of ads) {
    const [own, its] = [first[ad], second[ad]];
    if (!own || !its) continue;
    for (const sign of signs) {
      const cell = 2 * Number(own.includes(sign)) + Number(its.includes(sign));
      table[cell] = (table[cell] as number) + 1;
    }
  }
  const [neither, onlySecond, onlyFirst, both] = table as [number, number, number, number];
  // With two grades the quadratic weights are all equal, so this is the unweighted kappa.
  return { both, onlyFirst, onlySecond, neither, kappa: weightedKappa(table, 2) };
}

/** One code on which two coders differ: whether the first coder saw the sign on the ad (the second then did not). */
export interface CodeDifference {
  readonly ad: string;
  readonly sign: string;
  readonly first: boolean;
}

/** Codes on which two coders differ, by ad in the given order. */
export function codeDifferences(
  first: Codes,
  second: Codes,
  ads: readonly string[],
  signs: readonly string[],
): CodeDifference[] {
  return ads.flatMap((ad) => {
    const [own, its] = [first[ad], second[ad]];
    if (!own || !its) return [];
    return signs
      .filter((sign) => own.includes(sign) !== its.includes(sign))
      .map((sign) => ({ ad, sign, first: own.includes(sign) }));
  });
}
