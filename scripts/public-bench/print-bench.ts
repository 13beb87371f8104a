import type { ComparedFigure } from '#bench/markets/model/compare-results.ts';
import type { Rules } from '#bench/markets/model/rules.ts';
import type { BenchGap, BenchMean, BenchResult, BenchTable, TrackResult } from '#bench/markets/model/schemas.ts';
import { type ReaderName, TRACK, type TrackName } from '#bench/markets/model/tracks.ts';
import type { FigureName } from '#bench/predictions/model/schemas.ts';
import type { CommandIo } from '../command/command-io.ts';
import { counted } from '../command/counted.ts';
import { oneLine, printLines } from '../command/print-text.ts';
import { FIGURE_WORDS, number } from '../predictions/print-predictions.ts';

/** What a tool gets in each track, and what its table is about. */
export const TRACK_WORDS: Readonly<Record<TrackName, string>> = {
  page: 'track page: the tool gets all ads of a market and says how likely each is controlled or deceptive',
  records:
    'track records: the tool gets all ads and their records and says how likely each ad is controlled or deceptive',
  linking: 'track linking: the tool gets all ads and their records and says which ads come from one actor',
  authorship: 'track authorship: the tool gets all ads and says which ads one person or office has typed',
  templates: 'track templates: the tool gets all ads and says which ads repeat one text, whoever posted them',
  fairness: 'track fairness: the tool gets all ads; the table shows how unequally its false flags fall on groups',
};

/** What the rules of a result allow, and what that is worth. */
export const RULES_WORDS: Readonly<Record<Rules, string>> = {
  closed: 'rules closed: the tool has learned from nothing of this bench or its generator but the split train',
  open: 'rules open: the tool may have learned from anything, also from markets that its makers drew with the generator',
};

/** What stands beside the rules. */
export const OWN_WORD = 'This is the word of whoever ran the tool. Nobody checks it.';

/** What each reader knows, in one line. */
export const KNOWS: Readonly<Record<ReaderName, string>> = {
  tool: 'what the track hands out',
  signs: 'is told which signs an ad shows, counts them, and has seen in the train split how often such ads are sought',
  weights: 'is told which signs and cues an ad shows, and weighs them by the likelihood ratios of the catalogue',
  'n-grams': 'has learned words and runs of letters of title and text from the train split, and reads nothing else',
  links:
    'joins ads that share an account, number, picture, payer or the like, and has seen in the train split how often they are sought',
  texts: 'joins ads that have a line of five words or more in common, figures aside, and compares nothing else',
  ceiling: 'knows every chance of the generator and all signs and links that the track shows, and not what was drawn',
};

const RANKED = ['auc', 'average-precision', 'brier-skill', 'likelihood-rank', 'sensitivity', 'specificity'] as const;
const GROUPED = ['link-precision', 'link-recall', 'link-f1', 'cluster-b-cubed-f1', 'cluster-ari'] as const;

/** Figures that have a column; the file of the result has all of them. */
const COLUMNS: Readonly<Record<Exclude<TrackName, 'fairness'>, readonly FigureName[]>> = {
  page: RANKED,
  records: RANKED,
  linking: GROUPED,
  authorship: GROUPED,
  templates: GROUPED,
};

const NAME = 9;
const CELL = 21;
const CHANCE = 31;

/** What a reader of a score needs to know, whatever the score is. */
export const HONEST = [
  'All values are training values of this simulation. A good score does not show that a tool works on real ads, that its',
  'flags are right anywhere else, or that a person may be accused. Possible minors are in no figure: no tool is asked about',
  'them. Figures stand side by side, with 95 % intervals over actors and markets; there is no total.',
];

/** What a figure of an open market does not say about a hidden one. */
const OTHER_TEXTS = [
  'Texts of hidden markets are built from other constructions. A tool that learned words from open markets is worse there.',
  'To see how much, draw hidden markets of your own: bench-markets --split test.',
];

/** How the lines of the track fairness are read. */
const GAP_WORDS = [
  'gap: how far the group that is farthest away lies from all ads together, in false flags per ad that is not sought. It is',
  'never below 0, so that its interval says nothing about chance.',
];

/** A result beside another one. */
export interface ComparedTool {
  /** Name of the other tool or its team. */
  readonly with: string;
  readonly differences: readonly ComparedFigure[];
}

/** Prints a result as text: for each track and profile the tool beside baselines and ceiling. */
export function printBench(io: CommandIo, result: BenchResult, compared?: ComparedTool): void {
  const { bench, split, rules, tool, name, note, threshold, tracks, notice } = result;
  const lines = [
    notice,
    `${bench.name} ${bench.version}, generator ${bench.generatorVersion}, split ${split}; a flag is a probability from ${threshold} on`,
    `${RULES_WORDS[rules]}. ${OWN_WORD}`,
    `tool: ${name === undefined ? tool : `${name} (${tool})`}`,
    ...(note === undefined ? [] : [`in words of its own: ${note}`]),
    ...tracks.flatMap((track) => ['', ...trackLines(track)]),
    ...(compared ? ['', ...comparedLines(compared)] : []),
    '',
    ...(split === 'test' ? [] : [...OTHER_TEXTS, '']),
    ...HONEST,
    ...tracks
      .filter(hasNoScore)
      .map(({ track, runs }) => `${track}: none of ${counted(runs.length, 'market')} has a score.`),
  ];
  printLines(io, ...lines.map(oneLine));
}

const hasNoScore = ({ runs }: TrackResult) => runs.every((run) => run.failed !== undefined);

function trackLines({ track, runs, rows }: TrackResult): string[] {
  const [own] = rows;
  const failed = runs.filter((run) => run.failed !== undefined).length;
  return [
    TRACK_WORDS[track],
    ...(own?.tables ?? []).flatMap(({ profile, markets }) => [
      '',
      profile === 'all'
        ? `all profiles, ${counted(markets, 'market')}: a mean over markets of several settings, no total`
        : `${profile}, ${counted(markets, 'market')}`,
      ...(track === 'fairness' ? gapLines(rows, profile) : figureLines(rows, profile, COLUMNS[track])),
    ]),
    '',
    ...rows
      .filter(({ reader, byMarket }) => reader !== 'tool' && byMarket.length > 0)
      .map(({ reader }) => `${reader.padEnd(NAME)}${KNOWS[reader]}`),
    ...(track === 'fairness' ? [...GAP_WORDS, comparisonsLine(rows.flatMap(({ tables }) => tables))] : []),
    ...(TRACK[track].clusters ? [`${'ceiling'.padEnd(NAME)}none is known: no reader of all chances groups ads`] : []),
    costOf(runs),
    ...(failed > 0 && failed < runs.length
      ? [`${failed} of ${counted(runs.length, 'market')} have no score; every row is about the other markets alone.`]
      : []),
  ];
}

type Rows = TrackResult['rows'];

function* tablesOf(rows: Rows, profile: BenchTable['profile']): Generator<[ReaderName, BenchTable]> {
  for (const { reader, tables } of rows) {
    const table = tables.find((one) => one.profile === profile);
    if (table) yield [reader, table];
  }
}

function figureLines(rows: Rows, profile: BenchTable['profile'], columns: readonly FigureName[]): string[] {
  const tables = [...tablesOf(rows, profile)];
  const heads = columns.map((name) => FIGURE_WORDS[name]);
  const cellsOf = ({ figures, markets, flags }: BenchTable) => [
    ...columns.map((name) => meanCell(figures[name], markets)),
    flagsOf(flags),
  ];
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(NAME)}${cells.map((cell) => cell.padEnd(CELL)).join('')}`.trimEnd();
  return [
    line('', tables.some(([, { flags }]) => flags) ? [...heads, 'flags (false)'] : heads),
    ...tables.map(([reader, table]) => line(reader, cellsOf(table))),
  ];
}

function gapLines(rows: Rows, profile: BenchTable['profile']): string[] {
  const attributes = rows[0]?.tables.find((table) => table.profile === profile)?.gaps ?? [];
  return attributes.flatMap(({ attribute }) => [
    `${attribute.padEnd(NAME)}${'gap'.padEnd(CELL)}by chance, half of the time and 95 of 100 times at most; flags (false)`,
    ...[...tablesOf(rows, profile)].flatMap(([reader, { gaps = [], markets, flags }]) =>
      gaps
        .filter((one) => one.attribute === attribute)
        .map((one) => {
          if (flags?.all === 0) return `${reader.padEnd(NAME)}${FLAGS_NOBODY}`;
          const { gap, byChance } = one;
          const chance = `${number(byChance.median)} ${number(byChance.high)}  ${verdictOn(one, flags)}`;
          return `${reader.padEnd(NAME)}${meanCell(gap, markets).padEnd(CELL)}${chance.padEnd(CHANCE)}${flagsOf(flags)}`.trimEnd();
        }),
    ),
  ]);
}

/** What stands in the place of a gap where a tool has no flag in any market. */
export const FLAGS_NOBODY = 'flags nobody';

/** What chance says of a gap. A tool without a false flag treats no group otherwise than another one. */
export function verdictOn({ gap, byChance }: BenchGap, flags: BenchTable['flags']): string {
  if (flags?.false === 0) return 'no false flag';
  return gap.value > byChance.high ? 'larger than that' : 'within chance';
}

/** How many gaps are compared with chance in tables, and what chance alone makes of them. */
export function comparisonsLine(tables: readonly BenchTable[]): string {
  const compared = tables.filter(({ flags }) => flags?.false !== 0);
  const gaps = compared.flatMap(({ gaps = [] }) => gaps);
  const larger = gaps.filter(({ gap, byChance }) => gap.value > byChance.high).length;
  return `${counted(gaps.length, 'gap')} compared with chance, ${larger} larger. Of 20 gaps of a tool that treats all groups alike, about one is larger by chance alone.`;
}

/** Flags, and in brackets how many of them are false. */
function flagsOf(flags: BenchTable['flags']): string {
  if (!flags) return '';
  return flags.all === 0 ? FLAGS_NOBODY : `${flags.all} (${flags.false})`;
}
/** A mean with its interval; how many markets it is about, where a figure is not defined in all of them. */
function meanCell(mean: BenchMean | undefined, markets: number): string {
  if (!mean) return '-';
  const few = mean.markets < markets ? `/${mean.markets}` : '';
  return `${number(mean.value)} ${number(mean.low)}–${number(mean.high)}${few}`;
}

function comparedLines({ with: other, differences }: ComparedTool): string[] {
  if (differences.length === 0) return [`compared with ${other}: no market and track in common`];
  return [
    `compared with ${other}: this tool minus that one in the same markets`,
    ...differences.map(({ track, profile, figure, value, low, high, markets }) => {
      const interval =
        low === undefined || high === undefined ? 'one market, no interval' : `${signed(low)} to ${signed(high)}`;
      const name = figure in FIGURE_WORDS ? FIGURE_WORDS[figure as FigureName] : figure;
      return `${track.padEnd(NAME)}${profile.padEnd(5)}${name.padEnd(22)}${signed(value)}  ${interval}, ${counted(markets, 'market')}`;
    }),
  ];
}

function costOf(runs: TrackResult['runs']): string {
  const times = runs.flatMap(({ seconds }) => seconds ?? []);
  if (times.length === 0) return 'time and memory: not measured, the tables were handed in';
  const all = times.reduce((sum, seconds) => sum + seconds, 0);
  const most = Math.max(...times);
  const peaks = runs.flatMap(({ peakBytes }) => peakBytes ?? []);
  const memory = peaks.length > 0 ? `${(Math.max(...peaks) / 1e6).toFixed(0)} MB seen at most` : 'not measured';
  return `time: ${all.toFixed(1)} s in all, ${most.toFixed(1)} s in the slowest market; memory: ${memory}`;
}

const signed = (value: number) => (number(value).startsWith('-') ? number(value) : `+${number(value)}`);
