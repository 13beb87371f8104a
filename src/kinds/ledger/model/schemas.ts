import * as z from 'zod/mini';
import type { KindReads } from '#case/exercise/model/kind-reads.ts';
import type { LawCard } from '#evidence/court-file/model/court-law.ts';
import { FREEZE_AUTHORITIES, FREEZE_BASES, FREEZE_OFFENCES, FREEZE_ROUTES } from './freeze-request.ts';
import { type LedgerBook, MAX_HOPS, PAYMENT_ROLES, READINGS } from './ledger.ts';
import { LEDGER_SOURCES } from './ledger-of.ts';
import { ACCOUNT_VIEWS, READING_WEIGHTS } from './play.ts';
import { DATA_OF_OTHERS, MONEY_LIMITS, NEXT_STEPS, READING_TESTS } from './sheet.ts';

const text = z.string().check(z.maxLength(4000));
const party = z.string().check(z.minLength(1), z.maxLength(80));
const MAX_SIM = 10_000_000;
const sim = z.int().check(z.gte(0), z.lte(MAX_SIM));
const no = z.int().check(z.gte(1), z.lte(1000));
const numbers = z.array(no).check(z.maxLength(200));
const days = z.int().check(z.gte(0), z.lte(3650));

const SheetSchema = z.strictObject({
  hypothesis: text,
  reading: z.optional(z.enum(READINGS)),
  test: z.optional(z.enum(READING_TESTS)),
  limit: z.optional(z.enum(MONEY_LIMITS)),
  step: z.optional(z.enum(NEXT_STEPS)),
  others: z.optional(z.enum(DATA_OF_OTHERS)),
  deleteAfter: z.optional(days),
});

const RequestSchema = z.strictObject({
  authority: z.optional(z.enum(FREEZE_AUTHORITIES)),
  lines: z
    .array(z.strictObject({ account: party, sim, route: z.optional(z.enum(FREEZE_ROUTES)) }))
    .check(z.maxLength(40)),
  offence: z.optional(z.enum(FREEZE_OFFENCES)),
  facts: text,
  link: numbers,
  risk: numbers,
  basis: z.optional(z.enum(FREEZE_BASES)),
  days: z.optional(days),
  reviewAfter: z.optional(days),
  thirds: z.optional(z.array(party).check(z.maxLength(40))),
  minimum: z.optional(sim),
});

const PathSchema = z.strictObject({
  hops: z.array(party).check(z.minLength(2), z.maxLength(MAX_HOPS + 1)),
  sim,
  mixed: z.boolean(),
  medium: z.boolean(),
  falseText: z.boolean(),
});

/** The actions of the kind as a saved log may contain them; see `LedgerAction`. */
export const LedgerActionSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('payment.marked'), no, role: z.optional(z.enum(PAYMENT_ROLES)) }),
  z.strictObject({ type: z.literal('payment.keyed'), role: z.enum(PAYMENT_ROLES), no: z.optional(no) }),
  z.strictObject({ type: z.literal('account.viewed'), account: party, as: z.optional(z.enum(ACCOUNT_VIEWS)) }),
  z.strictObject({ type: z.literal('reading.weighed'), reading: z.enum(READINGS), weight: z.enum(READING_WEIGHTS) }),
  z.strictObject({ type: z.literal('path.traced'), path: PathSchema }),
  z.strictObject({ type: z.literal('path.dropped'), n: z.int().check(z.gte(0), z.lte(100)) }),
  z.strictObject({ type: z.literal('sheet.written'), sheet: SheetSchema }),
  z.strictObject({ type: z.literal('freeze.written'), request: RequestSchema }),
]);

/** Brief of this kind in a scenario. The public half of the ledger is added when the case is built. */
export const LedgerBriefSchema = z.strictObject({
  /** The worked ledger, or one drawn with the actors of the market. */
  ledger: z.enum(LEDGER_SOURCES),
  /** The invented State whose law holds: an id of `content/law/courts.yaml`. */
  state: z.string().check(z.minLength(1), z.maxLength(80)),
});

/** The brief of a built case: with the law card of its State and the public half of its ledger. */
export interface LedgerBrief extends z.output<typeof LedgerBriefSchema> {
  readonly law: LawCard;
  readonly book: LedgerBook;
}

/** Schemas of the kind for outside input. */
export const LEDGER_READS: KindReads = { brief: LedgerBriefSchema, action: LedgerActionSchema };
