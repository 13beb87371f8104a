import { join } from 'node:path';
import { kindOf, readText } from '#adapters/node/read-file.ts';
import type { BenchSeed } from '#app/bench/bench-order.ts';
import { SECRET } from '#app/market/market-files.ts';
import { sameBench } from '#core/bench/compare-results.ts';
import { type BenchMarkets, BenchMarketsSchema, type BenchName } from '#core/bench/schemas.ts';
import type { Issue, Parsed } from '#core/kernel/issue.ts';
import { parseShape } from '#core/kernel/parse-shape.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { readJson } from '#formats/json/read-json.ts';

/** Describes the markets of a folder. */
export const BENCH_JSON = 'bench.json';

const MAX_BYTES = 400_000_000;

/** A market of a bench, with the digests of its files where they were written before. */
export interface BenchEntry extends BenchSeed {
  readonly market?: string;
  readonly sha256?: Readonly<Record<string, string>>;
}

export interface BenchFolder {
  readonly about: BenchMarkets;
  readonly entries: readonly BenchEntry[];
  /** Of bench.json, by which two draws are told apart. */
  readonly sha256: string;
}

/**
 * Reads a folder that bench-markets wrote. The seed of each market comes from its secret half, without which nothing can
 * be scored. A folder of another bench is refused by name.
 */
export function readBenchFolder(folder: string, bench: BenchName, from: string): Parsed<BenchFolder> {
  const file = join(folder, BENCH_JSON);
  if (!kindOf(file, from).ok) return { ok: false, issues: [issueIn(file, 'bench.no-folder', {})] };
  const read = readText(file, MAX_BYTES, from);
  if (!read.ok) return read;
  const json = readJson(read.value, file);
  if (!json.ok) return json;
  const about = parseShape(BenchMarketsSchema, json.value);
  if (!about.success) {
    const field = about.error.issues[0]?.path.map(String).join('.') || 'schema';
    return { ok: false, issues: [issueIn(file, 'bench.no-markets', { field })] };
  }
  const other = sameBench(about.data.bench, bench);
  if (other) return { ok: false, issues: [issueIn(file, 'bench.other-bench', other)] };
  const issues: Issue[] = [];
  const entries = about.data.markets.flatMap(({ market, profile, sha256 }): BenchEntry[] => {
    const seed = seedOf(join(folder, market, SECRET, 'ground-truth.json'), from);
    if (!seed.ok) issues.push(...seed.issues);
    return seed.ok ? [{ market, profile, sha256, ...seed.value }] : [];
  });
  return issues.length > 0
    ? { ok: false, issues }
    : { ok: true, value: { about: about.data, entries, sha256: sha256Hex(read.value) } };
}

function seedOf(file: string, from: string): Parsed<Pick<BenchSeed, 'seed' | 'secret'>> {
  if (!kindOf(file, from).ok) return { ok: false, issues: [issueIn(file, 'bench.no-secret-half', {})] };
  const read = readText(file, MAX_BYTES, from);
  if (!read.ok) return read;
  const json = readJson(read.value, file);
  if (!json.ok) return json;
  const { seed, secret } = (json.value ?? {}) as { readonly seed?: unknown; readonly secret?: unknown };
  if (typeof seed !== 'string') return { ok: false, issues: [issueIn(file, 'bench.no-secret-half', {})] };
  return { ok: true, value: { seed, ...(typeof secret === 'string' && { secret }) } };
}

export function issueIn(file: string, code: string, params: Issue['params']): Issue {
  return { code, severity: 'error', path: [], params, position: { file, line: 1, column: 1 } };
}
