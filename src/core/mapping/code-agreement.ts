import { weightedKappa } from '#core/measures/weighted-kappa.ts';

/** Signs that a coder saw on each ad; no entry where the ad was not coded. */
export type Codes = Readonly<Record<string, readonly string[]>>;

/** How often two coders said the same of one sign, or of all of them, counted over ads that both have coded. */
export interface CodeAgreement {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
  /** Cohen's kappa: 1 where they always agree, 0 where chance would agree as often. */
  readonly kappa: number;
}

/** From here on two coders count as one instrument (domain brief, 5b). */
export const GOOD_KAPPA = 0.6;

/** From which number on agreement has a name; a training scale, after Landis and Koch (1977). */
const NAMES = [
  [0.8, 'strong'],
  [GOOD_KAPPA, 'good'],
  [0.4, 'middling'],
  [0.2, 'weak'],
] as const;

export type AgreementName = (typeof NAMES)[number][1] | 'none';

/** Agreement beyond chance in a word. */
export const agreementName = (kappa: number): AgreementName => NAMES.find(([from]) => kappa >= from)?.[1] ?? 'none';

/** Kappa as it is read: two decimals, and a real minus. */
export function kappaText(kappa: number): string {
  const digits = Math.abs(kappa).toFixed(2);
  return kappa < 0 && Number(digits) !== 0 ? `−${digits}` : digits;
}

/** How far two coders agree over some signs of some ads. An ad that one of them has not coded is left out. */
export function codeAgreement(
  first: Codes,
  second: Codes,
  ads: readonly string[],
  signs: readonly string[],
): CodeAgreement {
  // One row for each answer of the first coder, no before yes.
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
  // With two steps the weights of distance are the same everywhere, so that this is the plain kappa.
  return { both, onlyFirst, onlySecond, neither, kappa: weightedKappa(table, 2) };
}

/** One answer on which two coders differ: whether the first saw the sign on the ad, as the second then did not. */
export interface CodeDifference {
  readonly ad: string;
  readonly sign: string;
  readonly first: boolean;
}

/** Where two coders differ, ad by ad in the order given. */
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
