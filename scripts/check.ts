/**
 * The gate. Runs its steps two at a time, one line each, and shows the output of those that fail.
 * Usage: node scripts/check.ts [--fast | --architecture]
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, toolEnvironment } from './build-site.ts';

type Selection = 'all' | 'fast' | 'architecture';

interface Step {
  readonly name: string;
  readonly command: string;
  /** The shorter runs that this step is part of; every step is part of the whole check. */
  readonly in?: readonly Selection[];
  /** Steps that have to end before, because they write what this one reads or writes too. */
  readonly after?: readonly string[];
  /** A step without whose result this one says nothing; where that fails, this one is not run. */
  readonly needs?: string;
}

const REPORTS = join(ROOT, '.cache', 'reports');
const LANES = 2;

const VITEST = 'vitest run --config scripts/config/vitest.config.ts --reporter=dot --reporter=json';

/** Files that import 'astro:content' have no types before Astro has written them once. */
const SYNC = existsSync(join(ROOT, '.astro', 'types.d.ts')) ? '' : 'astro sync && ';

const STEPS: readonly Step[] = [
  { name: 'types in .astro', command: 'astro check --minimumFailingSeverity warning' },
  { name: 'tests', command: `${VITEST} --outputFile.json=.cache/reports/vitest.json` },
  {
    name: 'types in .svelte and .ts',
    command: 'svelte-check --tsconfig ./tsconfig.json --fail-on-warnings --output human',
    after: ['types in .astro'],
  },
  { name: 'build', command: 'node scripts/build-site.ts', after: ['types in .astro'] },
  {
    name: 'format and lint',
    command: 'biome check --config-path scripts/config --diagnostic-level=warn --error-on-warnings .',
    in: ['fast'],
  },
  {
    name: 'imports of .ts and .svelte',
    command: 'depcruise --config scripts/config/dependency-cruiser.mjs --output-type err-long src scripts',
    in: ['fast', 'architecture'],
  },
  {
    name: 'imports of .astro, chance, time',
    command: 'eslint --config scripts/config/eslint.config.mjs --max-warnings 0 src',
    in: ['fast', 'architecture'],
  },
  { name: 'core is plain language', command: 'tsc --project src/core --noEmit', in: ['fast', 'architecture'] },
  { name: 'unused code', command: 'knip --config scripts/config/knip.json' },
  { name: 'size', command: 'node scripts/check-size.ts', needs: 'build' },
];

/** What `--fast` runs in place of longer steps. */
const FAST_ONLY: readonly Step[] = [
  {
    name: 'types in .svelte and .ts',
    command: `${SYNC}svelte-check --tsconfig ./tsconfig.json --fail-on-warnings --output human`,
  },
  {
    // Without whole commands, each of which starts programs of its own, and without what draws many markets or takes seconds in one file.
    name: 'unit tests',
    command: [
      `${VITEST} --project unit --outputFile.json=.cache/reports/unit.json`,
      ...[
        'scripts/**',
        '**/long-texts.test.ts',
        '**/hostile-text.test.ts',
        '**/every-sentence.test.ts',
        'core/market/**',
        'core/prediction/**',
      ].map((slow) => `--exclude "tests/unit/${slow}"`),
    ].join(' '),
  },
];

interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
}

function chooseSteps(selection: Selection): readonly Step[] {
  const chosen = STEPS.filter((step) => selection === 'all' || step.in?.includes(selection));
  return selection === 'fast' ? [...FAST_ONLY, ...chosen] : chosen;
}

/** A line that is overwritten while one waits; only where somebody watches. */
function showRunning(names: readonly string[]): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${names.length > 0 ? `  ... ${names.join(', ')}` : ''}`);
}

function runStep(step: Step): Promise<Outcome & { readonly output: string }> {
  const start = performance.now();
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { FORCE_COLOR: undefined, NO_COLOR: '1' };
  const env = { ...toolEnvironment(), ...colour };
  const child = spawn(step.command, { cwd: ROOT, shell: true, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => (output += part));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      resolve({ name: step.name, ok: code === 0, seconds: (performance.now() - start) / 1000, output });
    });
  });
}

async function runAll(steps: readonly Step[]): Promise<Outcome[]> {
  const waiting = [...steps];
  const running = new Map<string, Promise<void>>();
  const outcomes: Outcome[] = [];
  const isOpen = (name: string) => running.has(name) || waiting.some((step) => step.name === name);
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex((step) => ![...(step.after ?? []), step.needs ?? ''].some(isOpen));
    if (next >= 0 && running.size < LANES) {
      const [step] = waiting.splice(next, 1) as [Step];
      if (outcomes.some((outcome) => outcome.name === step.needs && !outcome.ok)) {
        console.log(`not run          ${step.name}: needs ${step.needs}`);
        continue;
      }
      const done = runStep(step).then(({ output, ...outcome }) => {
        running.delete(step.name);
        outcomes.push(outcome);
        showRunning([]);
        console.log(`${outcome.ok ? 'ok    ' : 'FAILED'} ${outcome.seconds.toFixed(1).padStart(6)} s  ${outcome.name}`);
        if (!outcome.ok) console.log(`\n$ ${step.command}\n${output.trim()}\n`);
      });
      running.set(step.name, done);
    } else {
      await Promise.race(running.values());
    }
    showRunning([...running.keys()]);
  }
  return outcomes;
}

const argument = process.argv[2];
if (process.argv.length > 3 || (argument && argument !== '--fast' && argument !== '--architecture')) {
  console.error(`Unknown argument ${argument}. Usage: node scripts/check.ts [--fast | --architecture]`);
  process.exit(2);
}
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const start = performance.now();
const steps = chooseSteps((argument?.slice(2) ?? 'all') as Selection);
const outcomes = await runAll(steps);
const failed = outcomes.filter((outcome) => !outcome.ok);
writeFileSync(join(REPORTS, 'check.json'), JSON.stringify({ steps: outcomes }, null, 2));
const seconds = ((performance.now() - start) / 1000).toFixed(1);
console.log(`\n${outcomes.length - failed.length} of ${steps.length} steps passed in ${seconds} s.`);
if (failed.length > 0) {
  console.log(`Failed: ${failed.map((outcome) => outcome.name).join(', ')}.`);
  process.exit(1);
}
