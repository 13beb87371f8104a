import { z } from 'zod';
import { DATA_CATEGORIES, OFFICES } from '#evidence/letters/model/letter.ts';
import { type AuthorityTable, DATA_CLASSES, type StateLaw } from './authority.ts';

const text = z.string().min(1);
const offices = z.array(z.enum(OFFICES));
const id = z.string().regex(/^[a-z][a-z-]*$/);

const RowSchema = z.strictObject({
  id: z.enum(DATA_CLASSES),
  name: text,
  data: z.array(z.enum(DATA_CATEGORIES)),
  keep: offices,
  keepUrgent: offices.default([]),
  order: offices.default([]),
  validated: offices.default([]),
  emergency: offices.default([]),
  minYears: z.number().int().min(0).default(0),
  threshold: text,
});

const StateSchema = z.strictObject({
  id,
  name: text,
  validation: text,
  /** Rows of the table that differ in this State, with only the fields that differ. */
  differs: z
    .array(z.strictObject({ id: z.enum(DATA_CLASSES), order: offices.optional(), threshold: text.optional() }))
    .default([]),
});

const isOnce = (names: readonly string[]) => new Set(names).size === names.length;

/** The table as authored: `content/law/authority.yaml`. */
export const AuthoritySchema = z
  .strictObject({
    schema: z.literal('authority/1'),
    /** Not reviewed by a lawyer; add another value only after such a review. */
    law: z.literal('not-reviewed'),
    validateWithinHours: z.number().int().positive(),
    rows: z
      .array(RowSchema)
      .refine((rows) => isOnce(rows.map((row) => row.id)) && rows.length === DATA_CLASSES.length, {
        message: 'has one row for each class of data',
      }),
    states: z.array(StateSchema).refine((states) => isOnce(states.map((state) => state.id)), {
      message: 'has each State once',
    }),
  })
  .refine(({ rows }) => DATA_CATEGORIES.every((data) => rows.filter((row) => row.data.includes(data)).length === 1), {
    message: 'has each kind of data of a letter in one row',
    path: ['rows'],
  })
  .refine(({ rows }) => rows.every(({ order, validated }) => validated.every((office) => order.includes(office))), {
    message: 'has an order validated only of an office that may give it',
    path: ['rows'],
  });

/** Expands the table: every State with all its rows. */
export function authorityTable({
  rows,
  states,
  validateWithinHours,
}: z.output<typeof AuthoritySchema>): AuthorityTable {
  return {
    states: states.map(({ id, name, validation, differs }): StateLaw => {
      const own = (row: (typeof rows)[number]) => {
        const { order, threshold } = differs.find((one) => one.id === row.id) ?? {};
        return { ...row, ...(order && { order }), ...(threshold !== undefined && { threshold }) };
      };
      return { id, name, validation, validateWithinHours, rows: rows.map(own) };
    }),
  };
}
