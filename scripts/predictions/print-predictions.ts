import type { PredictionFigure, PredictionReport } from '#bench/predictions/model/schemas.ts';
import type { CommandIo } from '../command/command-io.ts';
import { oneLine, printLines } from '../command/print-text.ts';

/** Names of figures in words. */
export const FIGURE_WORDS: Readonly<Record<keyof PredictionReport['figures'], string>> = {
  sensitivity: 'sensitivity',
  specificity: 'specificity',
  'ppv-2': 'right flags at 2 %',
  'ppv-6': 'right flags at 6 %',
  'ppv-20': 'right flags at 20 %',
  auc: 'area under curve',
  'average-precision': 'average precision',
  'brier-skill': 'Brier skill',
  'likelihood-rank': 'rank by evidence',
  'link-precision': 'link precision',
  'link-recall': 'link recall',
  'link-f1': 'link F1',
  'cluster-b-cubed-precision': 'B-cubed precision',
  'cluster-b-cubed-recall': 'B-cubed recall',
  'cluster-b-cubed-f1': 'B-cubed F1',
  'cluster-ari': 'adjusted Rand',
  'sign-precision': 'sign precision',
  'sign-recall': 'sign recall',
  'sign-f05': 'sign F0.5',
};
const NAME_WIDTH = 22;

/** Prints a report as text: one figure per line with its 95 % interval, never a total. */
export function printPredictions(io: CommandIo, report: PredictionReport): void {
  const { counts, confusion, calibration } = report;
  const lines = [
    `SYNTHETIC TRAINING MATERIAL, market ${report.marketId}`,
    `${counts.scored} of ${counts.ads} ads scored, ${counts.controlled} controlled or deceptive; ${counts.withheld} withheld, ${counts.missing} without a row, ${counts.unknown} unknown`,
    `flag from ${number(report.threshold)}: ${confusion.hits} hits, ${confusion.misses} misses, ${confusion.falseAlarms} false flags, ${confusion.correctRejections} left alone`,
    '',
    `  ${'figure'.padEnd(NAME_WIDTH)}  value   from     to       n`,
    ...Object.entries(FIGURE_WORDS).map(([name, word]) =>
      figureLine(word, report.figures[name as keyof PredictionReport['figures']]),
    ),
    ...report.bias.flatMap(({ attribute, gap, byChance, widest, groups }) => [
      '',
      `false flags by ${plain(attribute)}, widest at ${plain(widest)}`,
      `by chance the gap would be up to ${number(byChance.high)} in 95 of 100 markets, and up to ${number(byChance.median)} in 50`,
      `this gap is ${gap.value > byChance.high ? 'larger than that' : 'within chance'}`,
      figureLine('gap', gap),
      ...groups.map(({ name, falseFlags }) => figureLine(plain(name), falseFlags)),
    ]),
    '',
    `calibration, ${calibration.leftOut} ads in bins too small`,
    `  ${'said'.padEnd(NAME_WIDTH)}   true   from     to       n`,
    ...calibration.bins.map((bin) =>
      figureLine(`${number(bin.from)} to ${number(bin.to)}`, { ...bin, value: bin.observed }),
    ),
    ...(report.signs ? signLines(report.signs) : []),
    ...(report.notes.length > 0 ? ['', 'notes', ...report.notes.map(({ code, text }) => `  ${text ?? code}`)] : []),
  ];
  printLines(io, ...lines.map(oneLine));
}

function signLines(signs: NonNullable<PredictionReport['signs']>): string[] {
  const width = Math.max(NAME_WIDTH, ...signs.map(({ indicator }) => indicator.length));
  const share = (value: number | undefined) => cell(value === undefined ? '-' : number(value));
  return [
    '',
    `  ${'sign'.padEnd(width)} planted  named  right  traps  prec.  recall`,
    ...signs.map(
      (sign) =>
        `  ${plain(sign.indicator).padEnd(width)} ${cell(sign.planted)} ${cell(sign.named)}${cell(sign.right)}${cell(sign.trapped)}${share(sign.precision)} ${share(sign.recall)}`,
    ),
  ];
}

function figureLine(word: string, figure: Pick<PredictionFigure, 'value' | 'low' | 'high' | 'n'> | undefined): string {
  if (!figure) return `  ${word.padEnd(NAME_WIDTH)} ${cell('-')}`;
  const { value, low, high, n } = figure;
  return `  ${word.padEnd(NAME_WIDTH)}${[value, low, high].map((part) => cell(number(part))).join('')} ${cell(n)}`;
}

const cell = (value: number | string) => String(value).padStart(7);

/** Three decimal places, without negative zero. */
export const number = (value: number) => value.toFixed(3).replace(/^-(0\.000)$/, '$1');

/** A label from a file, on one line and without control characters. */
const plain = (text: string) => text.replaceAll(/\p{Cc}+/gu, ' ');
