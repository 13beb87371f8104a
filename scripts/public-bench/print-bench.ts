import type { ComparedFigure } from '#core/bench/compare-results.ts';
import type { BenchMean, BenchResult, BenchTable, TrackResult } from '#core/bench/schemas.ts';
import type { ReaderName, TrackName } from '#core/bench/tracks.ts';
import type { FigureName } from '#core/prediction/schemas.ts';
import type { CommandIo } from '../command/command-io.ts';
import { counted } from '../command/counted.ts';
import { oneLine, printLines } from '../command/print-text.ts';
import { FIGURE_WORDS } from '../predictions/print-predictions.ts';

/** What a tool gets in each track, and what its table is about. */
export const TRACK_WORDS: Readonly<Record<TrackName, string>> = {
  page: 'track page: the tool gets all ads of a market and says how likely each is controlled or deceptive',
  records:
    'track records: the tool gets all ads and their records and says how likely each ad is controlled or deceptive',
  linking: 'track linking: the tool gets all ads and their records and says which ads come from one actor',
  fairness: 'track fairness: the tool gets all ads; the table shows how unequally its false flags fall on groups',
};

/** What each reader knows, in one line. */
export const KNOWS: Readonly<Record<ReaderName, string>> = {
  tool: 'what the track hands out',
  signs: 'is told which signs an ad shows, counts them, and has seen in the train split how often such ads are sought',
  weights: 'is told which signs and cues an ad shows, and weighs them by the likelihood ratios of the catalogue',
  'n-grams': 'has learned words and runs of letters of title and text from the train split, and reads nothing else',
  links:
    'joins ads that share an account, number, picture, payer or the like; the size of a group comes from the train split',
  ceiling: 'knows every chance of the generator and all signs and links that the track shows, and not what was drawn',
};

/** Figures that have a column; the file of the result has all of them. */
const COLUMNS: Readonly<Record<Exclude<TrackName, 'fairness'>, readonly FigureName[]>> = {
  page: ['auc', 'average-precision', 'brier-skill', 'sensitivity', 'specificity'],
  records: ['auc', 'average-precision', 'brier-skill', 'sensitivity', 'specificity'],
  linking: ['cluster-b-cubed-precision', 'cluster-b-cubed-recall', 'cluster-b-cubed-f1', 'cluster-ari'],
};

const NAME = 9;
const CELL = 21;

/** What a reader of a score needs to know, whatever the score is. */
export const HONEST = [
  'All values are training values of this simulation. A good score does not show that a tool works on real ads, that its',
  'flags are right anywhere else, or that a person may be accused. Possible minors are in no figure: no tool is asked about',
  'them. Figures stand side by side, with 95 % intervals over actors and markets; there is no total.',
];

/** A result beside another one. */
export interface Compared {
  readonly tool: string;
  readonly differences: readonly ComparedFigure[];
}

/** Prints a result as text: for each track and profile the tool beside baselines and ceiling. */
export function printBench(io: CommandIo, result: BenchResult, compared?: Compared): void {
  const { bench, split, tool, name, note, threshold, tracks, notice } = result;
  const lines = [
    notice,
    `${bench.name} ${bench.version}, generator ${bench.generatorVersion}, split ${split}; a flag is a probability from ${threshold} on`,
    `tool: ${name === undefined ? tool : `${name} (${tool})`}`,
    ...(note === undefined ? [] : [`in words of its own: ${note}`]),
    ...tracks.flatMap((track) => ['', ...trackLines(track)]),
    ...(compared ? ['', ...comparedLines(compared)] : []),
    '',
    ...HONEST,
  ];
  printLines(io, ...lines.map(oneLine));
}

function trackLines({ track, runs, rows }: TrackResult): string[] {
  const [own] = rows;
  const failed = runs.filter((run) => run.failed !== undefined).length;
  return [
    TRACK_WORDS[track],
    ...(own?.tables ?? []).flatMap(({ profile, markets }) => [
      '',
      `${profile === 'all' ? 'all profiles' : profile}, ${counted(markets, 'market')}`,
      ...(track === 'fairness' ? gapLines(rows, profile) : figureLines(rows, profile, COLUMNS[track])),
    ]),
    '',
    ...rows
      .filter(({ reader, byMarket }) => reader !== 'tool' && byMarket.length > 0)
      .map(({ reader }) => `${reader.padEnd(NAME)}${KNOWS[reader]}`),
    ...(track === 'linking' ? [`${'ceiling'.padEnd(NAME)}none is known: no reader of all chances groups ads`] : []),
    costOf(runs),
    ...(failed > 0
      ? [
          failed === runs.length
            ? `None of ${counted(failed, 'market')} has a score.`
            : `${failed} of ${counted(runs.length, 'market')} have no score; every row is about the other markets alone.`,
        ]
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
  const head = columns.map((name) => FIGURE_WORDS[name].padEnd(CELL)).join('');
  return [
    `${' '.repeat(NAME)}${head}`.trimEnd(),
    ...[...tablesOf(rows, profile)].map(([reader, { figures, markets }]) =>
      `${reader.padEnd(NAME)}${columns.map((name) => meanCell(figures[name], markets).padEnd(CELL)).join('')}`.trimEnd(),
    ),
  ];
}

function gapLines(rows: Rows, profile: BenchTable['profile']): string[] {
  const attributes = rows[0]?.tables.find((table) => table.profile === profile)?.gaps ?? [];
  return attributes.flatMap(({ attribute }) => [
    `${attribute.padEnd(NAME)}${'gap'.padEnd(CELL)}by chance, half of the time and 95 of 100 times at most`,
    ...[...tablesOf(rows, profile)].flatMap(([reader, { gaps = [], markets }]) =>
      gaps
        .filter((one) => one.attribute === attribute)
        .map(
          ({ gap, byChance }) =>
            `${reader.padEnd(NAME)}${meanCell(gap, markets).padEnd(CELL)}${number(byChance.median)} ${number(byChance.high)}  ${gap.value > byChance.high ? 'larger than that' : 'within chance'}`,
        ),
    ),
  ]);
}

/** A mean with its interval; how many markets it is about, where a figure is not defined in all of them. */
function meanCell(mean: BenchMean | undefined, markets: number): string {
  if (!mean) return '-';
  const few = mean.markets < markets ? `/${mean.markets}` : '';
  return `${number(mean.value)} ${number(mean.low)}–${number(mean.high)}${few}`;
}

function comparedLines({ tool, differences }: Compared): string[] {
  if (differences.length === 0) return [`compared with ${tool}: no market and track in common`];
  return [
    `compared with ${tool}: this tool minus that one in the same markets`,
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

/** Three decimal places, without negative zero. */
const number = (value: number) => value.toFixed(3).replace(/^-(0\.000)$/, '$1');
const signed = (value: number) => (number(value).startsWith('-') ? number(value) : `+${number(value)}`);
