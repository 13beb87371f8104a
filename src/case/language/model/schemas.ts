import { z } from 'zod';
import { ACTS } from '#case/exercise/model/acts.ts';
import { isInstant } from '#kernel/model/instant.ts';
import { MarketProfileIdSchema } from '#market/signs/model/schemas.ts';
import { kindInFile } from './kind-in-files.ts';
import { ROLES } from './role.ts';

/** A name that every object of a program has: tables by name would give it where it is not. */
const own = [(name: string) => !(name in {}), { message: 'another name: programs use this one' }] as const;
const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, { message: 'lower-case letters, digits and hyphens, beginning with a letter' })
  .refine(...own);
const text = z.string().min(1);
const instant = z.string().refine(isInstant, { message: 'a moment in UTC such as 2031-03-12T09:00:00Z' });
const WEEK = 60 * 24 * 7;
/** Elapsed minutes of case time. */
const minutes = z.number().int().min(0).max(WEEK);
const level = z.number().int().min(0).max(3);

/** Name of a variable in expressions. */
const variableName = z
  .string()
  .regex(/^[a-z][A-Za-z0-9]*$/)
  .refine(...own);

/** The fact in words for authors, such as "the phone was answered"; trainees never see it. */
const says = text.optional();

/** A bounded fact about the world of the case, never about the quality of what the trainee did. */
const VariableSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bool'), initial: z.boolean(), says }),
  z
    .strictObject({
      type: z.literal('int'),
      initial: z.number().int(),
      min: z.number().int(),
      max: z.number().int(),
      says,
    })
    .refine(({ initial, min, max }) => min <= initial && initial <= max, {
      message: 'initial lies between min and max, ends included',
    }),
  z
    .strictObject({ type: z.literal('one-of'), initial: id, values: z.array(id).min(2), says })
    .refine(({ initial, values }) => values.includes(initial) && new Set(values).size === values.length, {
      message: 'initial is one of the values, and each value stands once',
    }),
]);

/**
 * One of the four acts whose order determines which evidence survives; see `preservation.order` in the score report.
 */
export const ActSchema = z.enum(ACTS);

/** CEL expression per variable, all evaluated before the change; a plain value is a constant. */
const EffectsSchema = z.record(z.string(), z.union([z.string(), z.boolean(), z.number().int()]));

/** Target of a transition: one state, or the first of several whose condition holds. */
const NextSchema = z.union([id, z.array(z.strictObject({ when: z.string().optional(), next: id })).min(1)]);

const OptionSchema = z.strictObject({
  id,
  text,
  /** CEL expression over the variables; the option is offered if it is true. */
  when: z.string().optional(),
  set: EffectsSchema.optional(),
  minutes,
  act: ActSchema.optional(),
  /** The consequence, told before any judgement. */
  then: text,
  next: id,
});

const talk = z.array(z.strictObject({ who: text, says: text })).optional();
/** Hints that a trainee may take; the cost is shown before. */
const hints = z
  .array(z.strictObject({ text, cost: z.number().int().min(0).max(4) }))
  .min(1)
  .optional();

/** Texts for one role that replace the ones beside them. */
const SceneViewSchema = z.strictObject({ text: text.optional(), talk });
const DecisionViewSchema = z.strictObject({
  text: text.optional(),
  talk,
  question: text.optional(),
  note: text.optional(),
});
const views = <View extends z.ZodType>(view: View) => z.partialRecord(z.enum(ROLES), view).optional();

/** Texts that every scene has. */
const scene = {
  title: text,
  text,
  /** Content level of this scene, if it is heavier than the case as a whole. */
  contentLevel: level.optional(),
  /** Content notice shown before a heavy scene, so that the reader can pause or stop. */
  notice: text.optional(),
  /** Lines of dialogue under the text: speaker and words. */
  talk,
};

/** The kinds of scene. A scene inside a group belongs to the group's stage unless it names another. */
function scenesOn<Stage extends z.ZodType>(stage: Stage) {
  return [
    z.strictObject({
      type: z.literal('narrative'),
      stage,
      ...scene,
      views: views(SceneViewSchema),
      minutes: minutes.optional(),
      set: EffectsSchema.optional(),
      next: NextSchema,
    }),
    z.strictObject({
      type: z.literal('inject'),
      stage,
      /** Who brings the inject. */
      from: text,
      ...scene,
      views: views(SceneViewSchema),
      minutes: minutes.optional(),
      set: EffectsSchema.optional(),
      next: NextSchema,
    }),
    z.strictObject({
      type: z.literal('decision'),
      stage,
      ...scene,
      views: views(DecisionViewSchema),
      /**
       * Entry of the decision catalogue (D01 to D32); a state without one only chooses what to do next and is not
       * rated.
       */
      decision: z
        .string()
        .regex(/^D(?:0[1-9]|[12]\d|3[0-2])$/, { message: 'an entry of the decision catalogue, D01 to D32' })
        .optional(),
      question: text,
      /** Facts that stay visible beside the text. */
      note: text.optional(),
      hints,
      options: z.array(OptionSchema).min(2),
    }),
    z.strictObject({
      type: z.literal('exercise'),
      stage,
      ...scene,
      views: views(SceneViewSchema),
      /** An earlier id of a kind is read as its present one. */
      kind: id.overwrite(kindInFile),
      brief: z.record(z.string(), z.unknown()),
      hints,
      set: EffectsSchema.optional(),
      next: NextSchema,
    }),
    z.strictObject({
      type: z.literal('timer'),
      stage,
      ...scene,
      views: views(SceneViewSchema),
      /** Minutes of case time until it runs out. */
      minutes: minutes.min(1),
      /** Options until it runs out. */
      options: z.array(OptionSchema).min(1).optional(),
      set: EffectsSchema.optional(),
      next: NextSchema,
    }),
  ] as const;
}

const EndSchema = z.strictObject({ type: z.literal('end'), stage: id, title: text, text });
/** Final state of a group or region: the transition of the whole follows. */
const DoneSchema = z.strictObject({ type: z.literal('done') });

/** A group of states that is left as a whole. */
function groupOn<Stage extends z.ZodType>(stage: Stage) {
  return z.strictObject({
    type: z.literal('group'),
    stage,
    initial: id,
    states: z.record(
      id,
      z.lazy(() => InnerStateSchema),
    ),
    next: NextSchema,
  });
}

/** Parallel regions of a story: the trainee takes their steps in any order. */
function parallelOn<Stage extends z.ZodType>(stage: Stage) {
  return z.strictObject({
    type: z.literal('parallel'),
    stage,
    regions: z
      .record(
        id,
        z.strictObject({
          initial: id,
          states: z.record(
            id,
            z.lazy(() => InnerStateSchema),
          ),
        }),
      )
      .refine((regions) => Object.keys(regions).length >= 2, { message: 'two regions at least' }),
    next: NextSchema,
  });
}

const innerStage = id.optional();
const innerScenes = scenesOn(innerStage);

/** A group nested in another state. Written out, because a type cannot be inferred from a recursive schema. */
interface InnerGroup {
  type: 'group';
  stage?: string | undefined;
  initial: string;
  states: Record<string, InnerState>;
  next: z.output<typeof NextSchema>;
}
interface InnerParallel {
  type: 'parallel';
  stage?: string | undefined;
  regions: Record<string, { initial: string; states: Record<string, InnerState> }>;
  next: z.output<typeof NextSchema>;
}
export type InnerState =
  | z.output<(typeof innerScenes)[number]>
  | z.output<typeof DoneSchema>
  | InnerGroup
  | InnerParallel;

const InnerStateSchema: z.ZodType<InnerState> = z
  .lazy(() => z.discriminatedUnion('type', [...innerScenes, DoneSchema, groupOn(innerStage), parallelOn(innerStage)]))
  .meta({ id: 'innerState' });

export const StateSchema = z.discriminatedUnion('type', [...scenesOn(id), EndSchema, groupOn(id), parallelOn(id)]);

/**
 * A change to ads once a step makes a variable true. `afterMinutes` counts from the start of that step, so that it
 * includes the minutes of the step.
 */
const WorldChangeSchema = z
  .strictObject({
    when: variableName,
    change: z.enum(['edited', 'removed', 'moved']),
    afterMinutes: minutes,
    /** The change applies to the ads with the same phone number as this ad. */
    sharingPhoneWith: z.string().regex(/^\d{4}$/),
    /** The mirror that answers for a moved ad. */
    to: z.strictObject({ id, name: text, host: z.string().regex(/^[a-z0-9-]+\.example$/) }).optional(),
  })
  .refine(({ change, to }) => (change === 'moved') === (to !== undefined), {
    message: '"to" names the mirror where pages have moved, and stands nowhere else',
    path: ['to'],
  });

const person = { title: text, text, operator: text, legalBasis: text };

export const ScenarioSchema = z.strictObject({
  schema: z.literal('scenario/1'),
  id,
  title: text,
  summary: text,
  contentLevel: level,
  locale: z.string().regex(/^[a-z]{2}$/),
  /** The trainee's role; `kind` is required if the case can be played in other roles too. */
  role: z.strictObject({ kind: z.enum(ROLES).optional(), ...person }),
  /** Other roles in which the case can be played. */
  roles: z.partialRecord(z.enum(ROLES), z.strictObject(person)).optional(),
  market: z.strictObject({
    profile: MarketProfileIdSchema,
    /** No capstone: it is too large for a case, and is used by the market pages and the files only. */
    preset: z.enum(['mini', 'practice', 'field']),
    prevalence: z.enum(['CALIBRATION', 'NEEDLE', 'FIELD', 'PRACTICE']),
    seed: text,
  }),
  start: instant,
  stages: z.array(z.strictObject({ id, title: text })).min(2),
  variables: z.record(variableName, VariableSchema).default({}),
  world: z.array(WorldChangeSchema).default([]),
  initial: id,
  states: z.record(id, StateSchema),
});

export type Scenario = z.output<typeof ScenarioSchema>;
export type ScenarioState = Scenario['states'][string] | InnerState;
export type DecisionState = Extract<ScenarioState, { type: 'decision' }>;
export type ScenarioOption = DecisionState['options'][number];
export type Next = z.output<typeof NextSchema>;
export type Effects = z.output<typeof EffectsSchema>;
export type Talk = NonNullable<DecisionState['talk']>;
export type Variable = z.output<typeof VariableSchema>;
export type WorldChange = z.output<typeof WorldChangeSchema>;
