import * as z from 'zod/mini';
import type { AttemptFile } from '#core/attempt-file/attempt-file.ts';
import { readAttemptFile } from '#core/attempt-file/schemas.ts';
import { parseShape } from '#core/kernel/parse-shape.ts';
import type { KeptResult } from './kept-result.ts';
import type { PortfolioFile } from './portfolio-file.ts';

/** Maximum characters of a portfolio; a track played twice needs a fiftieth of it. */
export const MAX_PORTFOLIO = 50_000_000;
const MAX_ENTRIES = 20_000;

const name = z.string().check(z.minLength(1), z.maxLength(200));
const wall = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/));
const count = z.int().check(z.nonnegative());

const AnswerSchema = z.strictObject({
  schema: z.literal('answer/1'),
  id: name,
  question: z.string().check(z.regex(/^[a-z][a-z0-9-]*\.\d{1,2}$/)),
  text: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  chosen: count,
  right: z.boolean(),
  again: z.optional(z.literal(true)),
  wall,
});

const MarkSchema = z.strictObject({ schema: z.literal('page-mark/1'), path: name, wall });

const ResultSchema = z.strictObject({
  schema: z.literal('result/1'),
  attempt: name,
  scenario: name,
  scenarioHash: name,
  marketId: name,
  generatorVersion: count,
  keyVersion: count,
  redLine: z.boolean(),
  criteria: z
    .array(
      z.strictObject({
        id: name,
        raw: z.number(),
        min: z.number(),
        max: z.number(),
        scaled: z.number().check(z.minimum(0), z.maximum(1)),
        ideal: z.optional(z.number()),
        evidence: z.array(count),
      }),
    )
    .check(z.maxLength(100)),
  calibration: z.array(z.looseObject({ id: name, value: z.number() })).check(z.maxLength(100)),
});

const FileSchema = z.strictObject({
  schema: z.literal('portfolio/1'),
  saved: wall,
  attempts: z.array(z.unknown()).check(z.maxLength(1000)),
  results: z.array(ResultSchema).check(z.maxLength(1000)),
  answers: z.array(AnswerSchema).check(z.maxLength(MAX_ENTRIES)),
  marks: z.array(MarkSchema).check(z.maxLength(1000)),
});

/** Why a file is refused: too large, not JSON, something else or damaged, or saved by a newer version of the kit. */
export type PortfolioFault = 'too-large' | 'not-json' | 'not-portfolio' | 'newer';

export type ReadPortfolio =
  /** `lost` attempts were damaged, or are of kinds that this version does not know: they are left out. */
  | { readonly ok: true; readonly file: PortfolioFile; readonly lost: number }
  | { readonly ok: false; readonly fault: PortfolioFault };

/**
 * Reads the text of a portfolio. The chain of each attempt has to be intact; marks are taken only with an attempt of the
 * file. Nothing in a file proves who made it.
 */
export function readPortfolio(written: string): ReadPortfolio {
  if (written.length > MAX_PORTFOLIO) return { ok: false, fault: 'too-large' };
  const value = readJson(written);
  if (value === undefined) return { ok: false, fault: 'not-json' };
  const schema = (value as { readonly schema?: unknown } | null)?.schema;
  if (typeof schema === 'string' && /^portfolio\/(?!1$)\d+$/.test(schema)) return { ok: false, fault: 'newer' };
  const parsed = parseShape(FileSchema, value);
  if (!parsed.success) return { ok: false, fault: 'not-portfolio' };
  const attempts = parsed.data.attempts.flatMap((attempt): AttemptFile[] => {
    const read = readAttemptFile(JSON.stringify(attempt));
    return read.ok ? [read.file] : [];
  });
  const file = { ...parsed.data, attempts } as unknown as PortfolioFile;
  const results = file.results.filter((result) => attempts.some((attempt) => isOf(result, attempt)));
  return { ok: true, file: { ...file, results }, lost: parsed.data.attempts.length - attempts.length };
}

const isOf = (result: KeptResult, { log: { header } }: AttemptFile) =>
  result.attempt === header.id && result.scenario === header.scenario && result.scenarioHash === header.scenarioHash;

function readJson(written: string): unknown {
  try {
    return JSON.parse(written) as unknown;
  } catch {
    // The caller says which fault it is.
    return undefined;
  }
}
