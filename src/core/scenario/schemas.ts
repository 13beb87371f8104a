import { z } from 'zod';
import { MarketProfileIdSchema } from '#core/indicators/schemas.ts';
import { isInstant } from '#core/kernel/instant.ts';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, { message: 'lower-case letters, digits and hyphens, beginning with a letter' });
const text = z.string().min(1);
const instant = z.string().refine(isInstant, { message: 'a moment in UTC such as 2031-03-12T09:00:00Z' });

/** A bounded fact about the world of the case, never about the quality of what the trainee did. */
const VariableSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bool'), initial: z.boolean() }),
  z
    .strictObject({ type: z.literal('int'), initial: z.number().int(), min: z.number().int(), max: z.number().int() })
    .refine(({ initial, min, max }) => min <= initial && initial <= max, {
      message: 'initial lies between min and max, ends included',
    }),
]);

/** One of the four acts whose order decides what survives; see `preservation.order` in the score report. */
export const ActSchema = z.enum(['preserve', 'request', 'notify', 'contact']);

const OptionSchema = z.strictObject({
  id,
  text,
  /** CEL over the variables; the option is offered where it is true. */
  when: z.string().optional(),
  /** CEL per variable, all evaluated on the world before the choice. */
  set: z.record(z.string(), z.string()).optional(),
  /** Minutes of case time that pass. */
  minutes: z
    .number()
    .int()
    .min(0)
    .max(60 * 24 * 7),
  act: ActSchema.optional(),
  /** What happens then, told before any judgement. */
  then: text,
  next: id,
});

const scene = { stage: id, title: text, text };
/** Lines of talk under the narrative, as who says what. */
const talk = z.array(z.strictObject({ who: text, says: text })).optional();

export const StateSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('narrative'),
    ...scene,
    talk,
    minutes: z.number().int().min(0).optional(),
    next: id,
  }),
  z.strictObject({
    type: z.literal('decision'),
    ...scene,
    talk,
    /** Entry of the decision catalogue (D01 to D30); a state without one is a choice of what to do next and is not rated. */
    decision: z
      .string()
      .regex(/^D\d\d$/)
      .optional(),
    question: text,
    /** Facts worth keeping in view beside the text. */
    note: text.optional(),
    options: z.array(OptionSchema).min(2),
  }),
  z.strictObject({
    type: z.literal('exercise'),
    ...scene,
    kind: id,
    brief: z.record(z.string(), z.unknown()),
    next: id,
  }),
  z.strictObject({ type: z.literal('end'), ...scene }),
]);

/** A change that the world makes to ads once a variable is true, from that moment of the case on. */
const WorldChangeSchema = z.strictObject({
  when: id,
  change: z.enum(['edited', 'removed']),
  afterMinutes: z.number().int().min(0),
  /** The ads are those that share this ad's phone number. */
  sharingPhoneWith: z.string().regex(/^\d{4}$/),
});

export const ScenarioSchema = z.strictObject({
  schema: z.literal('scenario/1'),
  id,
  title: text,
  summary: text,
  contentLevel: z.number().int().min(0).max(3),
  minutes: z.number().int().positive(),
  locale: z.string().regex(/^[a-z]{2}$/),
  role: z.strictObject({ title: text, text, operator: text, legalBasis: text }),
  market: z.strictObject({
    profile: MarketProfileIdSchema,
    preset: z.enum(['mini']),
    prevalence: z.enum(['CALIBRATION', 'NEEDLE', 'FIELD', 'PRACTICE']),
    seed: text,
  }),
  start: instant,
  stages: z.array(z.strictObject({ id, title: text })).min(2),
  variables: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), VariableSchema).default({}),
  world: z.array(WorldChangeSchema).default([]),
  initial: id,
  states: z.record(id, StateSchema),
});

export type Scenario = z.output<typeof ScenarioSchema>;
export type ScenarioState = Scenario['states'][string];
export type DecisionState = Extract<ScenarioState, { type: 'decision' }>;
export type ScenarioOption = DecisionState['options'][number];
export type Act = z.output<typeof ActSchema>;
export type Variable = z.output<typeof VariableSchema>;
export type WorldChange = z.output<typeof WorldChangeSchema>;
