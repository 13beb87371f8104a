import type { ChoiceSheet, PlanSheet, SheetOption, SheetRow } from './worksheet.ts';

/** The number of the chosen option of each row, by the number of the row; a row without an answer has none. */
export type ChosenAnswers = Readonly<Record<number, number>>;

/** The answer of the authors to a row. */
export function heldOption({ options }: SheetRow): SheetOption | undefined {
  return options.find(({ standing }) => standing === 'holds');
}

/** Whether the part of a draft is sound, so that it can stand as it is. Of a fact to be judged it says nothing. */
export const isSound = ({ options }: SheetRow): boolean =>
  options.some(({ text, standing }) => text === undefined && standing === 'holds');

/** How the answers to a sheet stand; each number counts rows. */
export interface ComparedAnswers {
  readonly answered: number;
  readonly open: number;
  readonly same: number;
  readonly arguable: number;
  readonly other: number;
  /** Only for drafts, 0 for a matrix: faults left, faults replaced by another fault, correct parts replaced. */
  readonly faultsLeft: number;
  readonly faultsReplaced: number;
  readonly soundReplaced: number;
}

export function compareAnswers({ form, rows }: ChoiceSheet, answers: ChosenAnswers): ComparedAnswers {
  const chosen = rows.flatMap((row, at) => {
    const option = row.options[answers[at] ?? -1];
    return option ? [{ row, option }] : [];
  });
  const count = (test: (one: (typeof chosen)[number]) => boolean) => chosen.filter(test).length;
  const fails = ({ option }: (typeof chosen)[number]) => option.standing === 'fails';
  const isDraft = form === 'repair';
  const isLeft = ({ option }: (typeof chosen)[number]) => option.text === undefined;
  return {
    answered: chosen.length,
    open: rows.length - chosen.length,
    same: count(({ option }) => option.standing === 'holds'),
    arguable: count(({ option }) => option.standing === 'arguable'),
    other: count(fails),
    faultsLeft: count((one) => isDraft && fails(one) && isLeft(one)),
    faultsReplaced: count((one) => isDraft && fails(one) && !isLeft(one) && !isSound(one.row)),
    soundReplaced: count((one) => isDraft && fails(one) && isSound(one.row)),
  };
}

/** How a plan stands; each number counts measures. */
export interface ComparedPlan {
  readonly chosen: number;
  readonly needed: number;
  readonly neededLeftOut: number;
  readonly needless: number;
  readonly harmful: number;
}

export function comparePlan({ measures }: PlanSheet, chosen: readonly number[]): ComparedPlan {
  const count = (use: string, isChosen: boolean) =>
    measures.filter((measure, at) => measure.use === use && chosen.includes(at) === isChosen).length;
  return {
    chosen: chosen.length,
    needed: count('needed', true),
    neededLeftOut: count('needed', false),
    needless: count('needless', true),
    harmful: count('harmful', true),
  };
}
