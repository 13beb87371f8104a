import type { Bundle } from '#evidence/court-file/model/bundle.ts';
import type { LawCard } from '#evidence/court-file/model/court-law.ts';

/**
 * The brief of a courtroom exercise as it is played: the bundle that its author names, and the law card of its State.
 */
export interface CourtFile {
  readonly bundle: Bundle;
  readonly law: LawCard;
}

/** The six lines of a ruling, in the order in which they are written and marked. */
export const RULING_LINES = ['defect', 'rule', 'fairness', 'cure', 'still-proves', 'consequence'] as const;

/**
 * Questions of the judgment that are asked so far: one about a request for an order comes once every order is chosen.
 */
export const askedQuestions = (
  { judgment }: Pick<Bundle, 'judgment'>,
  choices: Readonly<Record<string, string>>,
): Bundle['judgment'] =>
  judgment.filter(
    ({ part }) => part !== 'amendment' || judgment.every((one) => one.part !== 'order' || choices[one.id]),
  );

/** Exhibits of the matrix, in order. */
export const weighedExhibits = ({ exhibits }: Pick<Bundle, 'exhibits'>) =>
  exhibits.filter(({ outsideMatrix }) => outsideMatrix !== true);
