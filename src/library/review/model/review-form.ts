import type { ReviewSubject } from '#case/plug/model/review-statement.ts';

/** A reviewer's answer to one statement. A dispute has a reason; `cannot-say`: it is outside the reviewer's field. */
export interface ReviewVerdict {
  readonly id: string;
  readonly verdict: 'agree' | 'dispute' | 'cannot-say';
  readonly why?: string;
}

/** A review as a reviewer saves it: of one text, for one aspect, signed by name or role. */
export interface ReviewForm {
  readonly schema: 'review-form/2';
  readonly of: ReviewSubject['of'];
  readonly id: string;
  readonly textHash: string;
  readonly aspect: 'safety' | 'support' | 'law';
  /** Name or role under which the review may be shown. */
  readonly by: string;
  /** True if the reviewer agreed that name or role, day and disputes are published. */
  readonly consent: boolean;
  /** Day of the signature, as YYYY-MM-DD. */
  readonly on: string;
  readonly statements: readonly ReviewVerdict[];
}

/** Maximum characters of a reason, and of a name or role. */
export const MAX_WHY = 2000;
export const MAX_BY = 120;

/** The name of the file of a form. */
export const reviewFormName = ({ of, id, aspect, on }: Pick<ReviewForm, 'of' | 'id' | 'aspect' | 'on'>): string =>
  `review-${of}-${id}-${aspect}-${on}.json`;
