import { z } from 'zod';
import { VerificationSchema } from '#market/signs/model/schemas.ts';

const text = z.string().min(1);
const name = z.string().regex(/^[a-z0-9][a-z0-9-]*$/);

/** The parts of the glossary, in their order on the page. */
export const TERM_GROUPS = ['offence', 'person', 'evidence', 'orders', 'market', 'signs', 'kit'] as const;

/** Official languages of the OSCE besides English. */
export const TERM_LANGUAGES = ['fr', 'de', 'it', 'ru', 'es'] as const;
const languages = z.enum(TERM_LANGUAGES);

/** A term in our own words. */
export const TermSchema = z.strictObject({
  id: name,
  term: text,
  group: z.enum(TERM_GROUPS),
  says: text,
  /** What was read for it; left out where no text was read. The mark is that of the passage, not of the whole source. */
  source: z.strictObject({ code: text, mark: VerificationSchema }).optional(),
  /** Set for a word that means something in this simulation only. */
  kit: z.literal(true).optional(),
  see: z.array(name).default([]),
  names: z.record(languages, text).optional(),
  /** Languages in which the word was seen in an official or reputable text. */
  seen: z.array(languages).default([]),
});

export const GlossarySchema = z.array(TermSchema).min(1);

export type Term = z.output<typeof TermSchema>;
