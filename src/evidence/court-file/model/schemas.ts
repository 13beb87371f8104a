import { z } from 'zod';
import { isInstant } from '#kernel/model/instant.ts';
import { CitationSchema } from '#market/signs/model/schemas.ts';
import { type Bundle, type BundleFacts, VERDICTS } from './bundle.ts';
import { type CourtLaw, REGIMES } from './court-law.ts';
import { FormSchema } from './form-schemas.ts';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/);
const exhibitId = z.string().regex(/^E\d{1,2}$/);
const account = z.string().min(1);

const isOnce = (names: readonly string[]) => new Set(names).size === names.length;

const PaymentSchema = z
  .tuple([
    z.number().int().positive(),
    z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/),
    account,
    account,
    z.number().int().positive(),
    z.string(),
  ])
  .transform(([no, at, from, to, sim, of]) => ({ no, at, from, to, sim, text: of }));

const ExhibitSchema = z
  .strictObject({
    id: exhibitId,
    title: text,
    from: text,
    kind: z.enum(['lines', 'minutes', 'payments', 'pages']),
    places: z.array(z.strictObject({ at: z.string().regex(/^(?:\d{1,3}|\d\d:\d\d)$/), text })).default([]),
    payments: z.array(PaymentSchema).optional(),
    accounts: z.record(account, text).optional(),
    outsideMatrix: z.literal(true).optional(),
  })
  .refine(
    ({ places, payments = [] }) => isOnce([...places.map(({ at }) => at), ...payments.map(({ no }) => `${no}`)]),
    {
      message: 'has each place once',
      path: ['places'],
    },
  );

const ArgumentSchema = z.strictObject({ id: z.string().regex(/^[DP]\d$/), text });

const MotionSchema = z.strictObject({
  id,
  title: text,
  by: z.enum(['defence', 'prosecution']),
  exhibit: exhibitId,
  text,
  defence: z.array(ArgumentSchema).min(2),
  prosecution: z.array(ArgumentSchema).min(2),
  rules: z.array(id).min(1),
  outcomes: z.array(z.strictObject({ id, text, note: text })).min(3),
});

const LockerSchema = z.strictObject({
  exhibit: exhibitId,
  ads: z.array(z.string().regex(/^\d{4}$/)).min(1),
  begins: z.string().refine(isInstant),
  actor: text,
  role: text,
  legalBasis: text,
  offsetSeconds: z.number().int(),
});

const SumSchema = z.strictObject({
  id,
  onPaper: text,
  asks: text,
  unit: z.enum(['SIM', 'percent', 'ads']),
  ofPayments: z.literal(true).optional(),
});

const VerdictSchema = z.strictObject({ person: text, is: z.enum(VERDICTS), of: text });

const QuestionSchema = z
  .strictObject({
    id,
    part: z.enum(['finding', 'witness', 'non-punishment', 'freeze', 'order', 'amendment', 'closing']),
    title: text,
    onPaper: text.optional(),
    charge: text.optional(),
    asks: text,
    options: z
      .array(
        z.strictObject({
          id,
          text,
          needs: z.array(id).optional(),
          against: z.array(id).optional(),
          verdicts: z.array(VerdictSchema).min(1).optional(),
        }),
      )
      .min(2),
  })
  .refine(({ part, charge }) => part !== 'finding' || charge !== undefined, {
    message: 'says what the charge says',
    path: ['charge'],
  })
  .refine(({ part, options }) => part !== 'finding' || options.every(({ verdicts }) => verdicts !== undefined), {
    message: 'has a verdict at each option of a finding',
    path: ['options'],
  });

const fields = {
  id,
  title: text,
  contentLevel: z.number().int().min(0).max(2),
  state: id,
  court: text,
  file: text,
  opening: text,
  persons: z.array(z.strictObject({ name: text, is: text })).min(1),
  accused: text.optional(),
  locker: LockerSchema,
  exhibits: z.array(ExhibitSchema).min(3),
  elements: z.array(z.strictObject({ id, title: text, asks: text })).min(3),
  measures: z.array(z.strictObject({ id, text, onPaper: text.optional(), who: text })).min(3),
  motions: z.array(MotionSchema).min(1),
  sums: z.array(SumSchema),
  judgment: z.array(QuestionSchema),
  form: FormSchema.optional(),
};

/** A bundle as authored: `content/bundles/<id>/bundle.yaml`. */
export const BundleSchema = z.strictObject({ schema: z.literal('bundle/1'), ...fields }) as z.ZodType<Bundle>;

/**
 * An edition of another bundle: the same truth, with what differs. Exhibits and motions replace those of the same id or
 * come after them; other fields replace the whole field.
 */
export const EditionSchema = z.strictObject({
  schema: z.literal('bundle-edition/1'),
  of: id,
  ...z.strictObject(fields).partial().shape,
  id,
  title: text,
  contentLevel: z.number().int().min(0).max(2),
  /** Motions of the other bundle that this edition does not have. */
  withoutMotions: z.array(id).default([]),
});

export type Edition = z.output<typeof EditionSchema>;

/** The facts of a bundle: `content/bundles/<id>/facts.yaml`. */
export const BundleFactsSchema = z.strictObject({
  schema: z.literal('bundle-facts/1'),
  bundle: id,
  contentLevel: z.number().int().min(0).max(2),
  of: id.optional(),
  truth: z.array(text).default([]),
  names: z.array(z.string().regex(/^\p{Lu}\p{Ll}+-\d+$/u)).default([]),
  days: z.array(z.string().regex(/^\d{4}-\d\d-\d\d$/)).default([]),
  sums: z
    .array(
      z.strictObject({
        sim: z.number().int().positive(),
        is: text,
        payments: z.strictObject({ from: account.optional(), to: account.optional() }).optional(),
      }),
    )
    .default([]),
  facts: z
    .array(
      z.strictObject({
        id,
        says: text,
        happened: z.boolean(),
        bears: z
          .array(
            z.strictObject({
              element: id,
              on: z.enum(['for', 'against']),
              places: z.array(text).min(1),
              needsMore: z.literal(true).optional(),
            }),
          )
          .min(1),
      }),
    )
    .default([]),
}) satisfies z.ZodType<BundleFacts>;

const RuleSchema = z
  .strictObject({
    id,
    title: text,
    text,
    sources: z.array(CitationSchema).default([]),
    authors: z.literal(true).optional(),
  })
  .refine(({ sources, authors }) => sources.length > 0 || authors === true, {
    message: 'names a source with its mark, or says that it is a rule of the authors',
  });

/** The law cards as authored: `content/law/courts.yaml`. */
export const CourtsSchema = z.strictObject({
  schema: z.literal('courts/1'),
  /** Not reviewed by a lawyer; add another value only after such a review. */
  law: z.literal('not-reviewed'),
  contentLevel: z.number().int().min(0).max(2),
  common: z.array(RuleSchema).min(1),
  states: z
    .array(z.strictObject({ id, name: text, regime: z.enum(REGIMES), evidence: z.array(RuleSchema).min(1) }))
    .refine((states) => isOnce(states.map((state) => state.id)), { message: 'has each State once' }),
});

/** Expands the cards: every State with the rules that all share. */
export const courtLaw = ({ common, states }: z.output<typeof CourtsSchema>): CourtLaw => ({
  cards: states.map(({ id: state, name, regime, evidence }) => ({ state, name, regime, common, evidence })),
});
