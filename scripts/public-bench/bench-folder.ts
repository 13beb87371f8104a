import { join } from 'node:path';
import { sameBench } from '#bench/markets/model/compare-results.ts';
import { type BenchMarkets, BenchMarketsSchema, type BenchName } from '#bench/markets/model/schemas.ts';
import type { BenchSeed } from '#bench/markets/use-cases/bench-order.ts';
import { readJson } from '#kernel/formats/json/read-json.ts';
import type { Issue, Parsed } from '#kernel/model/issue.ts';
import { parseShape } from '#kernel/model/parse-shape.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import { fileIssue } from '#kernel/node/file-issue.ts';
import { kindOf, readText } from '#kernel/node/read-file.ts';
import { SECRET } from '#market/documents/use-cases/market-files.ts';

/** Describes the markets of a folder. */
export const BENCH_JSON = 'bench.json';

/** JSON Schema of a result, beside it. */
export const RESULT_SCHEMA = 'bench-result.schema.json';

/** The half of hidden markets for teams; their secret half is in the folder beside it, for the organiser alone. */
export const HAND_OUT = 'hand-out';

/** Maximum size of bench.json or a header. */
const MAX_BYTES = 50_000_000;

/** Where the files of markets are in a folder. */
export interface BenchPlaces {
  /** The folder that has bench.json, and below it the public half of each market. */
  readonly open: string;
  /** True where the secret halves are apart from the public ones. */
  readonly apart: boolean;
  /** Path of a file of a market, named as in bench.json: `public/market.json`, `secret/ground-truth.json`. */
  readonly pathOf: (market: string, file: string) => string;
}

/** Hidden markets have their halves in hand-out/<market>/public/ and secret/<market>/, open ones in <market>/. */
export function benchPlaces(folder: string, apart: boolean): BenchPlaces {
  const open = apart ? join(folder, HAND_OUT) : folder;
  const pathOf = (market: string, file: string) =>
    apart && file.startsWith(`${SECRET}/`)
      ? join(folder, SECRET, market, file.slice(SECRET.length + 1))
      : join(open, market, file);
  return { open, apart, pathOf };
}

/** The places of a folder that was written before; undefined where it has no bench.json. */
export function placesIn(folder: string, from: string): BenchPlaces | undefined {
  return [false, true]
    .map((apart) => benchPlaces(folder, apart))
    .find(({ open }) => kindOf(join(open, BENCH_JSON), from).ok);
}

/** A market of a bench, with the digests of its files where they were written before. */
export interface BenchEntry extends BenchSeed {
  readonly market?: string;
  readonly sha256?: Readonly<Record<string, string>>;
  /** The file from which the seed was read. */
  readonly seedFile?: string;
}

export interface BenchFolder {
  readonly about: BenchMarkets;
  readonly entries: readonly BenchEntry[];
  /** Of bench.json, by which two draws are told apart. */
  readonly sha256: string;
}

/** What bench.json says of a folder, and where its files are. */
export interface AboutFolder {
  readonly about: BenchMarkets;
  readonly places: BenchPlaces;
  /** Of bench.json, by which two draws are told apart. */
  readonly sha256: string;
}

/** Reads bench.json of a folder that bench-markets wrote. A folder of another bench is refused by name. */
export function readBenchJson(folder: string, bench: BenchName, from: string): Parsed<AboutFolder> {
  const places = placesIn(folder, from);
  if (!places) return { ok: false, issues: [fileIssue(join(folder, BENCH_JSON), 'bench.no-folder')] };
  const file = join(places.open, BENCH_JSON);
  const read = readText(file, MAX_BYTES, from);
  if (!read.ok) return read;
  const json = readJson(read.value, file);
  if (!json.ok) return json;
  const about = parseShape(BenchMarketsSchema, json.value);
  if (!about.success) {
    const field = about.error.issues[0]?.path.map(String).join('.') || 'schema';
    return { ok: false, issues: [fileIssue(file, 'bench.no-markets', { field })] };
  }
  const other = sameBench(about.data.bench, bench);
  if (other) return { ok: false, issues: [fileIssue(file, 'bench.other-bench', other)] };
  return { ok: true, value: { about: about.data, places, sha256: sha256Hex(read.value) } };
}

/**
 * Reads a folder that bench-markets wrote. The seed of each market comes from its secret half, without which nothing can
 * be scored.
 */
export function readBenchFolder(folder: string, bench: BenchName, from: string): Parsed<BenchFolder> {
  const read = readBenchJson(folder, bench, from);
  if (!read.ok) return read;
  const { about, places, sha256 } = read.value;
  const issues: Issue[] = [];
  const entries = about.markets.flatMap((one): BenchEntry[] => {
    const { market } = one;
    const seedFile = places.pathOf(market, `${SECRET}/ground-truth.json`);
    const seed = seedOf(seedFile, from);
    if (!seed.ok) issues.push(...seed.issues);
    return seed.ok ? [{ ...one, seedFile, ...seed.value }] : [];
  });
  const [first] = issues;
  // A whole folder without secret halves is one fault.
  if (first && issues.length === about.markets.length && issues.every(({ code }) => code === first.code))
    return { ok: false, issues: [first] };
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: { about, entries, sha256 } };
}

function seedOf(file: string, from: string): Parsed<Pick<BenchSeed, 'seed' | 'secret'>> {
  if (!kindOf(file, from).ok) return { ok: false, issues: [fileIssue(file, 'bench.no-secret-half')] };
  const read = readText(file, MAX_BYTES, from);
  if (!read.ok) return read;
  const json = readJson(read.value, file);
  if (!json.ok) return json;
  const { seed, secret } = (json.value ?? {}) as { readonly seed?: unknown; readonly secret?: unknown };
  if (typeof seed !== 'string') return { ok: false, issues: [fileIssue(file, 'bench.no-secret-half')] };
  return { ok: true, value: { seed, ...(typeof secret === 'string' && { secret }) } };
}
