import { type Rng, shuffle, stream } from '#kernel/model/rng.ts';
import { gapOf, groupColumns } from '#kinds/detection/model/bias-groups.ts';
import { isFlag } from '#kinds/detection/model/play.ts';
import { CONTROL_OF, isSought } from '#market/ads/model/actor-types.ts';
import { type DrawnMarket, typeAt } from '#market/generator/model/drawn-market.ts';
import { readMarketIdeally } from '#market/generator/model/ideal-reader.ts';
import { bandOf } from '#market/signs/model/bands.ts';

/** From so many ads on, a group is compared by its share; below it by whole ads. */
const LARGE_GROUP = 20;
const MAX_POINTS = 0.05;
const MAX_ADS = 1;

const PERMUTATIONS = 400;
const NULL_QUANTILE = 0.95;

/** Why a market is not fit for an exercise; empty if it is. */
export function imbalancesOf(drawn: DrawnMarket): string[] {
  return [...sharesOff(drawn), ...gapsOff(drawn)];
}

/**
 * Labels whose share of controlled ads differs from that of the market by more than five points, or, for labels with
 * fewer than twenty ads, by more than one ad. A reader could learn to suspect such a label.
 */
function sharesOff(drawn: DrawnMarket): string[] {
  const { columns } = drawn;
  const open = openAds(drawn);
  const share = open.filter((at) => isControlled(drawn, at)).length / open.length;
  return (['language', 'origin', 'gender'] as const).flatMap((label) => {
    const groups = Map.groupBy(open, (at) => columns[label][at] as number);
    return [...groups].flatMap(([group, ads]) => {
      const controlled = ads.filter((at) => isControlled(drawn, at)).length;
      const isOff =
        ads.length >= LARGE_GROUP
          ? Math.abs(controlled / ads.length - share) > MAX_POINTS
          : Math.abs(controlled - ads.length * share) > MAX_ADS;
      return isOff ? [`${label} ${group}: ${controlled} of ${ads.length} controlled`] : [];
    });
  });
}

/** Labels of which the ideal reader of pages flags uncontrolled ads less evenly than chance would in 95 of 100 markets. */
function gapsOff(drawn: DrawnMarket): string[] {
  const posteriors = readMarketIdeally(drawn, 'pages');
  const ads = openAds(drawn).filter((at) => !isControlled(drawn, at));
  const flags = ads.map((at) => isFlag(bandOf(posteriors[at] as number)));
  const columns = groupColumns(ads.map((at) => drawn.ad(at).versions.at(-1)?.fields ?? {}));
  const rng = stream('label balance', drawn.marketId);
  return columns.flatMap((groups, label) => {
    const gap = gapIn(groups, flags);
    const bound = nullOf(groups, flags, rng);
    return gap > bound ? [`label ${label}: a gap of ${gap.toFixed(3)}, by chance ${bound.toFixed(3)}`] : [];
  });
}

function gapIn(groups: ArrayLike<number>, flags: readonly boolean[]): number {
  const size = Math.max(0, ...Array.from(groups)) + 1;
  const [sizes, flagged] = [new Float64Array(size), new Float64Array(size)];
  flags.forEach((isFlagged, n) => {
    const group = groups[n] as number;
    sizes[group] = (sizes[group] as number) + 1;
    if (isFlagged) flagged[group] = (flagged[group] as number) + 1;
  });
  return gapOf(sizes, flagged);
}

/** The 95th hundredth of the gap where the same groups are dealt out by chance. */
function nullOf(groups: Uint16Array, flags: readonly boolean[], rng: Rng): number {
  const dealt = Array.from(groups);
  const gaps = Array.from({ length: PERMUTATIONS }, () => {
    shuffle(dealt, rng);
    return gapIn(dealt, flags);
  }).sort((a, b) => a - b);
  return gaps[Math.ceil(NULL_QUANTILE * PERMUTATIONS) - 1] as number;
}

const openAds = ({ columns, size }: DrawnMarket) =>
  Array.from({ length: size }, (_, at) => at).filter((at) => columns.withheld[at] === 0);

const isControlled = ({ columns }: DrawnMarket, at: number) => isSought(CONTROL_OF[typeAt(columns, at)]);
