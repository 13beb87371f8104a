import { sumOf } from '#kernel/model/sum-of.ts';
import { GROUPED_TRACES, type GroupedTrace } from '#market/ads/model/families.ts';
import { TRACE_LOCATORS } from '#market/ads/model/trace-locators.ts';
import { type Hypothesis, hypothesesOf, isReached, likelihoodOf, type Reach } from './_internal/hypotheses.ts';
import type { District, DrawnMarket } from './drawn-market.ts';
import { FLAG } from './market-columns.ts';

export type { Reach } from './_internal/hypotheses.ts';

/** For each ad the probability that it is sought, by its place in the columns; 0 for a closed card. */
export type Posteriors = Float64Array;

/** Sizes of groups of persons who work alone and share by chance (`share-traces.ts`); a mark is shared by three or more. */
const POOL_SIZES: Readonly<Record<number, number>> = { 2: 0.65, 3: 0.33, 4: 0.02 };
const MARK_SIZES: Readonly<Record<number, number>> = { 3: 0.96, 4: 0.03, 5: 0.01 };
const MEAN_POOL_SIZE = 7 / 3;
const MEAN_MARK_SIZE = 3;

/** Minimum members of a group in which a trace may bridge a network and others. */
const MIN_BRIDGE_SIZE = 4;
/** Maximum bridges in one explanation. */
const MAX_BRIDGES = 2;

const known = new WeakMap<DrawnMarket, Map<Reach, Posteriors>>();

/**
 * Reads a market as well as anybody can who knows how the generator draws, but not what it drew: the posterior of each
 * ad given every sign, cue and shared trace within reach, under the mixture of actor types and tones of the market.
 *
 * Ads that share traces are read together: one actor stands behind all of them, or persons who work alone share by
 * chance, or one of the traces is a bridge between a network and others. A text that stands in several ads is counted
 * once.
 */
export function readMarketIdeally(drawn: DrawnMarket, reach: Reach): Posteriors {
  const before = known.get(drawn) ?? new Map<Reach, Posteriors>();
  known.set(drawn, before);
  const posteriors = before.get(reach) ?? new Float64Array(drawn.count);
  if (!before.has(reach)) for (const district of drawn.districts) readDistrict(drawn, district, reach, posteriors);
  before.set(reach, posteriors);
  return posteriors;
}

/** What is read of one persona: the index of one of its ads, and the group of each trace that it shares. */
interface Persona {
  readonly at: number;
  readonly groups: readonly { readonly trace: GroupedTrace; readonly group: number }[];
}

function readDistrict(drawn: DrawnMarket, district: District, reach: Reach, posteriors: Posteriors): void {
  const { columns } = drawn;
  const hypotheses = hypothesesOf(drawn, district, reach);
  const places = drawn.placesOf(district);
  const traces = GROUPED_TRACES.filter((trace) => isReached(TRACE_LOCATORS[trace], reach));
  const personas = personasIn(drawn, places, traces);
  const found = new Map<number, number>();
  const bridge = drawn.order.falseBridges ?? drawn.order.planting.falseBridge;
  for (const members of componentsOf(personas)) {
    const { total, sought } = weigh(evidenceOf(drawn, members, hypotheses, reach), hypotheses, bridge, MAX_BRIDGES);
    for (const [n, { at }] of members.entries())
      found.set(columns.persona[at] as number, total > 0 ? (sought[n] as number) / total : 0);
  }
  for (const at of places)
    if (columns.withheld[at] === 0) posteriors[at] = found.get(columns.persona[at] as number) ?? 0;
}

/** The personas of open ads, each by its first ad that no mirror has copied. */
function personasIn({ columns }: DrawnMarket, places: Iterable<number>, traces: readonly GroupedTrace[]): Persona[] {
  const first = new Map<number, number>();
  for (const at of places) {
    if (columns.withheld[at] !== 0) continue;
    const persona = columns.persona[at] as number;
    const before = first.get(persona);
    if (before === undefined || ((columns.flags[before] as number) & FLAG.mirrored) !== 0) first.set(persona, at);
  }
  return [...first.values()].map((at) => ({
    at,
    groups: traces.flatMap((trace) => {
      const group = columns.groups[trace][at] as number;
      return group === 0 ? [] : [{ trace, group }];
    }),
  }));
}

/** Personas that are connected by shared traces. */
function componentsOf<Linked extends Pick<Persona, 'groups'>>(personas: readonly Linked[]): Linked[][] {
  const parent = personas.map((_, n) => n);
  const root = (n: number): number => {
    let at = n;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number;
      at = parent[at] as number;
    }
    return at;
  };
  const ofGroup = new Map<number, number>();
  personas.forEach(({ groups }, n) => {
    for (const { group } of groups) {
      const other = ofGroup.get(group);
      if (other === undefined) ofGroup.set(group, n);
      else parent[root(n)] = root(other);
    }
  });
  const components = new Map<number, Linked[]>();
  personas.forEach((persona, n) => {
    const component = components.get(root(n));
    if (component) component.push(persona);
    else components.set(root(n), [persona]);
  });
  return [...components.values()];
}

/** A persona with the likelihood of what it shows under each hypothesis. */
interface Seen {
  readonly groups: Persona['groups'];
  readonly likelihoods: readonly number[];
}

/** What the personas of a component show; a text that stands in several ads is counted once. */
function evidenceOf(
  drawn: DrawnMarket,
  members: readonly Persona[],
  hypotheses: readonly Hypothesis[],
  reach: Reach,
): Seen[] {
  const { columns } = drawn;
  const texts = new Set<number>();
  return members.map(({ at, groups }) => {
    const text = columns.master[at] as number;
    const isRepeated = texts.has(text);
    texts.add(text);
    const said = reach === 'pages' ? drawn.saidOnPage(at) : (columns.said[at] as number);
    const [shown, empty] = [columns.shown[at] as number, columns.empty[at] as number];
    const purpose = columns.purpose[at] as number;
    const row = hypotheses.map(({ purposes }) => {
      const own = purposes[purpose];
      if (!own) return 0;
      const bits = { said, shown };
      const ofText = isRepeated ? 1 : own.share * likelihoodOf(own.said, bits, empty);
      return ofText * likelihoodOf(own.shown, bits, empty);
    });
    // Only ratios matter; without this the products of large components would vanish.
    const largest = Math.max(...row) || 1;
    return { groups, likelihoods: row.map((value) => value / largest) };
  });
}

/** Expected number of such components, and of those in which each member is sought. */
interface Weighed {
  readonly total: number;
  readonly sought: readonly number[];
}

/** Weighs all explanations of a component; `bridges` is how many traces may still be taken for a bridge. */
function weigh(members: readonly Seen[], hypotheses: readonly Hypothesis[], bridge: number, bridges: number): Weighed {
  const sizes = sizesOf(members);
  const together = hypotheses.map((one, h) =>
    members.reduce(
      (product, { likelihoods }) => product * (likelihoods[h] as number),
      actorsWith(one, members.length, sizes),
    ),
  );
  const jointSought = sumOf(together.filter((_, h) => hypotheses[h]?.sought));
  let apart = sharedByChance(sizes, hypotheses);
  const alone = members.map(({ likelihoods }) => {
    const weights = hypotheses.map(({ actors }, h) => (actors[1] ?? 0) * (likelihoods[h] as number));
    const all = sumOf(weights);
    apart *= all;
    return all === 0 ? 0 : sumOf(weights.filter((_, h) => hypotheses[h]?.sought)) / all;
  });
  let total = sumOf(together) + apart;
  const sought = alone.map((single) => jointSought + apart * single);
  if (bridges > 0)
    for (const [group, { trace, count }] of sizes) {
      if (count < MIN_BRIDGE_SIZE) continue;
      const without = members.map(({ groups, likelihoods }) => ({
        groups: groups.filter((one) => one.group !== group),
        likelihoods,
      }));
      const parts = componentsOf(without);
      if (parts.length === 1) continue;
      const weighed = parts.map((part) => weigh(part, hypotheses, bridge, bridges - 1));
      // As if two persons had shared the trace, and a network came in between.
      const chance = bridge * sharedByChance(new Map([[group, { trace, count: 2 }]]), hypotheses);
      const all = weighed.reduce((product, part) => product * part.total, chance);
      total += all;
      parts.forEach((part, p) => {
        const { total: own, sought: mine } = weighed[p] as Weighed;
        part.forEach((member, m) => {
          const n = without.indexOf(member);
          if (own > 0) sought[n] = (sought[n] as number) + (all * (mine[m] as number)) / own;
        });
      });
    }
  return { total, sought };
}

type Sizes = ReadonlyMap<number, { readonly trace: GroupedTrace; readonly count: number }>;

/** The groups that connect these personas. */
function sizesOf(members: readonly Pick<Seen, 'groups'>[]): Sizes {
  const sizes = new Map<number, { readonly trace: GroupedTrace; count: number }>();
  for (const { groups } of members)
    for (const { trace, group } of groups) {
      const size = sizes.get(group) ?? { trace, count: 0 };
      size.count += 1;
      sizes.set(group, size);
    }
  for (const [group, { count }] of sizes) if (count === 1) sizes.delete(group);
  return sizes;
}

/**
 * Expected sets of so many personas of one actor that share these traces, while its others share none of them; the
 * likelihood of what the members share stands with the evidence. Actors with one persona are among those who share by
 * chance.
 */
function actorsWith({ actors, traces }: Hypothesis, count: number, sizes: Sizes): number {
  const used = new Set([...sizes.values()].map(({ trace }) => trace));
  const unlinked = [...used].reduce((product, trace) => product * (1 - Math.min(0.999, traces[trace] ?? 0)), 1);
  let expected = 0;
  for (let size = Math.max(2, count); size < actors.length; size++) {
    let sets = actors[size] as number;
    for (let n = 0; n < count; n++) sets *= (size - n) / (n + 1);
    for (let n = count; n < size; n++) sets *= unlinked;
    expected += sets;
  }
  return expected;
}

/** Expected ways in which persons who work alone form these groups, for each possible choice of persons. */
function sharedByChance(sizes: Sizes, hypotheses: readonly Hypothesis[]): number {
  let ways = 1;
  for (const { trace, count } of sizes.values()) {
    const sharing = sumOf(hypotheses.map(({ actors, traces }) => (actors[1] ?? 0) * (traces[trace] ?? 0)));
    const [shares, mean] = trace === 'mark' ? [MARK_SIZES, MEAN_MARK_SIZE] : [POOL_SIZES, MEAN_POOL_SIZE];
    ways *= ((shares[count] ?? MIN_SHARE) * sharing) / mean;
    for (let n = 0; n < count; n++) ways /= Math.max(sharing, MIN_SHARE);
  }
  return ways;
}

/** In place of 0, where a thing is not expected and yet there. */
const MIN_SHARE = 1e-6;
