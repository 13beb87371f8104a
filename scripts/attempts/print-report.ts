import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import type { CommandIo } from '../command/command-io.ts';
import { oneLine, printJson, printLines } from '../command/print-text.ts';

/** Prints a score report: one criterion per line, then figures, never a total. */
export function printReport(io: CommandIo, report: ScoreReport, asJson: boolean): void {
  if (asJson) {
    printJson(io, report);
    return;
  }
  const number = (value: number) => String(Math.round(value * 1000) / 1000);
  const beside = (ideal: number | undefined) => (ideal === undefined ? '' : `   ideal observer ${number(ideal)}`);
  const lines = [
    `${report.scenario}, attempt ${report.attempt}, ending ${report.ending || 'not reached'}${report.redLine ? ', red line crossed' : ''}`,
    ...(report.retry
      ? [
          `  a retry of attempt ${report.retry.of} from event ${report.retry.from}: its score is not that of a first attempt`,
        ]
      : []),
    ...report.criteria.map(
      ({ id, raw, min, max, scaled, ideal }) =>
        `  ${id.padEnd(22)} ${number(scaled).padStart(6)}   raw ${number(raw)} in ${number(min)} to ${number(max)}${beside(ideal)}`,
    ),
    'figures',
    ...report.figures.map(({ id, value, ideal }) => `  ${id.padEnd(22)} ${number(value).padStart(6)}${beside(ideal)}`),
    `${report.findings.length} findings, ${report.path.length} choices`,
  ];
  printLines(io, ...lines.map(oneLine));
}
