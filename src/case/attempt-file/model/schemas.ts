import * as z from 'zod/mini';
import { type AttemptLog, firstBrokenEvent } from '#case/attempt/model/attempt-log.ts';
import { parseAttemptLog } from '#case/attempt/model/schemas.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import { parseShape } from '#kernel/model/parse-shape.ts';
import { type AttemptFile, attemptFileOf } from './attempt-file.ts';
import { isChosen, MAX_REASON, TEAM_SIZE } from './attempt-team.ts';

const text = z.string().check(z.maxLength(20_000));
const name = z.string().check(z.minLength(1), z.maxLength(200));
const number = z.number();
const citations = z.array(z.looseObject({ code: text, mark: text, says: text }));

/** Fields that a later version of the kit adds to a report are kept; a report of the first version has no facts. */
const ReportSchema = z.looseObject({
  schema: z.literal(['score-report/1', 'score-report/2']),
  scenario: name,
  scenarioHash: name,
  keyVersion: number,
  attempt: name,
  retry: z.optional(z.looseObject({ of: name, from: number })),
  ending: text,
  redLine: z.boolean(),
  criteria: z.array(
    z.looseObject({
      id: name,
      raw: number,
      min: number,
      max: number,
      scaled: number.check(z.minimum(0), z.maximum(1)),
      ideal: z.optional(number),
      less: z.optional(number),
      evidence: z.array(number),
    }),
  ),
  figures: z.array(z.looseObject({ id: name, value: number })),
  findings: z.array(
    z.looseObject({
      kind: name,
      at: z.looseObject({ ad: z.optional(text), locator: z.optional(text) }),
      reason: text,
      sources: citations,
    }),
  ),
  path: z.array(
    z.looseObject({
      seq: number,
      state: name,
      title: text,
      at: text,
      option: name,
      optionText: text,
      rating: z.optional(text),
      reason: z.optional(text),
      sources: citations,
    }),
  ),
  route: z.array(z.looseObject({ state: name, seq: number })),
  model: z.array(z.looseObject({ state: name, title: text, option: name, optionText: text })),
});

const count = z.int().check(z.nonnegative(), z.maximum(1_000));

/** Votes and reasons of a team, as a file or the log of a room has them. */
export const AttemptTeamSchema = z.strictObject({
  people: z.int().check(z.minimum(TEAM_SIZE.least), z.maximum(TEAM_SIZE.most)),
  votes: z.record(name, z.strictObject({ options: z.record(name, count), keptDown: count })),
  reasons: z.record(
    name,
    z.strictObject({
      option: name,
      reason: z.string().check(z.maxLength(MAX_REASON), z.regex(/^[^\p{Cc}\u2028\u2029]*$/u)),
    }),
  ),
});

const fields = {
  scenario: name,
  scenarioHash: name,
  marketId: name,
  generatorVersion: z.int().check(z.positive()),
  keyVersion: z.optional(z.int().check(z.positive())),
  alias: z.optional(name),
  saved: text,
  log: z.unknown(),
  report: z.optional(ReportSchema),
};

const AttemptFileSchema = z.discriminatedUnion('schema', [
  z.strictObject({ schema: z.literal('attempt-file/1'), ...fields }),
  z.strictObject({ schema: z.literal('attempt-file/2'), ...fields, team: AttemptTeamSchema }),
]);

/**
 * Why a file is not an attempt: not JSON; something else, or damaged; a report without its log, as older versions saved
 * it; saved by a newer version of the kit; or changed after it was saved.
 */
export type AttemptFileFault = 'not-json' | 'not-attempt' | 'report-alone' | 'newer' | 'changed';

/** What can still be shown of a file whose log this version cannot read: none of it is verified. */
export interface UnreadAttempt {
  readonly header: unknown;
  readonly events: readonly unknown[];
  readonly alias?: string;
  readonly report?: ScoreReport;
  readonly saved: string;
}

export type ReadAttemptFile =
  | { readonly ok: true; readonly file: AttemptFile }
  | {
      readonly ok: false;
      readonly fault: AttemptFileFault;
      /** The fault as a short text for the console. */
      readonly said: string;
      readonly left?: UnreadAttempt;
    };

/**
 * Reads the text of an attempt file, or of a bare log as older versions saved it and `play --log` prints it. The chain
 * of the log has to be intact, and everything in the file has to belong to one attempt.
 */
export function readAttemptFile(written: string, kinds: Pick<Kinds, 'reads'>): ReadAttemptFile {
  const value = readJson(written);
  if (value === undefined) return refused('not-json', 'The file is no JSON.');
  if (!isRecord(value)) return refused('not-attempt', 'The file holds no object.');
  const { schema } = value;
  if (typeof schema === 'string' && schema.startsWith('score-report/'))
    return refused('report-alone', 'The file holds a report and no log.');
  if (typeof schema === 'string' && /^attempt-file\/(?![12]$)\d+$/.test(schema)) return refused('newer', schema);
  return schema === 'attempt-file/1' || schema === 'attempt-file/2' ? readFile(value, kinds) : migrate(value, kinds);
}

function readFile(value: Record<string, unknown>, kinds: Pick<Kinds, 'reads'>): ReadAttemptFile {
  const parsed = parseShape(AttemptFileSchema, value);
  if (!parsed.success) return refused('not-attempt', inWords(parsed.error.issues), left(value));
  const { log: written, ...fields } = parsed.data as unknown as Omit<AttemptFile, 'log'> & { readonly log: unknown };
  const read = readLog({ ...fields, log: written }, kinds);
  if (!read.ok) return read;
  const file: AttemptFile = { ...fields, log: read.log };
  const other = otherAttempt(file);
  return other === undefined ? { ok: true, file } : refused('changed', other);
}

/** Migrates a bare log: header and events, with any fields that a storage added beside them. */
function migrate(value: Record<string, unknown>, kinds: Pick<Kinds, 'reads'>): ReadAttemptFile {
  if (!('header' in value && 'events' in value)) return refused('not-attempt', 'The file has no header and no events.');
  const read = readLog({ log: { header: value.header, events: value.events } }, kinds);
  return read.ok ? { ok: true, file: attemptFileOf({ log: read.log, saved: '' }) } : read;
}

type ReadLog = { readonly ok: true; readonly log: AttemptLog } | Exclude<ReadAttemptFile, { readonly ok: true }>;

function readLog(file: { readonly log: unknown }, kinds: Pick<Kinds, 'reads'>): ReadLog {
  const parsed = parseAttemptLog(file.log, kinds);
  if (!parsed.ok) return refused('not-attempt', parsed.said, left({ ...file }));
  const broken = firstBrokenEvent(parsed.log);
  return broken === undefined ? parsed : refused('changed', `Event ${broken} does not fit what stands before it.`);
}

/** The fields at the top of the file, its team and its report have to match the log. Says what does not. */
function otherAttempt({ log, team, report, ...file }: AttemptFile): string | undefined {
  const { header } = log;
  for (const field of ['scenario', 'scenarioHash', 'marketId', 'generatorVersion'] as const)
    if (file[field] !== header[field]) return `${field} is ${file[field]} in the file and ${header[field]} in its log.`;
  for (const [state, { option }] of Object.entries(team?.reasons ?? {}))
    if (!isChosen(log, state, option))
      return `A reason is given for ${option} at ${state}, which the log does not have.`;
  if (!report) return undefined;
  for (const [field, own] of [
    ['scenario', header.scenario],
    ['scenarioHash', header.scenarioHash],
    ['attempt', header.id],
  ] as const)
    if (report[field] !== own) return `${field} is ${report[field]} in the report and ${own} in the log.`;
  return undefined;
}

/** The parts of a file that can be shown although they cannot be verified. */
function left(value: Record<string, unknown>): UnreadAttempt | undefined {
  const log = isRecord(value.log) ? value.log : undefined;
  if (!log || !Array.isArray(log.events)) return undefined;
  const report = parseShape(ReportSchema, value.report);
  return {
    header: log.header,
    events: log.events,
    saved: typeof value.saved === 'string' ? value.saved : '',
    ...(typeof value.alias === 'string' && { alias: value.alias }),
    ...(report.success && { report: report.data as unknown as ScoreReport }),
  };
}

const refused = (fault: AttemptFileFault, said: string, rest?: UnreadAttempt) =>
  ({ ok: false, fault, said, ...(rest && { left: rest }) }) as const;

const inWords = (issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]) =>
  issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`).join('; ');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function readJson(written: string): unknown {
  try {
    return JSON.parse(written) as unknown;
  } catch {
    // An unreadable part is left out: the reported fault is the same.
    return undefined;
  }
}
