import type { Mark } from '#kinds/detection/model/play.ts';

/** A mark of the open ad with its number and the words that the notebook shows. */
export interface NumberedMark {
  readonly mark: Mark;
  readonly n: number;
  readonly sign: string;
  readonly quote: string;
  /** False where the page shows nothing at that place any more. */
  readonly fits: boolean;
  /** "s. 4" or the name of the field. */
  readonly place: string;
}
