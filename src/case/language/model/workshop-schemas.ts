import { z } from 'zod';
import { ROLES } from '#case/language/model/role.ts';
import { RUN_LENGTHS } from './run-length.ts';
import { MAX_INJECT } from './workshop-limits.ts';

const id = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, { message: 'lower-case letters, digits and hyphens, beginning with a letter' });

/** A part of a cut: a stage, a decision or an exercise; for an exercise also the minutes after which it is stopped. */
const CutPartSchema = z.union([id, z.strictObject({ at: id, minutes: z.number().int().min(5).max(80) })]);

/** What a workshop of some length plays of a case, in the order of the story; the rest is told. */
const CutSchema = z.strictObject({
  minutes: z.union(RUN_LENGTHS.map((length) => z.literal(length))),
  play: z.array(CutPartSchema).min(1),
});

/**
 * A message that the facilitator can send while a part is open. `title` is for the facilitator, `text` for the teams.
 */
const PlannedInjectSchema = z.strictObject({
  at: id,
  title: z.string().min(1).max(80),
  text: z.string().min(1).max(MAX_INJECT),
});

/**
 * A line of an agenda, in minutes from the beginning; it lasts until the next one. `release` is the part to open then.
 */
const AgendaLineSchema = z.strictObject({
  from: z
    .number()
    .int()
    .min(0)
    .max(RUN_LENGTHS[0] - 1),
  title: z.string().min(1).max(80),
  text: z.string().min(1).max(500),
  release: id.optional(),
});

/** The running order, in words, of a workshop with more than this case, such as a round of another case. */
const AgendaSchema = z.strictObject({
  minutes: z.union(RUN_LENGTHS.map((length) => z.literal(length))),
  lines: z.array(AgendaLineSchema).min(2),
});

/**
 * How a case is run with a group. It is stored beside the case and not part of it: no attempt and no key refers to it.
 */
export const WorkshopSchema = z.strictObject({
  schema: z.literal('workshop/1'),
  scenario: id,
  cuts: z.array(CutSchema).default([]),
  /** Agendas that replace those computed from the story. */
  agendas: z.array(AgendaSchema).default([]),
  /** Shorter texts of scenes for the team sheet, by the id of their decision. */
  short: z.record(id, z.string().min(1)).default({}),
  /** The role whose chair votes first, by the id of the decision. */
  chairs: z.record(id, z.enum(ROLES)).default({}),
  /** Messages that the facilitator can send, by the id of the stage in which they come. */
  injects: z.array(PlannedInjectSchema).default([]),
});

export type Workshop = z.output<typeof WorkshopSchema>;
export type WorkshopAgenda = z.output<typeof AgendaSchema>;
export type PlannedInject = z.output<typeof PlannedInjectSchema>;
export type WorkshopCut = z.output<typeof CutSchema>;
export type CutPart = z.output<typeof CutPartSchema>;
