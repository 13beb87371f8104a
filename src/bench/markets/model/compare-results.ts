import { type Difference, differenceOverMarkets } from './difference-over-markets.ts';
import type { BenchName, BenchResult, TrackResult } from './schemas.ts';
import type { TrackName } from './tracks.ts';

/** How far one tool is above another in one figure, over the markets that both have. */
export interface ComparedFigure extends Difference {
  readonly track: TrackName;
  readonly profile: string;
  readonly figure: string;
}

/** Parameters of the issue for a file of another bench; undefined if both are the same. */
export function sameBench(found: BenchName, asked: BenchName): Record<string, string> | undefined {
  const [one, other] = [nameOf(found), nameOf(asked)];
  return one === other ? undefined : { found: one, asked: other };
}

/** Name, version and generator of a bench, as its results carry them. */
export const nameOfBench = ({ name, version, generatorVersion }: BenchName): BenchName => ({
  name,
  version,
  generatorVersion,
});

const nameOf = ({ name, version, generatorVersion }: BenchName) => `${name} ${version} (generator ${generatorVersion})`;

/**
 * Compares two results of one bench: for each track, profile and figure the mean of the differences in the same markets,
 * the first tool minus the second one. Tracks, profiles and figures without a market in common are left out.
 */
export function compareResults(one: BenchResult, other: BenchResult): ComparedFigure[] {
  return one.tracks.flatMap((track) => {
    const against = other.tracks.find((candidate) => candidate.track === track.track);
    return against ? compareTracks(track, against) : [];
  });
}

function compareTracks(one: TrackResult, other: TrackResult): ComparedFigure[] {
  const known = new Map(toolOf(other).map(({ market, figures }) => [market, figures]));
  const profileOf = new Map(one.runs.map(({ market, profile }) => [market, profile]));
  const found = new Map<string, Map<string, number[]>>();
  for (const { market, figures } of toolOf(one)) {
    const before = known.get(market);
    const profile = profileOf.get(market);
    if (!before || !profile) continue;
    for (const [figure, value] of Object.entries(figures)) {
      const earlier = before[figure];
      if (earlier === undefined) continue;
      const byProfile = found.get(figure) ?? new Map<string, number[]>();
      found.set(figure, byProfile);
      byProfile.set(profile, [...(byProfile.get(profile) ?? []), value - earlier]);
    }
  }
  return [...found].flatMap(([figure, byProfile]) => {
    const compared = (profile: string, differences: readonly (readonly number[])[]) => {
      const difference = differenceOverMarkets(differences);
      return difference ? [{ track: one.track, profile, figure, ...difference }] : [];
    };
    const single = [...byProfile].flatMap(([profile, values]) => compared(profile, [values]));
    return byProfile.size > 1 ? [...single, ...compared('all', [...byProfile.values()])] : single;
  });
}

const toolOf = ({ rows }: TrackResult) => rows.find(({ reader }) => reader === 'tool')?.byMarket ?? [];
