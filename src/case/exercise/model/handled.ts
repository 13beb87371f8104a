/** How many things of one sort a trainee handled, well or not. */
export interface HandledCount {
  /** Names the words for it, such as `detection.ads`. */
  readonly id: string;
  readonly n: number;
  /** How many there are; left out where the exercise sets no number. */
  readonly of?: number;
}

/** How much of an attempt was handled, from its log alone. It does not say whether it was right. */
export interface HandledWork {
  /** Decisions of the story that were taken. */
  readonly decisions: number;
  /** The exercises that were begun. `counts` is empty where the kind counts nothing. */
  readonly exercises: readonly { readonly state: string; readonly counts: readonly HandledCount[] }[];
}

/** True if no decision was taken and every exercise counts 0. An exercise whose kind counts nothing makes it false. */
export function isUntouched({ decisions, exercises }: HandledWork): boolean {
  const isEmpty = ({ counts }: HandledWork['exercises'][number]) =>
    counts.length > 0 && counts.every(({ n }) => n === 0);
  return decisions === 0 && exercises.length > 0 && exercises.every(isEmpty);
}
