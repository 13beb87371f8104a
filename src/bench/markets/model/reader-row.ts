import type { FigureName } from '#bench/predictions/model/schemas.ts';
import { required } from '#kernel/model/invariant.ts';
import { quantileOf } from '#kernel/model/statistics/quantile.ts';
import { sumOf } from '#kernel/model/sum-of.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { DEALS, type MarketGap } from './market-gaps.ts';
import { meanOverMarkets } from './mean-over-markets.ts';
import type { BenchFlags, BenchGap, BenchTable, ReaderRow } from './schemas.ts';
import type { MarketScore } from './score-bench.ts';
import { type ReaderName, TRACK, type TrackName } from './tracks.ts';

/** Share of deals whose mean gap is at most `byChance.high`. */
const HIGH = 0.95;

/** A reader's row of a track: a table for each profile, one for all of them if there are several, and its markets. */
export function readerRow(reader: ReaderName, track: TrackName, scores: readonly MarketScore[]): ReaderRow {
  const profiles = [...new Set(scores.map(({ profile }) => profile))];
  const byProfile = profiles.map((profile) => scores.filter((score) => score.profile === profile));
  const tables = profiles.map((profile, n) => tableOf(profile, track, [byProfile[n] ?? []]));
  return {
    reader,
    tables: profiles.length > 1 ? [...tables, tableOf('all', track, byProfile)] : tables,
    byMarket: scores.map(({ market, figures, gaps }) => ({
      market,
      figures: Object.fromEntries([
        ...Object.entries(figures).map(([name, { value }]) => [name, value] as const),
        ...gaps.map(({ attribute, gap }) => [`gap ${attribute}`, gap.value] as const),
      ]),
    })),
  };
}

type Profiles = readonly (readonly MarketScore[])[];

function tableOf(profile: MarketProfileId | 'all', track: TrackName, byProfile: Profiles): BenchTable {
  const figures: BenchTable['figures'] = {};
  for (const name of TRACK[track].figures) {
    const mean = meanOverMarkets(byProfile.map((scores) => scores.flatMap((score) => score.figures[name] ?? [])));
    if (mean) figures[name satisfies FigureName] = mean;
  }
  const scores = byProfile.flat();
  const flags = flagsOf(scores);
  return {
    profile,
    markets: scores.length,
    ...(flags && { flags }),
    figures,
    ...(track === 'fairness' && { gaps: gapsOf(byProfile) }),
  };
}

/** Flags of all markets; undefined where a market has none to count. */
function flagsOf(scores: readonly MarketScore[]): BenchFlags | undefined {
  const counted = scores.flatMap(({ flags }) => flags ?? []);
  if (counted.length < scores.length || counted.length === 0) return undefined;
  return { all: sumOf(counted.map(({ all }) => all)), false: sumOf(counted.map((one) => one.false)) };
}

function gapsOf(byProfile: Profiles): BenchGap[] {
  const attributes = new Set(byProfile.flat().flatMap(({ gaps }) => gaps.map(({ attribute }) => attribute)));
  return [...attributes].sort().map((attribute) => {
    const found = byProfile.map((scores) =>
      scores.flatMap(({ gaps }) => gaps.filter((gap) => gap.attribute === attribute)),
    );
    const [only] = found;
    return {
      attribute,
      gap: required(meanOverMarkets(found.map((gaps) => gaps.map(({ gap }) => gap))), attribute),
      byChance: byChance(found.flat()),
      ...(found.length === 1 && only && { groups: groupsOf(only) }),
    };
  });
}

/** The mean gap over the same markets if labels were dealt out by chance in each of them. */
function byChance(gaps: readonly MarketGap[]): BenchGap['byChance'] {
  const means = Float64Array.from({ length: DEALS }, (_, deal) =>
    sumOf(gaps.map(({ dealt }) => (dealt[deal] as number) / gaps.length)),
  ).sort();
  return { median: quantileOf(means, 0.5), high: quantileOf(means, HIGH) };
}

function groupsOf(gaps: readonly MarketGap[]): NonNullable<BenchGap['groups']> {
  const names = new Set(gaps.flatMap(({ groups }) => groups.map(({ name }) => name)));
  return [...names].sort().map((name) => {
    const found = gaps.flatMap(({ groups }) => groups.filter((group) => group.name === name));
    return { name, falseFlags: required(meanOverMarkets([found.map(({ falseFlags }) => falseFlags)]), name) };
  });
}
