import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createProjectFiles } from '#adapters/node/project-files.ts';
import { loadProject, type Project } from '#app/library/load-project.ts';
import { canonicalJson, type Json } from '#core/kernel/canonical-json.ts';
import { required } from '#core/kernel/invariant.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { generateMarket } from '#core/market/generate-market.ts';
import { GENERATOR_VERSION } from '#core/market/market.ts';
import { badArgument, orFail, readArguments } from './command-line.ts';

const HELP = `Usage: node scripts/update-golden.ts [--file FILE]
Writes the digests of the markets that must not change: some seeds, and the market of each shipped case.
Writes only where GENERATOR_VERSION has been raised since the last time; ends with 1 where it has not.
  --file   where they stand (default tests/golden/markets.json)`;

const ROOT = resolve(import.meta.dirname, '..');
const SEEDS = ['42', '1337', '1211'];
const UNTIL = '2031-03-12T09:00:00Z';

/** SHA-256 over the canonical JSON of each half of a market, by seed or case. */
export interface Golden {
  readonly generatorVersion: number;
  readonly markets: Readonly<Record<string, { readonly market: string; readonly truth: string }>>;
}

const digest = (value: unknown) => sha256Hex(canonicalJson(value as Json));

/** The digests as the generator of today gives them. */
export function goldenOf({ library, cases }: Project): Golden {
  const { profiles, ...words } = library;
  const seeded = [...profiles.values()].flatMap((profile) =>
    SEEDS.map((seed) => {
      const order = { ...words, profile, size: 'practice', prevalence: 'PRACTICE', seed, until: UNTIL } as const;
      return [`${profile.id} seed ${seed}`, generateMarket(order, { records: true })] as const;
    }),
  );
  const shipped = cases.map(({ source, market, answers }) => {
    return [`case ${source.id}`, { market, truth: required(answers, `answers of ${source.id}`).truth }] as const;
  });
  const markets = [...seeded, ...shipped].map(
    ([name, { market, truth }]) => [name, { market: digest(market), truth: digest(truth) }] as const,
  );
  return { generatorVersion: GENERATOR_VERSION, markets: Object.fromEntries(markets) };
}

function update(file: string): void {
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Golden).generatorVersion : undefined;
  if (before === GENERATOR_VERSION) {
    process.stderr.write(
      `${relative(process.cwd(), file)} is of generator version ${before}, and so is the generator. Where its markets have changed, raise GENERATOR_VERSION in src/core/market/market.ts first.\n`,
    );
    process.exit(1);
  }
  const golden = goldenOf(orFail(loadProject(createProjectFiles(ROOT))));
  writeFileSync(file, `${JSON.stringify(golden, null, 2)}\n`);
  process.stdout.write(`${relative(process.cwd(), file)} now holds generator version ${GENERATOR_VERSION}\n`);
}

if (import.meta.main) {
  const { values } = readArguments(HELP, () =>
    parseArgs({ options: { file: { type: 'string' }, help: { type: 'boolean', default: false } } }),
  );
  try {
    update(values.file === undefined ? resolve(ROOT, 'tests/golden/markets.json') : resolve(values.file));
  } catch (error) {
    if (error instanceof SyntaxError) badArgument(HELP, `--file ${values.file ?? ''}: the file is no JSON.`);
    if (error instanceof Error && 'syscall' in error) badArgument(HELP, `--file ${values.file}: ${error.message}.`);
    throw error;
  }
}
