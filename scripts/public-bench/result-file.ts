import { z } from 'zod';
import { sameBench } from '#bench/markets/model/compare-results.ts';
import { type BenchName, type BenchResult, BenchResultSchema } from '#bench/markets/model/schemas.ts';
import { readJson } from '#kernel/formats/json/read-json.ts';
import type { Parsed } from '#kernel/model/issue.ts';
import { parseShape } from '#kernel/model/parse-shape.ts';
import { fileIssue } from '#kernel/node/file-issue.ts';
import { readText } from '#kernel/node/read-file.ts';
import { toDraft7 } from '#market/documents/model/json-schemas.ts';

import { withoutFolders } from './without-folders.ts';

const MAX_BYTES = 50_000_000;

/** Reads a result to compare with. A result of another bench version is refused by name before its other fields are read. */
export function readResult(file: string, bench: BenchName, from: string): Parsed<BenchResult> {
  const read = readText(file, MAX_BYTES, from);
  if (!read.ok) return read;
  const json = readJson(read.value, file);
  if (!json.ok) return json;
  const head = parseShape(HeadSchema, json.value);
  const other = head.success ? sameBench(head.data.bench, bench) : undefined;
  if (other) return { ok: false, issues: [fileIssue(file, 'bench.other-bench', other)] };
  const parsed = parseShape(BenchResultSchema, json.value);
  if (parsed.success) return { ok: true, value: { ...parsed.data, tool: withoutFolders(parsed.data.tool) } };
  const field = parsed.error.issues[0]?.path.map(String).join('.') || 'schema';
  return { ok: false, issues: [fileIssue(file, 'bench.no-result', { field })] };
}

const HeadSchema = z.looseObject({ bench: BenchResultSchema.shape.bench });

/** The JSON Schema of a file, as text. */
export const schemaText = (schema: z.ZodType) => `${JSON.stringify(toDraft7(schema), null, 2)}\n`;
