import type { PredictionRow, TruthRow } from '#bench/predictions/model/schemas.ts';
import { stream } from '#kernel/model/rng.ts';
import { normalQuantile } from '#kernel/model/statistics/signal-detection.ts';
import { CONTROL_OF } from '#market/ads/model/actor-types.ts';
import { drawMarket } from '#market/generator/model/draw-market.ts';
import { type MarketOrder, typeAt } from '#market/generator/model/drawn-market.ts';
import { anOrder } from '../../builders/a-market.ts';

/**
 * A tool whose true figures follow from theory: it sees each ad with normal noise, controlled ones `distance` standard
 * deviations higher, and a `shared` part of the variance of the noise is the same for all ads of one actor. It says the
 * probability that would be right if half of the ads were controlled.
 */
export interface KnownTool {
  readonly distance: number;
  readonly shared: number;
}

/** The truth about the ads of a generated market that are not withheld, without labels of signs. */
export function drawnTruth(order: Partial<MarketOrder>): TruthRow[] {
  const { columns, size } = drawMarket(anOrder(order));
  return Array.from({ length: size }, (_, at): TruthRow => {
    const { actor, language, origin, gender, withheld } = columns;
    return {
      ad: `${at}`,
      actor: `${actor[at]}`,
      control: CONTROL_OF[typeAt(columns, at)],
      labels: [],
      possibleMinor: (withheld[at] as number) > 0,
      groups: { language: `${language[at]}`, origin: `${origin[at]}`, gender: `${gender[at]}` },
    };
  }).filter(({ possibleMinor }) => !possibleMinor);
}

export const isPositive = ({ control }: TruthRow) => control === 'controlled' || control === 'deceptive';

/**
 * What the tool says of the ads. It names one sign: on seven of ten controlled ads and one of ten others the truth has
 * it as well, which is why the truth is given back with these labels.
 */
export function saidBy({ distance, shared }: KnownTool, truth: readonly TruthRow[], seed: string) {
  const rng = stream(seed, 'known tool');
  const noise = () => normalQuantile((rng.int(2 ** 30) + 0.5) / 2 ** 30);
  const ofActor = new Map<string, number>();
  const labelled: TruthRow[] = [];
  const rows: PredictionRow[] = [];
  for (const ad of truth) {
    const common = ofActor.get(ad.actor) ?? noise();
    ofActor.set(ad.actor, common);
    const [own, sign] = [noise(), noise()];
    const mixed = (part: number) => Math.sqrt(shared) * common + Math.sqrt(1 - shared) * part;
    const seen = (isPositive(ad) ? distance : 0) + mixed(own);
    const hasSign = rng.int(10) < (isPositive(ad) ? 7 : 1);
    const isNamed = mixed(sign) > (hasSign ? NAMED_ABOVE.there : NAMED_ABOVE.absent);
    labelled.push({ ...ad, labels: hasSign ? [{ kind: 'sign', indicator: 'same-room' }] : [] });
    rows.push({
      ad: ad.ad,
      probability: 1 / (1 + Math.exp(distance ** 2 / 2 - distance * seen)),
      indicators: isNamed ? ['same-room'] : [],
    });
  }
  return { truth: labelled, rows };
}

/** Noise from which on the tool names a sign: half of those that are there, and a tenth of those that are not. */
const NAMED_ABOVE = { there: 0, absent: normalQuantile(0.9) };

/** True figures of the tool in a market with so many positive ads among all, by theory. */
export function trueFigures({ distance }: KnownTool, positives: number, ads: number) {
  const share = positives / ads;
  const rate = normalShare(distance / 2);
  // The probability said of an ad depends on noise alone: the mean of its squared distance from the truth, by quantiles.
  const errors = Array.from({ length: STEPS }, (_, n) => {
    const seen = normalQuantile((n + 0.5) / STEPS);
    const miss = 1 / (1 + Math.exp(distance ** 2 / 2 + distance * seen));
    return miss ** 2;
  });
  const error = errors.reduce((sum, one) => sum + one, 0) / STEPS;
  const [there, absent] = [0.7 * share + 0.1 * (1 - share), 0.3 * share + 0.9 * (1 - share)];
  const predictiveValue = (prevalence: number) =>
    (rate * prevalence) / (rate * prevalence + (1 - rate) * (1 - prevalence));
  return {
    sensitivity: rate,
    specificity: rate,
    'ppv-2': predictiveValue(0.02),
    'ppv-6': predictiveValue(0.06),
    'ppv-20': predictiveValue(0.2),
    auc: normalShare(distance / Math.SQRT2),
    'brier-skill': 1 - error / (share * (1 - share)),
    'sign-precision': (0.5 * there) / (0.5 * there + 0.1 * absent),
    'sign-recall': 0.5,
  };
}

const STEPS = 2000;

/** Share of the standard normal distribution below a value, found by halving from its quantiles. */
function normalShare(value: number): number {
  let [low, high] = [1e-12, 1 - 1e-12];
  for (let n = 0; n < 60; n++) {
    const middle = (low + high) / 2;
    if (normalQuantile(middle) < value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
