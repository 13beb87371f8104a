import { z } from 'zod';
import { MOVES, TAGS } from './moves.ts';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z][a-z0-9-]*$/);

const Tags = z.string().refine((tags) => tags.split(' ').every((tag) => (TAGS as readonly string[]).includes(tag)), {
  message: `tags are some of ${TAGS.join(', ')}, divided by blanks`,
});

/** A template, or one with tags before it. How a template is written: `parse-template.ts`. */
const Construction = z.union([
  text,
  z.record(Tags, text).refine((one) => Object.keys(one).length === 1, { message: 'one template' }),
]);
const constructions = z.array(Construction).min(1);
const MoveSchema = z.enum(MOVES);
const Looks = z.strictObject({ move: MoveSchema, says: z.array(Construction).min(3) });

/** The lists from which the facts of a persona are drawn. */
export const FactListsSchema = z.record(id, z.array(text).min(4));

/** How people write: what voices do to words. */
export const HabitsSchema = z.strictObject({
  contractions: z.record(text, z.tuple([text, text])),
  short: z.record(text, z.strictObject({ classified: text.optional(), chat: text.optional() })),
  slips: z.record(text, text),
  openers: z.array(z.strictObject({ text, register: z.enum(['casual', 'formal', 'any']).optional() })).min(4),
  tails: z.array(z.strictObject({ text, register: z.enum(['casual', 'formal', 'any']).optional() })).min(4),
  labels: z.partialRecord(MoveSchema, z.array(text).min(1)),
});

/** Neutral constructions of a family of ads, by move. */
export const MovesSchema = z.partialRecord(MoveSchema, constructions);

/** Constructions of signs, cues and traps of one half, each with innocent look-alikes. */
export const SaidSchema = z.record(
  id,
  z.union([
    z.strictObject({ move: MoveSchema, says: z.array(Construction).min(6), looks: Looks }),
    z.strictObject({
      move: z.record(id, MoveSchema),
      variants: z.record(id, constructions),
      looks: Looks,
    }),
  ]),
);

export type FactLists = z.output<typeof FactListsSchema>;
export type Habits = z.output<typeof HabitsSchema>;
export type FamilyMoves = z.output<typeof MovesSchema>;
export type SaidHalf = z.output<typeof SaidSchema>;
export type WrittenConstruction = z.output<typeof Construction>;
