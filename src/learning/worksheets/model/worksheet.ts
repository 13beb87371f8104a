/** How an answer stands: the authors give it, it can be argued too, or it does not hold. */
export type AnswerStanding = 'holds' | 'arguable' | 'fails';

/** One answer to a row. A part of a draft can be left as it stands: that answer has no text of its own. */
export interface SheetOption {
  readonly text?: string | undefined;
  readonly standing: AnswerStanding;
  /** The reason for this answer alone; without one, the reason of the row says why. */
  readonly why?: string | undefined;
}

/** One line of a worksheet: a fact to be judged, or a part of a draft to be left or replaced. */
export interface SheetRow {
  readonly name?: string | undefined;
  readonly text: string;
  readonly options: readonly SheetOption[];
  readonly why?: string | undefined;
}

/** Work inside a lesson with one answer for each row. `repair` has a draft, whose parts stand in their order. */
export interface ChoiceSheet {
  readonly form: 'matrix' | 'repair';
  readonly title: string;
  readonly task: string;
  readonly rows: readonly SheetRow[];
}

/** What a measure is worth to the person of a plan. */
export const USES = ['needed', 'possible', 'needless', 'harmful'] as const;
export type Use = (typeof USES)[number];

/** Work inside a lesson in which a reader chooses among measures for one person. */
export interface PlanSheet {
  readonly form: 'plan';
  readonly title: string;
  readonly task: string;
  readonly measures: readonly { readonly text: string; readonly use: Use; readonly why: string }[];
}

export type Worksheet = ChoiceSheet | PlanSheet;
