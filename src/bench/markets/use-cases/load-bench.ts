import { type Bench, BenchSchema } from '#bench/markets/model/schemas.ts';
import { fault, missingFile } from '#kernel/formats/authored/faults.ts';
import { parseWith } from '#kernel/formats/authored/parse-with.ts';
import type { ProjectFiles } from '#kernel/formats/authored/project-files.ts';
import type { Parsed } from '#kernel/model/issue.ts';
import { GENERATOR_VERSION } from '#market/ads/model/market.ts';

/** The current version of the public bench. */
export const BENCH_FILE = 'content/bench/v2.yaml';

/** Reads the bench. Its lists belong to one version of the generator: with another one its markets would be others. */
export function loadBench(files: ProjectFiles): Parsed<Bench> {
  const text = files.read(BENCH_FILE);
  if (text === undefined) return { ok: false, issues: [missingFile(BENCH_FILE)] };
  const parsed = parseWith(BenchSchema, text, BENCH_FILE);
  if (!parsed.ok) return parsed;
  const { value } = parsed.value;
  if (value.generatorVersion !== GENERATOR_VERSION) {
    const params = { written: value.generatorVersion, now: GENERATOR_VERSION };
    return { ok: false, issues: [fault('bench.other-generator', parsed.value, ['generatorVersion'], params)] };
  }
  return { ok: true, value };
}
