import { type BiasTally, biasFigures, biasGap, personasOf, tallyBias } from '#bench/predictions/model/bias-gap.ts';
import { effectiveActors } from '#bench/predictions/model/effective-actors.ts';
import { jackknife, type Measured } from '#bench/predictions/model/jackknife.ts';
import type { ActorWeights, ScoredAds, ScoredPair } from '#bench/predictions/model/scored-ads.ts';
import { type Rng, shuffle, stream } from '#kernel/model/rng.ts';
import { weightedSum } from '#kernel/model/statistics/weighted-sum.ts';
import type { MarketFigure } from './mean-over-markets.ts';

/** False flags of one market by the groups of one attribute. */
export interface MarketGap {
  readonly attribute: string;
  readonly gap: MarketFigure;
  /** The gap in each of a fixed number of deals of the labels by chance. */
  readonly dealt: Float64Array;
  readonly groups: readonly { readonly name: string; readonly falseFlags: MarketFigure }[];
}

/** How often labels are dealt out in each market. */
export const DEALS = 199;

const MAX_GROUPS = 50;
const RATE = [0, 1] as const;

/** The gaps of one market in every attribute that its truth has; a probability of at least `threshold` is a flag. */
export function marketGaps(ads: ScoredAds, pairs: readonly ScoredPair[], threshold: number, seed: string): MarketGap[] {
  const personas = personasOf(ads, pairs);
  const attributes = [...new Set(pairs.flatMap(([{ groups = {} }]) => Object.keys(groups)))].sort();
  return attributes.flatMap((attribute) => {
    const tally = tallyBias(attribute, ads, personas, (ad) => pairs[ad]?.[0].groups?.[attribute], threshold);
    return gapOf(tally, (use) => stream(seed, `${use} ${attribute}`));
  });
}

function gapOf(tally: BiasTally, rngOf: (use: string) => Rng): MarketGap[] {
  const own = biasFigures(tally, { count: 1, rng: rngOf('interval') });
  if (!own) return [];
  const { adsOf, measure } = rates(tally);
  const kinds = [[...adsOf.keys()].filter((actor) => (adsOf[actor] as number) > 0)];
  const spreads = jackknife({ kinds, adsOf, mostGroups: MAX_GROUPS, rng: rngOf('actors') }, measure);
  const actors = effectiveActors(adsOf);
  const figureOf = (name: string, { value, low, high }: { value: number; low: number; high: number }) => ({
    value,
    low,
    high,
    variance: spreads.get(name)?.variance,
    range: RATE,
    actors,
  });
  return [
    {
      attribute: tally.attribute,
      gap: figureOf(GAP, own.gap),
      dealt: dealtGaps(tally, rngOf('labels')),
      groups: own.groups.map(({ name, falseFlags }) => ({
        name,
        falseFlags: figureOf(`${RATE_OF}${name}`, falseFlags),
      })),
    },
  ];
}

const GAP = 'gap';
const RATE_OF = 'rate of ';

/** Gap and rates of a tally for any weights of actors. Actors are numbered anew, without those that are not in it. */
function rates(tally: BiasTally) {
  const numbers = new Map<number, number>();
  const actorOf = tally.actor.map((actor) => {
    const number = numbers.get(actor) ?? numbers.size;
    numbers.set(actor, number);
    return number;
  });
  const perActor = () => tally.groups.map(() => new Float64Array(numbers.size));
  const [ads, flagged] = [perActor(), perActor()];
  const adsOf = new Float64Array(numbers.size);
  tally.group.forEach((group, place) => {
    const actor = actorOf[place] as number;
    const add = (counts: Float64Array | undefined, more: number) => {
      if (counts) counts[actor] = (counts[actor] as number) + more;
    };
    add(ads[group], tally.ads[place] as number);
    add(flagged[group], tally.flagged[place] as number);
    add(adsOf, tally.ads[place] as number);
  });
  const each = tally.groups.map((_, group) => group);
  const measure = (weights: ActorWeights): Measured => {
    const counts = {
      ads: ads.map((own) => weightedSum(own, weights)),
      flagged: flagged.map((own) => weightedSum(own, weights)),
    };
    const ofGroups = tally.groups.map((name, group): [string, number | undefined] => {
      const all = counts.ads[group] as number;
      return [`${RATE_OF}${name}`, all > 0 ? (counts.flagged[group] as number) / all : undefined];
    });
    return { [GAP]: biasGap({ groups: tally.groups, group: each, ...counts }), ...Object.fromEntries(ofGroups) };
  };
  return { adsOf, measure };
}

/** A label moves with all ads of its persona, as in `biasFigures`. */
function dealtGaps(tally: BiasTally, rng: Rng): Float64Array {
  const group = Uint16Array.from(tally.group);
  return Float64Array.from({ length: DEALS }, () => {
    shuffle(group, rng);
    return biasGap(tally, group) ?? 0;
  });
}
