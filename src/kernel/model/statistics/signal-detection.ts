/** Confusion matrix of a reader who flags ads or leaves them alone. */
export interface Confusion {
  readonly hits: number;
  readonly misses: number;
  readonly falseAlarms: number;
  readonly correctRejections: number;
}

/** 95 % of a normal distribution lies within this many standard deviations. */
const Z95 = 1.959963984540054;

/**
 * Wilson's interval for `successes` of `trials`; [0, 1] without trials. It is one of 95 % unless `deviations` says how
 * many standard deviations it reaches.
 * @see E. B. Wilson, 1927, Journal of the American Statistical Association 22.
 */
export function wilsonInterval(successes: number, trials: number, deviations = Z95): readonly [number, number] {
  if (trials === 0) return [0, 1];
  const p = successes / trials;
  const z2 = deviations * deviations;
  const centre = p + z2 / (2 * trials);
  const spread = deviations * Math.sqrt((p * (1 - p)) / trials + z2 / (4 * trials * trials));
  const scale = 1 + z2 / trials;
  return [Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale)];
}

/**
 * d' (how well two kinds are told apart) and the criterion c (below 0: flags readily, above 0: flags rarely), with the
 * log-linear correction always applied, so that a perfect score stays finite.
 * @see M. J. Hautus, 1995, Behavior Research Methods 27: log-linear correction.
 */
export function dPrimeAndCriterion({ hits, misses, falseAlarms, correctRejections }: Confusion): {
  dPrime: number;
  criterion: number;
} {
  const hitRate = (hits + 0.5) / (hits + misses + 1);
  const falseRate = (falseAlarms + 0.5) / (falseAlarms + correctRejections + 1);
  const zHit = normalQuantile(hitRate);
  const zFalse = normalQuantile(falseRate);
  return { dPrime: zHit - zFalse, criterion: -(zHit + zFalse) / 2 };
}

/**
 * Youden's J (sensitivity + specificity - 1) and Matthews' correlation of flags with truth: both are 0 for random flags
 * and 1 without errors. J is undefined if one kind is missing, the correlation also if all or none is flagged.
 * @see W. J. Youden, 1950, Cancer 3; B. W. Matthews, 1975, Biochimica et Biophysica Acta 405.
 */
export function flagAgreement({ hits, misses, falseAlarms, correctRejections }: Confusion): {
  youden: number | undefined;
  matthews: number | undefined;
} {
  const [sought, others] = [hits + misses, falseAlarms + correctRejections];
  const [flagged, left] = [hits + falseAlarms, misses + correctRejections];
  const product = sought * others * flagged * left;
  return {
    youden: sought * others > 0 ? hits / sought + correctRejections / others - 1 : undefined,
    matthews: product > 0 ? (hits * correctRejections - falseAlarms * misses) / Math.sqrt(product) : undefined,
  };
}

/**
 * Quantile function of the standard normal distribution for a share `p` (0 to 1, ends excluded); relative error below
 * 1.2e-9.
 * @see P. J. Acklam, an algorithm for computing the inverse normal cumulative distribution function, 2003.
 */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError(`normalQuantile: ${p} is not between 0 and 1`);
  const tail = 0.02425;
  if (p > 1 - tail) return -normalQuantile(1 - p);
  if (p < tail) {
    const q = Math.sqrt(-2 * Math.log(p));
    return polynomial(TAIL_TOP, q) / (polynomial(TAIL_BOTTOM, q) * q + 1);
  }
  const q = p - 0.5;
  return (polynomial(MIDDLE_TOP, q * q) * q) / (polynomial(MIDDLE_BOTTOM, q * q) * q * q + 1);
}

const MIDDLE_TOP = [
  -3.969683028665376e1, 2.209460984245205e2, -2.759285104469687e2, 1.38357751867269e2, -3.066479806614716e1,
  2.506628277459239,
];
const MIDDLE_BOTTOM = [
  -5.447609879822406e1, 1.615858368580409e2, -1.556989798598866e2, 6.680131188771972e1, -1.328068155288572e1,
];
const TAIL_TOP = [
  -7.784894002430293e-3, -3.223964580411365e-1, -2.400758277161838, -2.549732539343734, 4.374664141464968,
  2.938163982698783,
];
const TAIL_BOTTOM = [7.784695709041462e-3, 3.224671290700398e-1, 2.445134137142996, 3.754408661907416];

/** Horner's scheme, highest power first. */
const polynomial = (coefficients: readonly number[], x: number) =>
  coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);

/** A d' closer to 0 than this hardly differs from chance. */
export const CHANCE_D_PRIME = 0.3;
