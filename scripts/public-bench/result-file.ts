import { z } from 'zod';
import { fileIssue } from '#adapters/node/file-issue.ts';
import { readText } from '#adapters/node/read-file.ts';
import { sameBench } from '#core/bench/compare-results.ts';
import { type BenchName, type BenchResult, BenchResultSchema } from '#core/bench/schemas.ts';
import type { Parsed } from '#core/kernel/issue.ts';
import { parseShape } from '#core/kernel/parse-shape.ts';
import { toDraft7 } from '#core/market/documents/json-schemas.ts';
import { readJson } from '#formats/json/read-json.ts';

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
