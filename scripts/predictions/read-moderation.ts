import type { z } from 'zod';
import { positionInJson } from '#kernel/formats/json/position-in-json.ts';
import { readJson } from '#kernel/formats/json/read-json.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { parseShape } from '#kernel/model/parse-shape.ts';
import { readBeginning, readText } from '#kernel/node/read-file.ts';
import type { ModerationDocument, ModerationTruth } from '#market/platforms/model/moderation-documents.ts';
import { ModerationSchema, ModerationTruthSchema } from '#market/platforms/model/schemas.ts';

/** Both halves of a test of platforms. */
export interface ModerationFiles {
  readonly given: ModerationDocument;
  readonly truth: ModerationTruth;
}

/** Maximum file size; a test of six weeks has a hundredth of it. */
const MAX_BYTES = 100_000_000;

const TRUTH = /"schema"\s*:\s*"moderation-truth\/1"/;

/** Number of bytes in which to look for the schema: every document of the kit names it before any long field. */
const BYTES_TO_SCHEMA = 4_096;

/** True where the file is the truth of a platform test; false where it does not exist. */
export function isModerationTruth(path: string, from: string): boolean {
  return TRUTH.test(readBeginning(path, BYTES_TO_SCHEMA, from));
}

/**
 * Reads both halves of a test, moderation-truth.json and moderation.json, which must belong to one market and to one log.
 * Paths are relative to the folder `from`.
 */
export function readModeration(truthPath: string, givenPath: string, from: string): Parsed<ModerationFiles> {
  const truth = readDocument(truthPath, from, ModerationTruthSchema);
  const given = readDocument(givenPath, from, ModerationSchema);
  if (!truth.ok || !given.ok)
    return { ok: false, issues: [...(truth.ok ? [] : truth.issues), ...(given.ok ? [] : given.issues)] };
  const [market, other] = [truth.value.marketId, given.value.marketId];
  if (market !== other) return refuse(issueAt(givenPath, 'moderation.other-market', { market, other }));
  // Where a version of the kit lets sites moderate otherwise, the same market has another log.
  const known = new Set(given.value.log.map(({ id }) => id));
  const missing = evidenceIn(truth.value).find((id) => !known.has(id));
  return missing === undefined
    ? { ok: true, value: { truth: truth.value, given: given.value } }
    : refuse(issueAt(givenPath, 'moderation.other-log', { event: missing }));
}

/** Ids of the events on which the faults of a truth rest. */
const evidenceIn = ({ sites }: ModerationTruth): string[] =>
  sites.flatMap(({ cards }) => cards.flatMap(({ faults }) => faults.flatMap(({ evidence }) => evidence)));

function readDocument<Value>(path: string, from: string, schema: z.ZodType<Value>): Parsed<Value> {
  const read = readText(path, MAX_BYTES, from);
  if (!read.ok) return read;
  const text = read.value;
  const json = readJson(text, path);
  if (!json.ok) return json;
  const parsed = parseShape(schema, json.value);
  if (parsed.success) return { ok: true, value: parsed.data };
  const at = (parsed.error.issues[0]?.path ?? []).filter((step) => typeof step !== 'symbol');
  const field = at.join('.') || 'document';
  const position = positionInJson(text, path, at);
  return refuse({ ...issueAt(path, 'moderation.other-document', { field }), position });
}

const refuse = (issue: Issue) => ({ ok: false, issues: [issue] }) as const;

function issueAt(file: string, code: string, params: Issue['params'] = {}): Issue {
  return { code, severity: 'error', path: [], params, position: { file, line: 1, column: 1 } };
}
