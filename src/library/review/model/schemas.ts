import { z } from 'zod';
import { parseShape } from '#kernel/model/parse-shape.ts';
import { isIdForPath } from '#kernel/model/path-names.ts';
import { MAX_BY, MAX_WHY, type ReviewForm } from './review-form.ts';

/** Maximum characters of a form: far above the longest, with a reason at each statement. */
export const MAX_FORM = 1_000_000;
const MAX_STATEMENTS = 2000;

const name = z.string().min(1).max(200);
/** One line without characters that could break the file that it is written to. */
const line = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u);

const FormSchema = z.strictObject({
  /** The first version had two answers to a statement, with the same meaning as now. */
  schema: z.enum(['review-form/1', 'review-form/2']),
  of: z.enum(['case', 'lesson', 'wordings']),
  id: z.string().refine(isIdForPath),
  textHash: z.string().regex(/^[0-9a-f]{64}$/),
  aspect: z.enum(['safety', 'support', 'law']),
  by: z.string().max(1000),
  consent: z.boolean(),
  on: z.iso.date(),
  statements: z
    .array(
      z.strictObject({ id: name, verdict: z.enum(['agree', 'dispute', 'cannot-say']), why: line(MAX_WHY).optional() }),
    )
    .max(MAX_STATEMENTS),
});
const BySchema = line(MAX_BY);

/** Why a file is no signed form: too large, not JSON, something else or damaged, a newer form, or not signed. */
export type FormFault = 'too-large' | 'not-json' | 'not-form' | 'newer' | 'unsigned';

export type ReadForm =
  | { readonly ok: true; readonly form: ReviewForm }
  | { readonly ok: false; readonly fault: FormFault; readonly said: string };

/** Reads the text of a form. `formFault` checks whether it is of the present text. */
export function readReviewForm(written: string): ReadForm {
  if (written.length > MAX_FORM) return { ok: false, fault: 'too-large', said: `${written.length} characters` };
  const value = readJson(written);
  if (value === undefined) return { ok: false, fault: 'not-json', said: '' };
  const schema = (value as { readonly schema?: unknown } | null)?.schema;
  if (typeof schema === 'string' && /^review-form\/(?![12]$)\d+$/.test(schema))
    return { ok: false, fault: 'newer', said: schema };
  const parsed = parseShape(FormSchema, value);
  if (!parsed.success) {
    const [first] = parsed.error.issues;
    return { ok: false, fault: 'not-form', said: first ? `${first.path.map(String).join('.')}: ${first.message}` : '' };
  }
  const by = BySchema.safeParse(parsed.data.by);
  if (!by.success || !parsed.data.consent) return { ok: false, fault: 'unsigned', said: '' };
  const form = { ...parsed.data, schema: 'review-form/2', by: by.data } as ReviewForm;
  return { ok: true, form };
}

function readJson(written: string): unknown {
  try {
    return JSON.parse(written) as unknown;
  } catch {
    // The caller says which fault it is.
    return undefined;
  }
}
