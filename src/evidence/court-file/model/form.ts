/** The scored parts of the questions of a form, in the order of a report. */
export const ITEM_PARTS = ['authority', 'attribution', 'rights', 'money'] as const;
export type ItemPart = (typeof ITEM_PARTS)[number];

/** A question with one right answer, by the law card of the State or by a sum. */
export interface ChoiceItem {
  readonly id: string;
  readonly part: ItemPart;
  readonly asks: string;
  readonly options: readonly { readonly id: string; readonly text: string }[];
}

/** A new fact, and how far it moves a view: nothing of it is scored. */
export interface ShiftItem {
  readonly id: string;
  readonly part: 'shift';
  readonly fact: string;
  /** What is thought to be so. */
  readonly asks: string;
}

export type FormItem = ChoiceItem | ShiftItem;

/**
 * What makes a bundle one of two forms, for use before and after a training. The two are built alike. Nobody has
 * measured whether they are equally hard.
 */
export interface BundleForm {
  /** The name that both forms share. */
  readonly pair: string;
  readonly place: 'before' | 'after';
  readonly items: readonly FormItem[];
}

export const isChoice = (item: FormItem): item is ChoiceItem => item.part !== 'shift';
