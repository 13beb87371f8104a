import { z } from 'zod';
import { MarketProfileIdSchema } from '#core/indicators/schemas.ts';

/** An instant in UTC, to the second. */
const instant = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/);
const marketId = z.string().regex(/^[0-9a-f]{16}$/);
const chance = z.number().min(0).max(1);

const FieldsSchema = z.record(z.string(), z.string()).describe('Structured fields that the page shows, by name');

/** What a lawful request would bring about one ad. */
const RecordsSchema = z.object({
  account: z.object({ createdAt: instant, device: z.string(), address: z.string() }),
  phones: z.array(z.string()).describe('Numbers shown within thirty days, the present one last'),
  payer: z.string(),
  fees: z.string(),
  renewals: z.object({ at: z.array(instant), byTool: z.boolean() }),
  route: z.array(z.object({ town: z.string(), from: instant })),
  notes: z.array(z.string()),
  wallet: z.string(),
  payoutName: z.string(),
  ledger: z.array(
    z.object({ at: instant, from: z.string(), to: z.string(), sim: z.number(), note: z.string().optional() }),
  ),
  consent: z.object({ dated: instant, inPerson: z.boolean() }).optional(),
  contacts: z.array(z.string()).optional(),
  moderation: z.array(z.object({ at: instant, action: z.string() })),
});

/** One line of an `ads` shard, and the fields that tools read of an ad in `market.json`. */
export const AdLineSchema = z.object({
  id: z.string(),
  site: z.string(),
  title: z.string(),
  text: z.string().describe('The sentences of the ad, one blank between them; empty for a withheld card'),
  account: z.string(),
  postedAt: instant,
  renewals: z.number().int(),
  fields: FieldsSchema.optional(),
  earlier: z.object({ until: instant, price: z.string() }).optional().describe('What stood there before an edit'),
  removedAt: instant.optional(),
  copied: z.literal(true).optional().describe('Copied from another site by a mirror'),
  withheld: z
    .object({ facts: z.array(z.string()) })
    .optional()
    .describe('A closed card: this may concern a minor. Nothing else of the ad is ever shown'),
  records: RecordsSchema.optional(),
});

const SiteSchema = z.object({
  id: z.string(),
  name: z.string(),
  host: z.string(),
  section: z.string(),
  face: z.string(),
  type: z.string(),
  mirrorOf: z.string().optional(),
});

/** `market.json`: the public half of a market. From 10,000 ads on, `ads` are stored in shards, one ad per line. */
export const MarketDocumentSchema = z.object({
  schema: z.literal('market/1'),
  synthetic: z.literal(true),
  marketId,
  notice: z.string(),
  profile: MarketProfileIdSchema,
  prevalence: z.enum(['CALIBRATION', 'NEEDLE', 'FIELD', 'PRACTICE']),
  generatorVersion: z.number().int(),
  open: z.boolean().describe('True where seed and truth are public; a market for assessment is never open'),
  sites: z.array(SiteSchema),
  words: z.record(z.string(), z.unknown()).describe('Words that the sites put around their ads'),
  from: instant,
  until: instant,
  ads: z.array(AdLineSchema.loose()).optional(),
  shards: z.array(z.string()).optional().describe('Files of ads, one JSON object a line'),
  records: z.array(z.string()).optional().describe('Files of records, one JSON object a line: { id, records }'),
  count: z.number().int().optional().describe('Ads in all shards'),
});

const LabelSchema = z.object({
  indicator: z.string(),
  kind: z.enum(['sign', 'trap', 'cue']),
  at: z.string().describe('s3 is the third sentence, f:phone a field, r:ledger a record'),
  peers: z.array(z.string()).describe('Other ads that must be compared to see it'),
  why: z.string(),
});

/** One line of a `ground-truth` shard. */
export const AdTruthLineSchema = z.object({
  ad: z.string(),
  actor: z.string(),
  control: z.enum(['none', 'thirdParty', 'controlled', 'deceptive', 'fraud']),
  labels: z.array(LabelSchema),
  lookAlikes: z.array(z.object({ indicator: z.string(), at: z.string() })).optional(),
  possibleMinor: z.boolean(),
  groups: z.object({ language: z.string(), origin: z.string(), gender: z.string() }),
  ledger: z.string(),
  ratio: z.number().describe('Likelihood ratio of an ideal reader of pages and records'),
  pageRatio: z.number().describe('Likelihood ratio of an ideal reader of all pages'),
  band: z.enum(['none', 'check', 'prioritise', 'urgent', 'escalate']),
  next: z.array(z.string()),
  copied: z.literal(true).optional(),
});

/** `ground-truth.json`: the secret half. From 10,000 ads on, its lists are stored in shards. */
export const TruthDocumentSchema = z.object({
  schema: z.literal('ground-truth/3'),
  synthetic: z.literal(true),
  marketId,
  seed: z.string(),
  secret: z.string().optional().describe('Keys the id of a market for assessment'),
  generatorVersion: z.number().int(),
  generatedFor: instant,
  prevalence: chance,
  weights: z.record(z.string(), z.number()),
  promises: z
    .object({
      networksByTwoKinds: z.boolean(),
      moneyOnly: z.string().nullable(),
      lawfulPair: z.array(z.string()).length(2).nullable(),
    })
    .optional(),
  actors: z
    .array(
      z.object({
        id: z.string(),
        type: z.string(),
        control: z.string(),
        tone: z.string().optional(),
        ads: z.array(z.string()),
      }),
    )
    .optional(),
  ads: z.array(AdTruthLineSchema).optional(),
  edges: z
    .array(z.object({ a: z.string(), b: z.string(), kind: z.string(), strength: chance, sameActor: z.boolean() }))
    .optional(),
  shards: z.array(z.string()).optional(),
  links: z.array(z.string()).optional().describe('Files of groups of ads that share a trace, one a line'),
  actorShards: z.array(z.string()).optional(),
});
