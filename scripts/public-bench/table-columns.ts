import type { BenchGap, BenchMean, BenchTable } from '#bench/markets/model/schemas.ts';
import { TRACK, type TrackName } from '#bench/markets/model/tracks.ts';
import type { FigureName } from '#bench/predictions/model/schemas.ts';
import { escapeHtml } from '#evidence/locker/use-cases/report-html.ts';
import { oneLine } from '../command/print-text.ts';
import { FIGURE_WORDS, number } from '../predictions/print-predictions.ts';
import { FLAGS_NOBODY, verdictOn } from './print-bench.ts';

/** A column of a results page. */
export interface BenchColumn {
  readonly head: string;
  /** Which direction is good; undefined where neither is. */
  readonly good?: string;
  /** What the column says, in one line. */
  readonly says: string;
  /** HTML of the cell. */
  readonly cell: (table: BenchTable) => string;
}

/** The columns of a table; what no row has gets none. */
export function columnsOf(track: TrackName, tables: readonly BenchTable[]): BenchColumn[] {
  const flags = tables.some((table) => table.flags) ? [FLAGS] : [];
  return [...flags, ...(track === 'fairness' ? gapColumns(tables) : figureColumns(track, tables))];
}

/** A text of others as HTML: in one line, without invisible signs that turn its direction. */
export const htmlText = (said: string): string => escapeHtml(oneLine(said));

const MORE = 'more is better';
const LESS = 'less is better';
const NONE = '–';

const FLAGS: BenchColumn = {
  head: 'flags',
  says: 'How many ads were flagged in all markets, and how many of these flags are false: on an ad that is neither controlled nor deceptive. A tool that flags nobody has no false flag, and finds nobody.',
  cell: ({ flags }) => {
    if (!flags) return NONE;
    return flags.all === 0 ? FLAGS_NOBODY : `${flags.all}<small>${flags.false} false</small>`;
  },
};

const valueOfFlags = (controlled: number, right: number) =>
  `What a flag is worth where ${controlled} of 100 ads are controlled. 0.${String(right).padStart(2, '0')}0 says: of 100 flags where ${controlled} of 100 ads are controlled, ${right} are right. A tool that flags nobody has none.`;

/** What each figure says. The direction that is good stands in the head of its column. */
const SAYS: Readonly<Record<FigureName, string>> = {
  sensitivity:
    'How many of the controlled or deceptive ads are flagged. 0.220 says: of 100 such ads, 22. A tool that flags every ad has 1.',
  specificity:
    'How many of the other ads are left alone. 0.830 says: of 100 such ads, 17 are flagged falsely. A tool that flags nobody has 1.',
  'ppv-2': valueOfFlags(2, 3),
  'ppv-6': valueOfFlags(6, 8),
  'ppv-20': valueOfFlags(20, 26),
  auc: 'How well ads are ranked: how often a controlled or deceptive ad gets a higher probability than an ad that is neither. Guessing has 0.5, the best is 1.',
  'average-precision':
    'How pure the upper part of the ranking is. Guessing has the share of controlled or deceptive ads in the market, the best is 1.',
  'brier-skill':
    'How near the probabilities are to the truth. 0 is as good as to say the share of the market for every ad, below 0 is worse, the best is 1.',
  'likelihood-rank':
    'How far ads are ranked as the evidence does: the rank correlation with the reader who knows every chance of the generator. Guessing has 0, the best is 1.',
  'link-precision':
    'Of the pairs of accounts that the tool puts into one group, how many belong together. 0.700 says: of 100 such pairs, 70.',
  'link-recall':
    'Of the pairs of accounts that belong together, how many the tool puts into one group. Pairs of ads of one account do not count.',
  'link-f1': 'The harmonic mean of link precision and link recall. The best is 1.',
  'cluster-b-cubed-precision':
    'Of the ads that the tool puts into one group with an ad, how many come from its actor; the mean over ads. One group for each ad has 1.',
  'cluster-b-cubed-recall':
    'Of the ads that come from the actor of an ad, how many stand in its group; the mean over ads. One group for all ads has 1.',
  'cluster-b-cubed-f1': 'The harmonic mean of B-cubed precision and recall. The best is 1.',
  'cluster-ari': 'How far pairs of ads are rightly joined or kept apart. Groups made by chance have 0, the best is 1.',
  'sign-precision': 'How many of the signs that the tool names are there. 0.700 says: of 100 named signs, 70.',
  'sign-recall': 'How many of the signs that are there the tool names. 0.700 says: of 100 such signs, 70.',
  'sign-f05': 'Sign precision and recall as one figure, in which precision weighs more. The best is 1.',
};

/** Figures of the track that some row has. */
function figureColumns(track: TrackName, tables: readonly BenchTable[]): BenchColumn[] {
  return TRACK[track].figures
    .filter((name) => tables.some(({ figures }) => figures[name]))
    .map((name) => ({
      head: FIGURE_WORDS[name],
      good: MORE,
      says: SAYS[name],
      cell: ({ figures, markets }) => meanCell(figures[name], markets),
    }));
}

/** For each attribute the gap between groups, and the gap that chance would make. */
function gapColumns(tables: readonly BenchTable[]): BenchColumn[] {
  const attributes = new Set(tables.flatMap(({ gaps = [] }) => gaps.map(({ attribute }) => attribute)));
  return [...attributes].sort().flatMap((attribute): BenchColumn[] => {
    const gapOf = ({ gaps }: BenchTable) => gaps?.find((gap) => gap.attribute === attribute);
    return [
      {
        head: `gap by ${attribute}`,
        good: LESS,
        says: `How unequally false flags fall on groups by ${attribute}: the largest difference between the rate of a group and that of all, as a mean over markets. 0.050 says: 5 of 100 ads more, or fewer. It is never below 0, so that its interval says nothing about chance. A tool that flags nobody has no gap.`,
        cell: (table) => (table.flags?.all === 0 ? FLAGS_NOBODY : meanCell(gapOf(table)?.gap, table.markets)),
      },
      {
        head: `${attribute}: by chance at most`,
        says: `The gap by ${attribute} that stays this small in 95 of 100 cases if the groups are dealt out by chance. “Larger than that” says that the gap is above it.`,
        cell: (table) => (table.flags?.all === 0 ? NONE : chanceCell(gapOf(table), table.flags)),
      },
    ];
  });
}

function chanceCell(gap: BenchGap | undefined, flags: BenchTable['flags']): string {
  if (!gap) return NONE;
  return `${number(gap.byChance.high)}<small>${verdictOn(gap, flags)}</small>`;
}

/**
 * A mean with its interval, and in how many markets the figure exists, where these are not all. In fewer than half of
 * them it says too little of the tool.
 */
function meanCell(mean: BenchMean | undefined, markets: number): string {
  if (!mean) return NONE;
  const few = `in ${mean.markets} of ${markets} markets`;
  if (mean.markets * 2 < markets) return `${NONE}<small>exists ${few} alone</small>`;
  const interval = `${number(mean.low)} to ${number(mean.high)}`;
  return `${number(mean.value)}<small class="interval">${interval}</small>${mean.markets < markets ? `<small>${few}</small>` : ''}`;
}
