import type { Issue, Parsed } from '#core/kernel/issue.ts';
import type { BenchResult, BenchRun, BenchTable, TrackResult } from './schemas.ts';
import { type ReaderName, TRACKS, type TrackName } from './tracks.ts';

/** A result with the file that it was read from. */
export interface NamedResult {
  readonly file: string;
  readonly result: BenchResult;
}

/** One row of a track: a team with what its tool cost, or a reader beside it, of whom no cost is known. */
export interface SideRow {
  readonly name: string;
  readonly reader: ReaderName;
  readonly tables: readonly BenchTable[];
  /** What became of the tool in each market; none for a reader. */
  readonly runs: readonly BenchRun[];
}

/** All rows of a track: teams in the order of `compareNames`, then the readers beside them. There is no rank. */
export interface SideTrack {
  readonly track: TrackName;
  readonly teams: readonly SideRow[];
  readonly beside: readonly SideRow[];
}

type OneTrack = NamedResult & { readonly of: TrackResult };

/** What a team is called: its name, or else the command of its tool. */
export const teamOf = ({ name, tool }: BenchResult): string => name ?? tool;

/**
 * Puts results of one bench side by side, track by track. Within a track all are about the same markets, flag from the same
 * probability on, have names of their own, and agree on the readers beside them; whatever does not is an issue in its file.
 * The readers come from the result with the most markets, because a market in which a tool failed is in none of its rows.
 */
export function resultsSideBySide(
  results: readonly NamedResult[],
  compareNames: (a: string, b: string) => number,
): Parsed<SideTrack[]> {
  const issues: Issue[] = [];
  const tracks = TRACKS.flatMap((track): SideTrack[] => {
    const found = results.flatMap((one): OneTrack[] =>
      one.result.tracks.filter((each) => each.track === track).map((of) => ({ ...one, of })),
    );
    const [first, ...others] = found;
    if (!first) return [];
    const fullest = found.reduce((most, one) => (scoredIn(one) > scoredIn(most) ? one : most));
    issues.push(...others.flatMap((one) => otherTask(one, first)), ...sameNames(found));
    issues.push(...found.flatMap((one) => otherReaders(one, fullest)));
    const teams = found
      .map(({ result, of }): SideRow => ({ ...rowOf(of, 'tool'), name: teamOf(result), runs: of.runs }))
      .sort((a, b) => compareNames(a.name, b.name));
    const readers = fullest.of.rows.filter(({ reader }) => reader !== 'tool');
    return [{ track, teams, beside: readers.map(({ reader }) => rowOf(fullest.of, reader)) }];
  });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: tracks };
}

const scoredIn = ({ of }: OneTrack) => of.runs.filter(({ failed }) => failed === undefined).length;

const rowOf = ({ rows }: TrackResult, reader: ReaderName): SideRow => ({
  name: reader,
  reader,
  tables: rows.find((row) => row.reader === reader)?.tables ?? [],
  runs: [],
});

/** Issues of a result whose markets or threshold are not those of the first one. */
function otherTask(one: OneTrack, first: OneTrack): Issue[] {
  const mine = new Set(one.of.runs.map(({ market }) => market));
  const theirs = new Set(first.of.runs.map(({ market }) => market));
  const alone = [...mine].find((id) => !theirs.has(id)) ?? [...theirs].find((id) => !mine.has(id));
  const [found, asked] = [one.result.threshold, first.result.threshold];
  const about = { track: one.of.track, first: first.file };
  return [
    ...(alone === undefined ? [] : [issueIn(one, 'bench.table-other-markets', { ...about, market: alone })]),
    ...(found === asked ? [] : [issueIn(one, 'bench.table-other-threshold', { first: first.file, found, asked })]),
  ];
}

function sameNames(found: readonly OneTrack[]): Issue[] {
  const files = new Map<string, string>();
  return found.flatMap((one) => {
    const name = teamOf(one.result);
    const first = files.get(name);
    if (first !== undefined) return [issueIn(one, 'bench.table-same-name', { track: one.of.track, first, name })];
    files.set(name, one.file);
    return [];
  });
}

/** Difference below which two figures are the same; machines may round the last digits otherwise. */
const ROUNDING = 1e-6;

/** Issues of a result whose readers have other figures than those of another one in a market of both. */
function otherReaders(one: OneTrack, other: OneTrack): Issue[] {
  const differs = one.of.rows.find(({ reader, byMarket }) => {
    const row = other.of.rows.find((each) => each.reader === reader);
    if (reader === 'tool') return false;
    const known = new Map(row?.byMarket.map(({ market, figures }) => [market, figures]));
    return byMarket.some(({ market, figures }) =>
      Object.entries(figures).some(
        ([figure, value]) => !(Math.abs(value - (known.get(market)?.[figure] ?? value)) < ROUNDING),
      ),
    );
  });
  const params = { track: one.of.track, first: other.file, reader: differs?.reader ?? '' };
  return differs ? [issueIn(one, 'bench.table-other-figures', params)] : [];
}

const issueIn = ({ file }: NamedResult, code: string, params: Issue['params']): Issue => ({
  code,
  severity: 'error',
  path: [],
  params,
  position: { file, line: 1, column: 1 },
});
