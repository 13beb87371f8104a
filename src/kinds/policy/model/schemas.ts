import * as z from 'zod/mini';
import type { KindReads } from '#case/exercise/model/kind-reads.ts';
import { InstantSchema } from '#evidence/letters/model/schemas.ts';
import { CLAIM_IDS } from '#market/platforms/model/claims.ts';
import { OPEN_REASONS } from '#market/platforms/model/handed-report.ts';
import { DIVIDED_VIEWS } from './divided-views.ts';
import { MAX_NAMED, MAX_SAFEGUARDS, PARTIES, REVIEW_MONTHS } from './grounds.ts';
import { INJECTS, ORDER_PARTS } from './injects.ts';
import { INDICATORS, MEASURE_IDS, ROUNDS, SAFEGUARDS, TOPICS } from './measures.ts';
import { REPLIES } from './play.ts';
import { SEATS } from './seats.ts';

const MAX_LETTERS = 1200;
const words = z.string().check(z.maxLength(MAX_LETTERS));
const text = z.string().check(z.minLength(1), z.maxLength(MAX_LETTERS));
const ground = z.string().check(z.regex(/^[a-z][a-z0-9-]*$/), z.maxLength(40));
const measure = z.enum(MEASURE_IDS);

const GroundsSchema = z.strictObject({
  for: words,
  against: words,
  payers: z.array(z.enum(PARTIES)).check(z.maxLength(MAX_NAMED)),
  hurt: z.array(z.enum(PARTIES)).check(z.maxLength(MAX_NAMED)),
  rests: z.array(ground).check(z.maxLength(MAX_NAMED)),
  safeguards: z.array(z.enum(SAFEGUARDS)).check(z.maxLength(MAX_SAFEGUARDS)),
  milder: z.optional(measure),
  months: z.optional(z.literal(REVIEW_MONTHS)),
  watch: z.optional(z.enum(INDICATORS)),
  stop: words,
});

const MAX_SITES = 12;
const MAX_TRIALS = 10_000;
const site = z.string().check(z.regex(/^[a-z][a-z0-9-]*$/), z.maxLength(40));
const name = z.string().check(z.minLength(1), z.maxLength(80));
const trials = z.int().check(z.gte(0), z.lte(MAX_TRIALS));
const seenOf = z
  .tuple([trials, z.int().check(z.gte(1), z.lte(MAX_TRIALS))])
  .check(z.refine(([seen, of]) => seen <= of));
const claim = z.enum(CLAIM_IDS);

/** A report of tests as a table takes it over; see `HandedReport`. */
export const HandedReportSchema = z.strictObject({
  schema: z.literal('test-report/1'),
  from: InstantSchema,
  until: InstantSchema,
  copies: trials,
  sealed: z.boolean(),
  sites: z
    .array(
      z.strictObject({
        id: site,
        name,
        owner: name,
        share: z.number().check(z.gte(0), z.lte(100)),
        told: z.optional(seenOf),
        kept: z.optional(z.strictObject({ fields: seenOf, days: z.int().check(z.gte(0), z.lte(3650)) })),
        blocked: z.optional(seenOf),
      }),
    )
    .check(z.minLength(1), z.maxLength(MAX_SITES)),
  lines: z
    .array(z.strictObject({ site, claim, word: z.enum(['pattern', 'once', 'not-seen']), count: seenOf }))
    .check(z.maxLength(MAX_SITES * CLAIM_IDS.length)),
  open: z
    .array(z.strictObject({ site, claim, why: z.enum(OPEN_REASONS) }))
    .check(z.maxLength(MAX_SITES * CLAIM_IDS.length)),
});

/** The actions of the kind as a saved log may contain them; see `PolicyAction`. */
export const PolicyActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('report.taken'), report: HandedReportSchema }),
  z.strictObject({ type: z.literal('report.returned') }),
  z.strictObject({ type: z.literal('seat.heard'), seat: z.enum(SEATS), round: z.enum(ROUNDS) }),
  z.strictObject({ type: z.literal('measure.chosen'), measure }),
  z.strictObject({ type: z.literal('measure.dropped'), measure }),
  z.strictObject({ type: z.literal('measure.argued'), measure, grounds: GroundsSchema }),
  z.strictObject({ type: z.literal('round.passed'), round: z.enum(ROUNDS), words }),
  z.strictObject({
    type: z.literal('objection.answered'),
    seat: z.enum(SEATS),
    measure,
    way: z.enum(REPLIES),
    words,
  }),
  z.strictObject({
    type: z.literal('view.answered'),
    view: z.enum(DIVIDED_VIEWS),
    answer: z.strictObject({ first: z.optional(measure), last: z.optional(measure), words }),
  }),
  z.strictObject({
    type: z.literal('inject.answered'),
    inject: z.enum(INJECTS),
    words,
    parts: z.array(z.enum(ORDER_PARTS)).check(z.maxLength(ORDER_PARTS.length)),
  }),
  z.strictObject({
    type: z.literal('note.drafted'),
    note: z.strictObject({ finding: words, dissent: words, neighbour: words, mind: words }),
  }),
]);

const topics = z.array(z.enum(TOPICS)).check(z.minLength(1));
const CitationSchema = z.strictObject({
  code: z.string().check(z.regex(/^[A-Z][A-Z0-9]*$/)),
  mark: z.enum(['V', 'H', 'A', 'U']),
  says: text,
});
const points = z.int().check(z.gte(0), z.lte(100));
const cases = z.int().check(z.gte(0), z.lte(1000));

/** How much an authored finding shows: the four words of a report of tests, and one for what is stated of a company. */
const AUTHORED_WORDS = ['pattern', 'once', 'not-seen', 'not-tested', 'stated'] as const;
/** A report that a table takes over also has open findings: claims with trials that the report cannot make yet. */
export type ReportedWord = (typeof AUTHORED_WORDS)[number] | 'open';

const FindingSchema = z.strictObject({
  id: ground,
  topics,
  word: z.enum(AUTHORED_WORDS),
  says: text,
  /** In how many of how many trials it was seen. The interval is worked out from them. */
  count: z.optional(z.tuple([cases, cases])),
});

/** A report of tests, as a team hands it in at the end of them, or as the authors of a case prepare it. */
const TestReportSchema = z.strictObject({
  title: text,
  /** What was tested, when, and what it does not show. */
  about: text,
  /** Where the market stands on the five indicators, worked out from the findings. */
  standing: z.strictObject({ H: points, E: points, V: points, S: points, R: points }),
  findings: z.array(FindingSchema).check(z.minLength(1), z.maxLength(30)),
});

/** A finding or statement of others. A card without a source is an argument and is marked so. */
const CardSchema = z.strictObject({ id: ground, topics, says: text, sources: z.array(CitationSchema) });

/** Brief of this kind in a scenario. */
export const PolicyBriefSchema = z.strictObject({
  /** Any text: the order of the measures of each round is drawn from it. */
  lot: z.string().check(z.minLength(1), z.maxLength(80)),
  report: TestReportSchema,
  /** The case whose report of tests a table can take over in place of this one; left out if there is none. */
  takes: z.optional(
    z.strictObject({ case: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/), z.maxLength(60)), title: text }),
  ),
  cards: z.array(CardSchema).check(z.maxLength(40)),
  /** The law of the two invented States, in short. */
  law: z.array(z.strictObject({ title: text, text, sources: z.array(CitationSchema) })).check(z.maxLength(12)),
});

export type PolicyBrief = z.output<typeof PolicyBriefSchema>;

/** Schemas of the kind for outside input. */
export const POLICY_READS: KindReads = { brief: PolicyBriefSchema, action: PolicyActionSchema };
