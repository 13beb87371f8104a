import { z } from 'zod';

const text = z.string().min(1);

/**
 * The texts of a case in another language, as `<locale>.yaml` beside its scenario. Each text is stored under its name:
 * the path in the scenario with dots, options and stages by their ids, as in `states.d01.options.a.text`.
 */
export const TranslationSchema = z.strictObject({
  schema: z.literal('translation/1'),
  scenario: text,
  locale: z.string().regex(/^[a-z]{2}$/),
  texts: z.record(
    z.string(),
    z.strictObject({
      /** First digits of the SHA-256 of the translated source text: when that changes, the translation is stale. */
      of: z.string().regex(/^[0-9a-f]{8}$/, { message: 'eight digits from 0 to f, between quotation marks' }),
      text,
    }),
  ),
});

export type Translation = z.output<typeof TranslationSchema>;
