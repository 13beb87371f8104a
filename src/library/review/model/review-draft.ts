import type { ReviewForm, ReviewVerdict } from './review-form.ts';

type Aspect = ReviewForm['aspect'];
/** The answer to one statement so far. */
type Said = Omit<ReviewVerdict, 'verdict'> & { readonly verdict?: ReviewVerdict['verdict'] };

/** Unsaved answers of the reviews of a text, without name and consent. */
export interface ReviewDraft {
  /** The aspect that was edited last. */
  readonly aspect?: Aspect;
  /** Each aspect has answers of its own. */
  readonly said: Readonly<Partial<Record<Aspect, readonly Said[]>>>;
}

/** A draft as an earlier version of the site kept it: one set of answers, for the aspect that was chosen. */
interface DraftBefore {
  readonly aspect?: Aspect;
  readonly statements: readonly Said[];
}

/** A draft in the present format. Answers of an earlier draft without an aspect are dropped. */
export function presentDraft(kept: unknown): ReviewDraft | undefined {
  const { aspect, said, statements } = (kept ?? {}) as Partial<ReviewDraft & DraftBefore>;
  if (typeof said === 'object') return kept as ReviewDraft;
  return aspect && Array.isArray(statements) ? { aspect, said: { [aspect]: statements } } : undefined;
}
