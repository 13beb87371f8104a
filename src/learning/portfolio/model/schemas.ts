import * as z from 'zod/mini';
import type { AttemptFile } from '#case/attempt-file/model/attempt-file.ts';
import { readAttemptFile } from '#case/attempt-file/model/schemas.ts';
import type { KeptResult } from '#case/debrief/model/kept-result.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import { parseShape } from '#kernel/model/parse-shape.ts';
import { type AnswerBefore, presentAnswer } from '#learning/track/model/answer-format.ts';
import type { KeptAnswer } from '#learning/track/model/kept-answer.ts';
import type { PortfolioFile } from './portfolio-file.ts';

/** Maximum characters of a portfolio; a track played twice needs a fiftieth of it. */
export const MAX_PORTFOLIO = 50_000_000;
const MAX_ENTRIES = 20_000;

const name = z.string().check(z.minLength(1), z.maxLength(200));
const wall = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/));
const count = z.int().check(z.nonnegative());

const answer = {
  id: name,
  question: z.string().check(z.regex(/^[a-z][a-z0-9-]*\.\d{1,2}$/)),
  text: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  chosen: count,
  again: z.optional(z.literal(true)),
  wall,
};
const fromFile = z.optional(z.literal(true));
const AnswerSchema = z.strictObject({
  schema: z.literal('answer/2'),
  ...answer,
  wording: z.optional(z.enum(['first', 'other'])),
  fromFile,
});
const AnswerBeforeSchema = z.strictObject({ schema: z.literal('answer/1'), ...answer, right: z.boolean() });

const MarkSchema = z.strictObject({ schema: z.literal('page-mark/1'), path: name, fromFile, wall });

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
  schema: z.enum(['portfolio/1', 'portfolio/2']),
  saved: wall,
  attempts: z.array(z.unknown()).check(z.maxLength(1000)),
  results: z.array(ResultSchema).check(z.maxLength(1000)),
  answers: z.array(z.union([AnswerSchema, AnswerBeforeSchema])).check(z.maxLength(MAX_ENTRIES)),
  marks: z.array(MarkSchema).check(z.maxLength(1000)),
});

/** Why a file is refused: too large, empty, not JSON, a file of another kind, damaged, or saved by a newer version. */
export type PortfolioFault = 'too-large' | 'nothing' | 'not-json' | 'not-portfolio' | 'damaged' | 'newer';

export type ReadPortfolio =
  /** `lost` attempts were damaged, or are of kinds that this version does not know: they are left out. */
  | { readonly ok: true; readonly file: PortfolioFile; readonly lost: number }
  | { readonly ok: false; readonly fault: PortfolioFault };

/**
 * Reads the text of a portfolio. Answers in the first format also state whether they were right, which is dropped. The
 * chain of each attempt has to be intact, and marks need an attempt in the file. Nothing in a file proves who made it.
 */
export function readPortfolio(written: string, kinds: Pick<Kinds, 'reads'>): ReadPortfolio {
  if (written.length > MAX_PORTFOLIO) return { ok: false, fault: 'too-large' };
  if (written.trim() === '') return { ok: false, fault: 'nothing' };
  const value = readJson(written);
  if (value === undefined) return { ok: false, fault: looksLikeJson(written) ? 'damaged' : 'not-json' };
  const schema = (value as { readonly schema?: unknown } | null)?.schema;
  if (typeof schema === 'string' && /^portfolio\/(?![12]$)\d+$/.test(schema)) return { ok: false, fault: 'newer' };
  const parsed = parseShape(FileSchema, value);
  if (!parsed.success) {
    const isOurs = schema === 'portfolio/1' || schema === 'portfolio/2';
    return { ok: false, fault: isOurs ? 'damaged' : 'not-portfolio' };
  }
  const attempts = parsed.data.attempts.flatMap((attempt): AttemptFile[] => {
    const read = readAttemptFile(JSON.stringify(attempt), kinds);
    return read.ok ? [read.file] : [];
  });
  const answers = parsed.data.answers.map((answer) => presentAnswer(answer as KeptAnswer | AnswerBefore));
  const file = { ...parsed.data, schema: 'portfolio/2', attempts, answers } as unknown as PortfolioFile;
  const results = file.results.filter((result) => attempts.some((attempt) => isOf(result, attempt)));
  return { ok: true, file: { ...file, results }, lost: parsed.data.attempts.length - attempts.length };
}

const isOf = (result: KeptResult, { log: { header } }: AttemptFile) =>
  result.attempt === header.id && result.scenario === header.scenario && result.scenarioHash === header.scenarioHash;

/** True for a text that begins like a portfolio, such as a truncated one. */
const looksLikeJson = (written: string) => /^\s*\{\s*"schema"\s*:/.test(written);

function readJson(written: string): unknown {
  try {
    return JSON.parse(written) as unknown;
  } catch {
    // The caller says which fault it is.
    return undefined;
  }
}
