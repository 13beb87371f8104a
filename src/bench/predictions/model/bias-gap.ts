import { compareCodes } from '#kernel/model/compare-codes.ts';
import { required } from '#kernel/model/invariant.ts';
import { type Rng, shuffle } from '#kernel/model/rng.ts';
import { quantileOf } from '#kernel/model/statistics/quantile.ts';
import { sumOf } from '#kernel/model/sum-of.ts';
import { actorRate } from './actor-rate.ts';
import type { Bias } from './schemas.ts';
import type { ScoredAds, ScoredPair } from './scored-ads.ts';
import { type ActorTally, tallyByActor } from './tally-by-actor.ts';

/** One attribute, such as language, and the uncontrolled ads, counted by group and persona. */
export interface BiasTally {
  readonly attribute: string;
  readonly groups: readonly string[];
  /** One entry per persona with ads in a group: all of its ads have one label. */
  readonly group: readonly number[];
  readonly actor: readonly number[];
  readonly ads: ArrayLike<number>;
  readonly flagged: ArrayLike<number>;
}

/** Number of each ad's persona: an actor's ads with the same labels in all attributes. */
export function personasOf(ads: ScoredAds, pairs: readonly ScoredPair[]): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(pairs, ([{ groups = {} }], ad) => {
    const labels = Object.keys(groups).sort();
    const name = JSON.stringify([ads.actor[ad], ...labels.flatMap((label) => [label, groups[label]])]);
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}

/**
 * Tallies one attribute. `groupOf` returns the group of an ad by its label, or undefined if the truth gives none; such
 * ads are left out. A probability of at least `threshold` is a flag.
 */
export function tallyBias(
  attribute: string,
  ads: ScoredAds,
  personas: Uint32Array,
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
    const persona = personas[ad] as number;
    const place = places.get(persona) ?? tally.ads.length;
    if (place === tally.ads.length) {
      places.set(persona, place);
      tally.group.push(group);
      tally.actor.push(ads.actor[ad] as number);
    }
    tally.ads[place] = (tally.ads[place] ?? 0) + 1;
    tally.flagged[place] = (tally.flagged[place] ?? 0) + Number((ads.probability[ad] as number) >= threshold);
  }
  return { attribute, groups: [...numbers.keys()], ...tally };
}

/**
 * The largest difference, over groups, between a group's rate of false flags and the overall rate (0 to 1). `group` is
 * the group of each entry; undefined if there are no ads.
 */
export function biasGap(
  tally: Pick<BiasTally, 'groups' | 'group' | 'ads' | 'flagged'>,
  group: ArrayLike<number> = tally.group,
): number | undefined {
  const ads = tally.groups.map(() => 0);
  const flagged = tally.groups.map(() => 0);
  for (let place = 0; place < group.length; place++) {
    const at = group[place] as number;
    ads[at] = (ads[at] as number) + (tally.ads[place] as number);
    flagged[at] = (flagged[at] as number) + (tally.flagged[place] as number);
  }
  const all = sumOf(flagged) / sumOf(ads);
  const gaps = ads.map((n, at) => (n > 0 ? Math.abs((flagged[at] as number) / n - all) : 0));
  return Number.isNaN(all) ? undefined : Math.max(0, ...gaps);
}

/** Deals labels out by chance: how often, and by which draws. */
export interface Deals {
  readonly count: number;
  readonly rng: Rng;
}

/** Share of deals whose gap is at most `byChance.high`. */
const HIGH = 0.95;

/** Share of sets of intervals, one for each group, in which one of them misses. */
const OUTSIDE = 0.05;

/**
 * The figures of one attribute, groups by name; undefined if there is no gap to report. `byChance` is what the gap
 * would be if the labels were dealt out by chance: a permutation test, in which a label moves with all ads of its
 * persona, as personas have labels in a market independently of everything else. The interval of the gap follows from
 * intervals of all groups that hold together in 95 %, so that it includes 0 where no group differs.
 * @see P. Good, Permutation, Parametric and Bootstrap Tests of Hypotheses, 2005, chapter 3; Z. Sidak, 1967, Journal of
 * the American Statistical Association 62: intervals that hold together.
 */
export function biasFigures(tally: BiasTally, deals: Deals): Bias | undefined {
  const value = biasGap(tally);
  if (value === undefined) return undefined;
  const counts = countsByGroup(tally);
  const all = sumOf(tally.flagged) / sumOf(tally.ads);
  const groups = tally.groups
    .map((name, at) => {
      const tallied = required(counts[at], name).counts();
      const together = 1 - (1 - OUTSIDE) ** (1 / tally.groups.length);
      const wide = required(actorRate(tallied, together), name);
      const falseFlags = required(actorRate(tallied), name);
      return { name, falseFlags, gap: Math.abs(falseFlags.value - all), wide };
    })
    .sort((a, b) => compareCodes(a.name, b.name));
  const widest = groups.reduce((most, one) => (one.gap > most.gap ? one : most)).name;
  const low = Math.max(0, ...groups.map(({ wide }) => Math.max(wide.low - all, all - wide.high)));
  const high = Math.max(0, ...groups.map(({ wide }) => Math.max(wide.high - all, all - wide.low)));
  const gap = { value, low: Math.min(low, value), high: groups.length > 1 ? Math.max(high, value) : value };
  return {
    attribute: tally.attribute,
    gap: { ...gap, n: sumOf(tally.ads) },
    byChance: gapByChance(tally, deals),
    widest,
    groups: groups.map(({ name, falseFlags }) => ({ name, falseFlags })),
  };
}

function gapByChance(tally: BiasTally, { count, rng }: Deals): Bias['byChance'] {
  // Narrow columns: a large market has a million entries.
  const dealt = Uint16Array.from(tally.group);
  const columns = { ...tally, ads: Uint32Array.from(tally.ads), flagged: Uint32Array.from(tally.flagged) };
  const gaps = Float64Array.from({ length: count }, () => {
    shuffle(dealt, rng);
    return biasGap(columns, dealt) ?? 0;
  }).sort();
  return { median: quantileOf(gaps, 0.5), high: quantileOf(gaps, HIGH) };
}

/** False flags of each group, by actor. */
function countsByGroup(tally: BiasTally): readonly ActorTally[] {
  const counts = tally.groups.map(() => tallyByActor());
  tally.group.forEach((group, place) => {
    counts[group]?.add(tally.actor[place] as number, tally.ads[place] as number, tally.flagged[place] as number);
  });
  return counts;
}
