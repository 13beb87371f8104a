import { required } from '#core/kernel/invariant.ts';
import { rateFigure } from './rate-figure.ts';
import type { Bias } from './schemas.ts';
import { type ActorWeights, onceEach, type ScoredAds } from './scored-ads.ts';

/** One attribute, such as language, and the uncontrolled ads, counted by group and actor. */
export interface BiasTally {
  readonly attribute: string;
  readonly groups: readonly string[];
  /** One entry per pair of a group and an actor with ads in it. */
  readonly group: ArrayLike<number>;
  readonly actor: ArrayLike<number>;
  readonly ads: ArrayLike<number>;
  readonly flagged: ArrayLike<number>;
}

/**
 * Tallies one attribute. `groupOf` returns the group of an ad by its label, or undefined if the truth gives none; such
 * ads are left out. A probability of at least `threshold` is a flag.
 */
export function tallyBias(
  attribute: string,
  ads: ScoredAds,
  groupOf: (ad: number) => string | undefined,
  threshold: number,
): BiasTally {
  const numbers = new Map<string, number>();
  const places = new Map<number, number>();
  const tally = { group: [] as number[], actor: [] as number[], ads: [] as number[], flagged: [] as number[] };
  for (let ad = 0; ad < ads.count; ad++) {
    const name = ads.positive[ad] === 0 ? groupOf(ad) : undefined;
    if (name === undefined) continue;
    const group = numbers.get(name) ?? numbers.size;
    numbers.set(name, group);
    const actor = ads.actor[ad] as number;
    const pair = group * ads.actors + actor;
    const place = places.get(pair) ?? tally.ads.length;
    if (place === tally.ads.length) {
      places.set(pair, place);
      tally.group.push(group);
      tally.actor.push(actor);
    }
    tally.ads[place] = (tally.ads[place] ?? 0) + 1;
    tally.flagged[place] = (tally.flagged[place] ?? 0) + Number((ads.probability[ad] as number) >= threshold);
  }
  return { attribute, groups: [...numbers.keys()], ...tally };
}

/** The largest difference, over groups, between a group's rate of false flags and the overall rate (0 to 1). */
export function biasGap(tally: BiasTally, weights: ActorWeights): number | undefined {
  const { ads, flagged } = countByGroup(tally, weights);
  const all = sum(flagged) / sum(ads);
  const gaps = ads.map((n, group) => (n > 0 ? Math.abs((flagged[group] as number) / n - all) : 0));
  return Number.isNaN(all) ? undefined : Math.max(0, ...gaps);
}

/**
 * The figures of one attribute, groups by name; undefined if there is no gap to report. `interval` is that of the gap.
 */
export function biasFigures(
  tally: BiasTally,
  scored: ScoredAds,
  interval: readonly [low: number, high: number] | undefined,
): Bias | undefined {
  const { ads, flagged } = countByGroup(tally, onceEach(scored));
  const value = biasGap(tally, onceEach(scored));
  if (value === undefined || !interval) return undefined;
  const all = sum(flagged) / sum(ads);
  const groups = tally.groups
    .map((name, group) => ({ name, falseFlags: required(rateFigure(flagged[group] ?? 0, ads[group] ?? 0), name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const distance = (group: (typeof groups)[number]) => Math.abs(group.falseFlags.value - all);
  const widest = groups.reduce((most, group) => (distance(group) > distance(most) ? group : most)).name;
  const gap = { value, low: interval[0], high: interval[1], n: sum(ads) };
  return { attribute: tally.attribute, gap, widest, groups };
}

function countByGroup(tally: BiasTally, weights: ActorWeights) {
  const ads = tally.groups.map(() => 0);
  const flagged = tally.groups.map(() => 0);
  for (let place = 0; place < tally.ads.length; place++) {
    const group = tally.group[place] as number;
    const weight = weights[tally.actor[place] as number] as number;
    ads[group] = (ads[group] as number) + weight * (tally.ads[place] as number);
    flagged[group] = (flagged[group] as number) + weight * (tally.flagged[place] as number);
  }
  return { ads, flagged };
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
