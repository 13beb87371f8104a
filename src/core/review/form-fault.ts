import type { ReviewForm } from './review-form.ts';
import type { ReviewSubject } from './statement.ts';

/** Why a signed form cannot be taken for a text, with the statements that it is about. */
export interface FormOfText {
  readonly fault: 'other-text' | 'unknown-statement' | 'twice' | 'unanswered' | 'no-reason' | 'nothing-judged';
  readonly statements: readonly string[];
}

/**
 * Why a form is not a whole review of this text; undefined where it is. A review says something of every statement, once,
 * and why it disputes one; it judges at least one of them. It holds for the text with this hash and for no other.
 */
export function formFault(
  { textHash, statements }: Pick<ReviewForm, 'textHash' | 'statements'>,
  subject: Pick<ReviewSubject, 'textHash' | 'statements'>,
): FormOfText | undefined {
  if (textHash !== subject.textHash) return { fault: 'other-text', statements: [] };
  const given = statements.map(({ id }) => id);
  const asked = subject.statements.map(({ id }) => id);
  const found = (fault: FormOfText['fault'], ids: readonly string[]) =>
    ids.length > 0 ? { fault, statements: ids } : undefined;
  return (
    found(
      'unknown-statement',
      given.filter((id) => !asked.includes(id)),
    ) ??
    found(
      'twice',
      given.filter((id, n) => given.indexOf(id) < n),
    ) ??
    found(
      'unanswered',
      asked.filter((id) => !given.includes(id)),
    ) ??
    found(
      'no-reason',
      statements.filter(({ verdict, why }) => verdict === 'dispute' && why === undefined).map(({ id }) => id),
    ) ??
    (statements.every(({ verdict }) => verdict === 'cannot-say')
      ? { fault: 'nothing-judged', statements: [] }
      : undefined)
  );
}
