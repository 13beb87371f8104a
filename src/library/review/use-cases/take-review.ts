import type { ReviewSubject } from '#case/plug/model/review-statement.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import { setInYaml } from '#kernel/formats/yaml/set-in-yaml.ts';
import { lessonReviewFile } from '#library/content/use-cases/review-sets.ts';
import { wordingReviewFile } from '#library/content/use-cases/wording-reviews.ts';
import { type FormOfText, formFault } from '#library/review/model/form-fault.ts';
import type { ReviewForm } from '#library/review/model/review-form.ts';
import { type FormFault, readReviewForm } from '#library/review/model/schemas.ts';
import { ReviewSchema } from '#safety/content/model/schemas.ts';

/** Reads a text of the project for its reviewers, by what it is; undefined if there is none of that id. */
export type ReadSubjects = Readonly<
  Record<ReviewSubject['of'], (files: ProjectFiles, id: string) => ReviewSubject | undefined>
>;

/** Why a file is refused. `details` name places, statements or the text. */
export type ReviewRefusal =
  | { readonly why: FormFault | FormOfText['fault']; readonly details: readonly string[] }
  | { readonly why: 'no-such-text' | 'review-unreadable'; readonly details: readonly string[] };

export type TakenReview =
  | {
      readonly ok: true;
      readonly form: ReviewForm;
      /** The file to be written, relative to the project, and its new text. */
      readonly path: string;
      readonly text: string;
      /** The earlier review of this aspect, which the new one replaces; undefined where there was none. */
      readonly replaced: string | undefined;
    }
  | { readonly ok: false; readonly refusal: ReviewRefusal };

/**
 * Checks a saved form against the present text of its case, lesson or wordings, and makes its review file. Accepts only a signed
 * form with an answer to every statement of exactly this text. Writes nothing.
 */
export function takeReview(written: string, files: ProjectFiles, subjects: ReadSubjects): TakenReview {
  const read = readReviewForm(written);
  if (!read.ok) return refused(read.fault, read.said === '' ? [] : [read.said]);
  const { form } = read;
  const subject = subjects[form.of](files, form.id);
  if (!subject) return refused('no-such-text', [`${form.of} ${form.id}`]);
  const fault = formFault(form, subject);
  if (fault) return refused(fault.fault, fault.statements);

  const path = REVIEW_FILES[form.of](form.id);
  const before = files.read(path) ?? newReview(form);
  const yaml = readYaml(before, path);
  const review = yaml.ok ? ReviewSchema.safeParse(yaml.value.value) : undefined;
  if (!review?.success) return refused('review-unreadable', [path]);
  const old = review.data[form.aspect];
  const replaced = old.status === 'reviewed' ? `${old.by}, ${old.on}` : undefined;
  return { ok: true, form, path, text: setInYaml(before, form.aspect, aspectOf(form)), replaced };
}

/** Where the review of a text lies, by what it is. */
const REVIEW_FILES: Readonly<Record<ReviewSubject['of'], (id: string) => string>> = {
  case: (id) => `scenarios/${id}/review.yaml`,
  lesson: lessonReviewFile,
  wordings: wordingReviewFile,
};

/** What the review file says: who, when, what, of which text, and what is disputed. */
function aspectOf({ by, on, textHash, statements }: ReviewForm) {
  const disputes = statements.flatMap(({ id, verdict, why = '' }) =>
    verdict === 'dispute' ? [{ statement: id, why }] : [],
  );
  const unjudged = statements.flatMap(({ id, verdict }) => (verdict === 'cannot-say' ? [id] : []));
  const agreed = statements.length - disputes.length - unjudged.length;
  return {
    status: 'reviewed',
    by,
    on,
    what: `Form on ${statements.length} statements, ${agreed} agreed, ${disputes.length} disputed, ${unjudged.length} not judged.`,
    textHash,
    ...(disputes.length > 0 && { disputes }),
    ...(unjudged.length > 0 && { unjudged }),
  };
}

const newReview = ({ of, id }: ReviewForm) => `schema: review/1
of: ${of === 'case' ? 'scenario' : of} ${id}
safety: { status: not-reviewed }
support: { status: not-reviewed }
law: { status: not-reviewed }
`;

const refused = (why: ReviewRefusal['why'], details: readonly string[]): TakenReview => ({
  ok: false,
  refusal: { why, details },
});
