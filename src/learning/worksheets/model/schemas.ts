import { z } from 'zod';
import { type SheetRow, USES, type Worksheet } from './worksheet.ts';

const text = z.string().min(1);
const head = { title: text, task: text };
const StandingSchema = z.enum(['holds', 'arguable', 'fails']);

/** Rows that all have the same answers. `also` is an answer that can be argued beside that of the authors. */
const MatrixSchema = z
  .strictObject({
    form: z.literal('matrix'),
    ...head,
    columns: z.array(text).min(2),
    rows: z.array(z.strictObject({ text, answer: text, also: text.optional(), why: text })).min(4),
  })
  .refine(
    ({ columns, rows }) =>
      rows.every(({ answer, also }) => [answer, also ?? answer].every((one) => columns.includes(one))),
    {
      message: 'each answer is one of the columns',
    },
  )
  .transform(
    ({ columns, rows, ...sheet }): Worksheet => ({
      ...sheet,
      rows: rows.map(
        ({ text: fact, answer, also, why }): SheetRow => ({
          text: fact,
          why,
          options: columns.map((column) => ({
            text: column,
            standing: column === answer ? 'holds' : column === also ? 'arguable' : 'fails',
          })),
        }),
      ),
    }),
  );

const InsteadSchema = z.strictObject({ text, standing: StandingSchema, why: text });

/** A draft, part by part: whether a part may stand, and what can stand in its place. */
const RepairSchema = z
  .strictObject({
    form: z.literal('repair'),
    ...head,
    parts: z
      .array(
        z.strictObject({
          name: text,
          drafted: text,
          leave: z.strictObject({ standing: StandingSchema, why: text }),
          instead: z.array(InsteadSchema).min(1),
        }),
      )
      .min(4),
  })
  .transform(
    ({ parts, ...sheet }): Worksheet => ({
      ...sheet,
      rows: parts.map(
        ({ name, drafted, leave, instead }): SheetRow => ({ name, text: drafted, options: [leave, ...instead] }),
      ),
    }),
  )
  .refine(
    (sheet) =>
      'rows' in sheet &&
      sheet.rows.every(({ options }) => options.filter(({ standing }) => standing === 'holds').length === 1),
    { message: 'each part has exactly one answer that holds' },
  );

const PlanSchema = z.strictObject({
  form: z.literal('plan'),
  ...head,
  measures: z.array(z.strictObject({ text, use: z.enum(USES), why: text })).min(6),
});

/** The work inside a lesson, as its file has it at its head. */
export const WorksheetSchema = z.union([MatrixSchema, RepairSchema, PlanSchema]);
