import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { parse } from 'yaml';
import { z } from 'zod';
import type { StateLaw } from '#evidence/law/model/authority.ts';
import { AuthoritySchema, authorityTable } from '#evidence/law/model/schemas.ts';
import { FIRST_LANGUAGE } from '#kernel/model/first-language.ts';
import { TrackSchema } from '#learning/track/model/schemas.ts';
import { WorksheetSchema } from '#learning/worksheets/model/schemas.ts';
import { TermSchema } from '#library/glossary/model/schemas.ts';
import { RealismRowSchema } from '#market/posts/model/genre-schemas.ts';
import { CitationSchema, IndicatorSchema, SourceSchema } from '#market/signs/model/schemas.ts';
import { ReviewSchema } from '#safety/content/model/schemas.ts';

const text = z.string().min(1);

const AnswerSchema = z.strictObject({ text, right: z.boolean(), why: text });
const wording = {
  ask: text,
  answers: z
    .array(AnswerSchema)
    .min(3)
    .refine((answers) => answers.filter((answer) => answer.right).length === 1, {
      message: 'exactly one right answer',
    }),
};
/** A question, and the same point in other words for the day on which it comes back. */
const QuestionSchema = z.strictObject({ ...wording, again: z.strictObject(wording).optional() });

/** What every text page says about itself before its text begins. */
const page = {
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  title: text,
  summary: text,
  minutes: z.number().int().positive(),
  contentLevel: z.number().int().min(0).max(3),
  sources: z.array(CitationSchema).min(1),
};

const LessonSchema = z.strictObject({
  ...page,
  objectives: z.array(text).length(3),
  questions: z.array(QuestionSchema).length(5),
  worksheet: WorksheetSchema.optional(),
});

/** A page of text that is no lesson: it has no questions, and a page about the kit itself cites nothing. */
const PageSchema = z.strictObject({ ...page, sources: z.array(CitationSchema) });

/** A plan for a room: its steps in order, with their length in minutes. */
const FacilitatorSchema = z.strictObject({
  ...page,
  scenario: text,
  plan: z
    .array(z.strictObject({ minutes: z.number().int().positive(), what: text, say: text }))
    .refine((steps) => steps.reduce((sum, step) => sum + step.minutes, 0) === 45, { message: 'adds up to 45 minutes' }),
});

/** The list of sources as a table by code, the way the loader wants it. */
const byCode = (yaml: string) =>
  Object.fromEntries((parse(yaml) as { code: string }[]).map((source) => [source.code, source]));

const Comparison = z.strictObject({
  study: text,
  printed: z.array(z.number()),
  found: z.array(z.number()),
  distance: z.number(),
});

/** How the markets of a profile look beside what studies print; see scripts/market/realism.ts. */
const RealismSchema = z.strictObject({
  generatorVersion: z.number(),
  ads: z.number(),
  words: z.array(z.number()).length(3),
  signs: Comparison.optional(),
  listed: Comparison.optional(),
  repeated: Comparison,
  perPhone: Comparison,
});

/** What was counted in the posts of each setting, by its id. */
function bySetting(text: string): Record<string, { readonly rows: unknown }> {
  const { settings } = parse(text) as { readonly settings: Readonly<Record<string, unknown>> };
  return Object.fromEntries(Object.entries(settings).map(([id, rows]) => [id, { rows }]));
}

/** The figures of each profile by its id, with the version of the generator that they are true of. */
function byProfile(json: string): Record<string, Record<string, unknown>> {
  const { generatorVersion, profiles } = JSON.parse(json) as { generatorVersion: number; profiles: object };
  return Object.fromEntries(Object.entries(profiles).map(([id, figures]) => [id, { generatorVersion, ...figures }]));
}

/** The law of each State by its id, with its rows written out. */
const byState = (yaml: string) =>
  Object.fromEntries(authorityTable(AuthoritySchema.parse(parse(yaml))).states.map((law) => [law.id, { ...law }]));

/** Folder of the lessons and other pages of text. */
const PAGES = `./content/${FIRST_LANGUAGE}`;

export const collections = {
  lessons: defineCollection({
    loader: glob({ pattern: '*.mdx', base: `${PAGES}/lessons` }),
    schema: LessonSchema,
  }),
  facilitator: defineCollection({
    loader: glob({ pattern: '*.mdx', base: `${PAGES}/facilitator` }),
    schema: FacilitatorSchema,
  }),
  pages: defineCollection({ loader: glob({ pattern: '*.mdx', base: `${PAGES}/pages` }), schema: PageSchema }),
  indicators: defineCollection({
    loader: glob({ pattern: ['*.yaml', '!planting.yaml', '!weights.yaml'], base: './content/indicators' }),
    schema: IndicatorSchema,
  }),
  realism: defineCollection({
    loader: file('./content/bench/realism.json', { parser: byProfile }),
    schema: RealismSchema,
  }),
  posts: defineCollection({
    loader: file('./content/genres/realism.yaml', { parser: bySetting }),
    schema: z.strictObject({ rows: z.array(RealismRowSchema) }),
  }),
  law: defineCollection({
    loader: file('./content/law/authority.yaml', { parser: byState }),
    schema: z.custom<StateLaw>(),
  }),
  glossary: defineCollection({ loader: file('./content/glossary/en.yaml'), schema: TermSchema }),
  tracks: defineCollection({ loader: glob({ pattern: '*.yaml', base: './content/tracks' }), schema: TrackSchema }),
  sources: defineCollection({ loader: file('./content/sources.yaml', { parser: byCode }), schema: SourceSchema }),
  reviews: defineCollection({
    loader: glob({ pattern: '**/*.yaml', base: './content/reviews' }),
    schema: ReviewSchema,
  }),
};
