import type { ReviewSubject } from '#case/plug/model/review-statement.ts';
import type { ReviewForm } from './review-form.ts';

/** Why a signed form is refused for a text, with the statements concerned. */
export interface FormOfText {
  readonly fault: 'other-text' | 'unknown-statement' | 'twice' | 'unanswered' | 'no-reason' | 'nothing-judged';
  readonly statements: readonly string[];
}

/**
 * Why a form is not a complete review of this text; undefined if it is. A complete review answers every statement once,
 * gives a reason for each dispute, and judges at least one statement. It is valid only for the text with this hash.
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
