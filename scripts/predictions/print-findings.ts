import type { Count } from '#market/platforms/model/observed-case.ts';
import type { CardJudgement, FindingsReport } from '#market/platforms/model/score-findings.ts';
import type { CommandIo } from '../command/command-io.ts';
import { oneLine, printLines } from '../command/print-text.ts';

const NAME_WIDTH = 22;
const VERDICTS: readonly CardJudgement['verdict'][] = ['right', 'wrong', 'missed', 'open'];

/** Prints the score of a team's findings: one criterion per line, then each wrong or missed finding, never a total. */
export function printFindings(io: CommandIo, report: FindingsReport, notes: readonly string[]): void {
  const { cards, criteria, wrongAccusations, hours } = report;
  const missed = cards.filter((card) => card.missed.length > 0);
  const lines = [
    `SYNTHETIC TRAINING MATERIAL, market ${report.marketId}`,
    `${cards.length} cards: ${VERDICTS.map((verdict) => `${cards.filter((card) => card.verdict === verdict).length} ${verdict}`).join(', ')}`,
    `${ratio(report.precision)} accusations are true, ${ratio(report.recall)} faults were found, ${ratio(report.soundLeftAlone)} sound cards were left alone`,
    '',
    `  ${'criterion'.padEnd(NAME_WIDTH)} scaled     raw     min     max`,
    ...criteria.map(
      ({ id, scaled, raw, min, max }) =>
        `  ${id.padEnd(NAME_WIDTH)}${[scaled, raw, min, max].map((value) => cell(number(value))).join(' ')}`,
    ),
    ...section(
      'accused without cause',
      wrongAccusations.map(({ site, card, finding, row, instead }) => {
        const place = row === undefined ? '' : `row ${row}: `;
        return `${place}${site} ${card} ${finding}; instead: ${instead.map(({ did, reason }) => `${did} (${reason})`).join(', ')}`;
      }),
    ),
    ...section(
      'faults that nobody named',
      missed.map((card) => `${card.site} ${card.card} ${card.missed.join(', ')}`),
    ),
    ...section(
      'hours',
      hours.map(
        ({ site, card, finding, given, actual, within }) =>
          `${site} ${card} ${finding}: ${given ?? 'not'} given, ${actual} true, ${within ? 'right' : 'not right'}`,
      ),
    ),
    ...section('notes', notes),
  ];
  printLines(io, ...lines.map(oneLine));
}

const section = (title: string, lines: readonly string[]) =>
  lines.length > 0 ? ['', title, ...lines.map((line) => `  ${line}`)] : [];

const ratio = ([part, all]: Count) => `${part} of ${all}`;

const cell = (text: string) => text.padStart(7);

/** At most three decimal places. */
const number = (value: number) => String(Math.round(value * 1000) / 1000);
