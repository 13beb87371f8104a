import { z } from 'zod';
import { isInstant } from '#kernel/model/instant.ts';
import { MarketProfileIdSchema } from '#market/signs/model/schemas.ts';
import { FAULT_IDS } from './faults.ts';
import type { ModerationDocument, ModerationTruth } from './moderation-documents.ts';
import { DEEDS, EVENT_TYPES, type ModerationEventType, REASONS } from './moderation-event.ts';
import type { FindingRow } from './parse-findings.ts';
import { PlatformTraitsSchema } from './platform-schemas.ts';
import { EXPECTED_ACTIONS, PRESERVATION_FIELDS, REPORT_ROUTES, REPORTERS, TEST_CARD_IDS } from './test-cards.ts';
import { VERDICTS } from './verdict.ts';

const text = z.string().min(1);
const count = z.number().int().min(0);
const hours = z.number().min(0);
const marketId = z.string().regex(/^[0-9a-f]{16}$/);
const instant = z.string().refine(isInstant, { message: 'no moment in UTC' });
const siteId = z.string().regex(/^[a-z][a-z0-9-]*$/);
const eventId = z.string().regex(/^[a-z][a-z0-9-]*-TC\d+-\d+-\d+$/);
const card = z.enum(TEST_CARD_IDS);
const fault = z.enum(FAULT_IDS);
const part = z.tuple([count, count]);

/** Words joined by dashes: without spaces, so a test card cannot contain a sentence (rule C14). */
const code = z
  .string()
  .max(40)
  .regex(/^[a-z]+(?:-[a-z0-9]+)*$/);
const age = z.number().int().min(0).max(120);
const testId = z.string().regex(/^test-[a-z]+(?:-[a-z]+)*-\d+$/);

const CardFieldsSchema = z.strictObject({
  declaredAge: age.exactOptional(),
  documentAge: age.exactOptional(),
  editedAge: age.exactOptional(),
  advertisedBy: z.enum(['self', 'third-person']).exactOptional(),
  consent: z.enum(['given', 'missing', 'withdrawn']).exactOptional(),
  documentId: testId.exactOptional(),
  personas: count.exactOptional(),
  phoneId: testId.exactOptional(),
  imageHashId: testId.exactOptional(),
  noticeId: testId.exactOptional(),
  asked: z.array(z.enum(PRESERVATION_FIELDS)).exactOptional(),
  askedDays: count.exactOptional(),
});

/**
 * A test card: structured fields and the banner TEST, without any field for a text, a price or a picture (rules C13 and
 * C14).
 */
export const TestCardSchema = z.strictObject({
  kind: z.literal('test-card'),
  banner: z.literal('TEST'),
  synthetic: z.literal(true),
  marketId,
  id: card,
  tests: code,
  lawful: z.boolean(),
  plainAtPosting: z.boolean(),
  fields: CardFieldsSchema,
  reporter: z.enum(REPORTERS).exactOptional(),
  routes: z.array(z.enum(REPORT_ROUTES)).exactOptional(),
  copies: z.number().int().positive(),
  expected: z.enum(EXPECTED_ACTIONS),
  refer: z.boolean(),
  dueHours: hours,
});

const TYPES = Object.keys(EVENT_TYPES) as [ModerationEventType, ...ModerationEventType[]];

const ModerationEventSchema = z.strictObject({
  id: eventId,
  at: instant,
  site: siteId,
  card,
  copy: z.number().int().positive(),
  by: z.enum(['team', 'platform', 'authority']),
  type: z.enum(TYPES),
  declaredAge: age.exactOptional(),
  account: z.number().int().positive().exactOptional(),
  reporter: z.enum(REPORTERS).exactOptional(),
  route: z.enum(REPORT_ROUTES).exactOptional(),
  replies: count.exactOptional(),
  withData: z.boolean().exactOptional(),
  fields: z.array(z.enum(PRESERVATION_FIELDS)).exactOptional(),
  days: count.exactOptional(),
});

const head = { synthetic: z.literal(true), marketId };

/** `moderation.json`: the public half of a test. */
export const ModerationSchema: z.ZodType<ModerationDocument> = z.strictObject({
  schema: z.literal('moderation/1'),
  ...head,
  notice: text,
  profile: MarketProfileIdSchema,
  from: instant,
  until: instant,
  sites: z.array(z.strictObject({ id: siteId, name: text, host: text })).min(1),
  cards: z.array(TestCardSchema).length(TEST_CARD_IDS.length),
  possibleFaults: z.array(fault),
  log: z.array(ModerationEventSchema),
});

const evidence = z.array(eventId).min(1);

const CardTruthSchema = z.strictObject({
  card,
  faults: z.array(
    z.strictObject({
      fault,
      reasons: z.array(z.enum(REASONS)).min(1),
      copies: z.array(z.number().int().positive()).min(1),
      hours: hours.exactOptional(),
      evidence,
    }),
  ),
  deeds: z.array(
    z.strictObject({
      copy: z.number().int().positive(),
      did: z.enum(DEEDS),
      reason: z.enum(REASONS),
      fault: fault.exactOptional(),
      hours: hours.exactOptional(),
      evidence,
    }),
  ),
});

const SpreadSchema = z.strictObject({
  median: hours.exactOptional(),
  p90: hours.exactOptional(),
  longest: hours.exactOptional(),
  never: part,
});

const FailureSchema = z.strictObject({ verdict: z.enum(VERDICTS), card, fault, count: part });

const MetricsSchema = z.strictObject({
  blockedBeforePublication: part,
  foundByOwnMeans: part,
  hoursToAction: SpreadSchema,
  hoursToRemoval: SpreadSchema,
  repostLeak: part,
  editLeak: part,
  answered: z.partialRecord(z.enum(REPORTERS), part),
  answersAnyone: z.boolean(),
  closedRoutes: part,
  referral: z.strictObject({ forwarded: part, withData: part, removedWithoutReferral: part }),
  preservation: z.strictObject({
    fields: part,
    versions: part,
    days: count.exactOptional(),
    hoursToAcknowledge: SpreadSchema,
  }),
  removalRequest: z.strictObject({ removed: part, permanent: part }),
  overBlocked: part,
  hoursToRestore: SpreadSchema,
  judged: z.strictObject({
    verdict: z.enum(VERDICTS),
    worst: FailureSchema.exactOptional(),
    failures: z.array(FailureSchema),
  }),
});

/** `moderation-truth.json`: the secret half. */
export const ModerationTruthSchema: z.ZodType<ModerationTruth> = z.strictObject({
  schema: z.literal('moderation-truth/1'),
  ...head,
  seed: text,
  sites: z
    .array(
      z.strictObject({
        site: siteId,
        platform: PlatformTraitsSchema,
        cards: z.array(CardTruthSchema).length(TEST_CARD_IDS.length),
        metrics: MetricsSchema,
      }),
    )
    .min(1),
});

/** One finding of a team, as `parseFindings` returns it for a row of a table. */
export const FindingRowSchema: z.ZodType<FindingRow> = z.strictObject({
  testCard: card,
  site: siteId,
  finding: z.enum([...FAULT_IDS, 'none']),
  hours: hours.exactOptional(),
  evidence: z.array(eventId),
  row: z.number().int().positive().exactOptional(),
});
