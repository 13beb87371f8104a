import * as z from 'zod/mini';
import { CAPTURE_METHODS } from './evidence-item.ts';

const text = z.string().check(z.maxLength(20_000));
const filled = text.check(z.minLength(1));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
/**
 * A list whose entries are checked only if it is short enough: a hostile list would give an error for each of millions.
 */
const listOf = <Part extends z.ZodMiniType>(part: Part, most = 1000) =>
  z.pipe(z.array(z.unknown()).check(z.maxLength(most)), z.array(part));
const texts = listOf(text);

/** A line of the custody log. */
export const CustodyEntrySchema = z.strictObject({
  seq: z.int().check(z.positive()),
  utc: filled,
  actor: text,
  role: text,
  action: filled,
  sha256: z.union([z.literal('-'), sha256]),
  reason: text,
  prev: sha256,
  hash: sha256,
});

/** Schema of a record in a bag. Empty text is a gap of the record and valid; a missing field is an error. */
export const EvidenceRecordSchema = z.strictObject({
  schema: z.literal('evidence-record/1'),
  synthetic: z.literal(true),
  marketId: filled,
  caseId: filled,
  itemId: filled,
  url: text,
  finalUrl: text,
  redirects: texts,
  standing: z.optional(z.enum(['source', 'copy'])),
  capturedAtUtc: text,
  clockCheck: z.nullable(z.strictObject({ source: filled, offsetMs: z.number() })),
  operator: text,
  tool: z.strictObject({ name: text, version: text }),
  method: z.enum(CAPTURE_METHODS),
  httpStatus: z.int(),
  headers: z.record(filled, text),
  ip: text,
  title: text,
  adId: filled,
  accountId: text,
  identifiers: z.strictObject({
    phones: texts,
    handles: texts,
    payment: texts,
    imageIds: texts,
    rooms: z.optional(texts),
    ads: z.optional(texts),
  }),
  loginState: text,
  language: text,
  view: z.optional(z.strictObject({ cookieNotice: text, location: text, part: text })),
  notes: text,
  legalBasis: text,
  childMaterialCheck: z.strictObject({ checked: z.boolean(), by: text }),
  files: listOf(z.strictObject({ path: filled, sha256, bytes: z.int().check(z.nonnegative()), mime: filled })),
  packageSha256: sha256,
  timestampToken: z.optional(filled),
  custody: listOf(CustodyEntrySchema),
});
