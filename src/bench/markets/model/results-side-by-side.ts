import type { Issue, Parsed } from '#kernel/model/issue.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { RULES, type Rules } from './rules.ts';
import type { BenchResult, BenchTable, TrackResult } from './schemas.ts';
import { type ReaderName, TRACKS, type TrackName } from './tracks.ts';

/** A result with the file that it was read from. */
export interface NamedResult {
  readonly file: string;
  readonly result: BenchResult;
}

/** A team, or a reader beside it, in one setting. */
export interface SideRow {
  readonly name: string;
  readonly reader: ReaderName;
  /** Its figures; undefined where it lacks a score in a market of the setting. */
  readonly table: BenchTable | undefined;
  /** Markets of the setting in which it has no score. */
  readonly missing: number;
}

/** The rows of one setting: teams in the order of `compareNames`, then the readers beside them. There is no rank. */
export interface SideSetting {
  readonly profile: MarketProfileId;
  readonly markets: number;
  readonly teams: readonly SideRow[];
  /** Empty where no team has a score in every market: then no result holds the readers in all of them. */
  readonly beside: readonly SideRow[];
}

/** One track under one of the two rules. */
export interface SideTrack {
  readonly rules: Rules;
  readonly track: TrackName;
  readonly settings: readonly SideSetting[];
}

type OneTrack = NamedResult & { readonly of: TrackResult };

/** What a team is called: its name, or else the command of its tool. */
export const teamOf = ({ name, tool }: BenchResult): string => name ?? tool;

/**
 * Puts results of one bench side by side, for each of the rules, track and setting: results of the two rules never stand
 * in one table. Within a track all are about the same markets, flag
 * from the same probability on, have names of their own, and agree on the readers beside them; whatever does not is an
 * issue in its file. A row has figures only if it has a score in every market of the setting, so that all figures of a
 * setting are about the same markets: a team does not look better by leaving out a market.
 */
export function resultsSideBySide(
  results: readonly NamedResult[],
  compareNames: (a: string, b: string) => number,
): Parsed<SideTrack[]> {
  const issues: Issue[] = [];
  const tables = RULES.flatMap((rules) => TRACKS.map((track) => ({ rules, track })));
  const tracks = tables.flatMap(({ rules, track }): SideTrack[] => {
    const found = results
      .filter(({ result }) => result.rules === rules)
      .flatMap((one): OneTrack[] =>
        one.result.tracks.filter((each) => each.track === track).map((of) => ({ ...one, of })),
      );
    const [first, ...others] = found;
    if (!first) return [];
    issues.push(...others.flatMap((one) => otherTask(one, first)), ...sameNames(found), ...otherReaders(found));
    const profiles = [...new Set(first.of.runs.map(({ profile }) => profile))];
    const inOrder = found.toSorted((a, b) => compareNames(teamOf(a.result), teamOf(b.result)));
    return [{ rules, track, settings: profiles.map((profile) => settingOf(profile, first, inOrder)) }];
  });
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: tracks };
}

function settingOf(profile: MarketProfileId, first: OneTrack, found: readonly OneTrack[]): SideSetting {
  const markets = first.of.runs.filter((run) => run.profile === profile).length;
  const rowOf = ({ rows }: TrackResult, reader: ReaderName, name: string): SideRow => {
    const table = rows.find((row) => row.reader === reader)?.tables.find((one) => one.profile === profile);
    const missing = markets - (table?.markets ?? 0);
    return { name, reader, table: missing === 0 ? table : undefined, missing };
  };
  const teams = found.map(({ result, of }) => rowOf(of, 'tool', teamOf(result)));
  const complete = found[teams.findIndex(({ missing }) => missing === 0)]?.of;
  const readers = complete?.rows.filter(({ reader }) => reader !== 'tool') ?? [];
  return {
    profile,
    markets,
    teams,
    beside: complete ? readers.map(({ reader }) => rowOf(complete, reader, reader)) : [],
  };
}

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

/** Issues of results whose readers have other figures in a market than those of an earlier result. */
function otherReaders(found: readonly OneTrack[]): Issue[] {
  const known = new Map<string, { readonly value: number; readonly file: string }>();
  return found.flatMap((one) => {
    const issues = one.of.rows.flatMap(({ reader, byMarket }) => {
      if (reader === 'tool') return [];
      const figures = byMarket.flatMap(({ market, figures: own }) =>
        Object.entries(own).map(([figure, value]) => ({ place: `${market} ${reader} ${figure}`, value })),
      );
      const first = figures.flatMap(({ place, value }) => {
        const before = known.get(place);
        if (!before) known.set(place, { value, file: one.file });
        return before && !(Math.abs(value - before.value) < ROUNDING) ? [before.file] : [];
      })[0];
      const about = { track: one.of.track, reader };
      return first === undefined ? [] : [issueIn(one, 'bench.table-other-figures', { ...about, first })];
    });
    return issues.slice(0, 1);
  });
}

const issueIn = ({ file }: NamedResult, code: string, params: Issue['params']): Issue => ({
  code,
  severity: 'error',
  path: [],
  params,
  position: { file, line: 1, column: 1 },
});
