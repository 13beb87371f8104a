import { tellingDecisions } from '#case/checking/model/check-forms.ts';
import type { DecisionOfCase } from '#case/checking/model/check-lengths.ts';
import { type FormFigures, measureForms, type Picked } from '#case/checking/model/form-figures.ts';
import { STRATEGIES, type Strategy, TESTED_STRATEGIES } from '#case/checking/model/form-strategies.ts';
import { formOf } from '#case/checking/model/option-form.ts';

const WIDTH = 15;
/** Maximum number of decisions listed for each strategy. */
const MAX_LISTED = 12;
const HEAD = `Scores of strategies that choose by form alone, in points above or below a random choice: good options found,
then harmful or red ones taken. Over all cases the first five (${TESTED_STRATEGIES.join(', ')}) must be within +5 and -5 in both.
Options that a strategy cannot tell apart count as their average. "random" is the score of a random choice, of 100.
`;

/**
 * A table for authors: the score of each strategy of choosing by form, per case and in total, and the decisions it
 * gives away.
 */
export function formsTable(decisions: readonly DecisionOfCase[]): string {
  const cases = [...new Set(decisions.map((decision) => decision.case))];
  const rows = cases.map((id) => [id, decisions.filter((decision) => decision.case === id)] as const);
  const all = cases.length > 1 ? [...rows, ['together', decisions] as const] : rows;
  const nameWidth = Math.max(...all.map(([name]) => name.length)) + 6;
  const line = (cells: readonly string[], [name = '', ...rest] = cells) =>
    `${name.padEnd(nameWidth)}${rest.map((cell) => cell.padStart(WIDTH)).join('')}`;
  return [
    HEAD,
    line(['case', 'random', ...STRATEGIES]),
    ...all.map(([name, of]) => line([`${name} (${of.length})`, ...cellsOf(measureForms(of))])),
    '',
    ...all.map(([name, of]) => reasonsLine(name, measureForms(of))),
    '',
    'Where it tells, the clearest first:',
    ...TESTED_STRATEGIES.flatMap((strategy) => [
      `  ${strategy} finds good: ${placesOf(decisions, strategy, 'good')}`,
      `  ${strategy} avoids harm: ${placesOf(decisions, strategy, 'harm')}`,
    ]),
    '',
    ...(cases.length === 1 ? optionLines(decisions) : []),
  ].join('\n');
}

function cellsOf({ chance, strategies }: FormFigures): string[] {
  const points = (value: number) => {
    const rounded = Math.round(100 * value);
    return rounded > 0 ? `+${rounded}` : String(rounded);
  };
  const beside = ({ good, harm }: Picked) => `${points(good - chance.good)} / ${points(harm - chance.harm)}`;
  return [
    `${Math.round(100 * chance.good)} / ${Math.round(100 * chance.harm)}`,
    ...STRATEGIES.map((strategy) => beside(strategies[strategy])),
  ];
}

function reasonsLine(name: string, { reasons: { giving, givingHarmful, options, harmful } }: FormFigures): string {
  const of = (part: number, whole: number) =>
    `${part} of ${whole}${whole === 0 ? '' : ` (${Math.round((100 * part) / whole)} %)`}`;
  return `${name}: harmful are ${of(givingHarmful, giving)} options that give a reason, and ${of(harmful, options)} of all`;
}

function placesOf(decisions: readonly DecisionOfCase[], strategy: Strategy, which: 'good' | 'harm'): string {
  const telling = tellingDecisions(decisions, strategy, which);
  const named = telling.slice(0, MAX_LISTED).map((decision) => `${decision.case}/${decision.id}`);
  const more = telling.length - named.length;
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ') || 'nowhere';
}

/** Every option of one case with its counts, so that an author sees the effect of a change of words. */
function optionLines(decisions: readonly DecisionOfCase[]): string[] {
  const lines = decisions.flatMap(({ id, options }) => [
    id,
    ...options.map(({ id: option, rating, text }, place) => {
      const { clauses, length, givesReason } = formOf(text, place);
      return `  ${option.padEnd(4)}${rating.padEnd(12)}${String(clauses).padStart(3)}${String(length).padStart(6)}  ${(givesReason ? 'reason' : '').padEnd(8)}${text}`;
    }),
  ]);
  return ['Option by option: its rating, clauses, characters, whether it gives a reason, its words.', ...lines, ''];
}
