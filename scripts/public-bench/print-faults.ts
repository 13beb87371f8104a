import type { TrackName } from '#bench/markets/model/tracks.ts';
import type { Issue } from '#kernel/model/issue.ts';
import type { CommandIo } from '../command/command-io.ts';
import { counted } from '../command/counted.ts';
import { printIssue } from '../command/print-issue.ts';
import { complain } from '../command/print-text.ts';

/** A market of one track. */
export interface TrackMarket {
  readonly track: TrackName;
  readonly market: string;
}

/** What is wrong with a tool in one market of a track. */
export interface MarketFault extends TrackMarket {
  readonly issue: Issue;
}

/** Rows of a table about ads that the market does not have. */
export interface UnknownRows extends TrackMarket {
  readonly rows: number;
}

/** Prints each reason once, as it is in the first market that has it, and below it all its markets. */
export function printFaults(io: CommandIo, faults: readonly MarketFault[]): void {
  for (const same of Map.groupBy(faults, ({ issue }) => issue.code).values()) {
    const [first] = same;
    if (first) complain(io, printIssue(first.issue));
    if (new Set(same.map(runOf)).size > 1) complainMarkets(io, same);
  }
}

/** Prints how many rows were left out because they are about other ads, and in which markets. */
export function printUnknownRows(io: CommandIo, unknown: readonly UnknownRows[]): void {
  if (unknown.length === 0) return;
  complain(io, 'Rows about ads that the market does not have were left out. Look whether each table is of its market.');
  for (const [rows, same] of Map.groupBy(unknown, (one) => one.rows)) {
    complain(io, `  ${counted(rows, 'row')} in each of these:`);
    complainMarkets(io, same);
  }
}

const runOf = ({ track, market }: TrackMarket) => `${track} ${market}`;

/** The markets of each track; tracks with the same markets are in one list. */
function complainMarkets(io: CommandIo, runs: readonly TrackMarket[]): void {
  const byTrack = Map.groupBy(runs, ({ track }) => track);
  const lists = [...byTrack].map(([track, own]) => ({ track, markets: [...new Set(own.map(({ market }) => market))] }));
  for (const same of Map.groupBy(lists, ({ markets }) => markets.join()).values()) {
    const markets = same[0]?.markets ?? [];
    const tracks = same.map(({ track }) => track).join(', ');
    complain(io, `  ${counted(markets.length, 'market')}, track ${tracks}:`);
    complainNames(io, markets);
  }
}

/** Names in a line. */
const NAMES = 5;

/** Prints names below a sentence, some in a line. */
export function complainNames(io: CommandIo, names: readonly string[]): void {
  for (let from = 0; from < names.length; from += NAMES)
    complain(io, `    ${names.slice(from, from + NAMES).join(', ')}`);
}
