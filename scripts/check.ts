/**
 * The gate. Runs its steps as many at a time as there are processors, one line each, and shows the output of those that fail.
 * `--changed` passes over a step whose inputs are as they were when it passed last.
 * Usage: node scripts/check.ts [--fast | --changed | --architecture]
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, toolEnvironment } from './build-site.ts';
import { LANES, SELECTIONS, type Selection, STEPS, type Step } from './check-steps.ts';
import { digestFiles } from './digest-files.ts';

const REPORTS = join(ROOT, '.cache', 'reports');
/** Digests of the inputs of each step when it passed last. */
const PASSED = join(ROOT, '.cache', 'passed.json');

interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
}

function readPassed(): Record<string, string> {
  try {
    return JSON.parse(readFileSync(PASSED, 'utf8')) as Record<string, string>;
  } catch {
    return {};
  }
}

const digestOf = ({ command, inputs = [] }: Step) => digestFiles(ROOT, [...inputs, 'package-lock.json'], command);

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

/** Runs the steps in their order, as far as lanes are free and what has to end before has ended. */
async function runAll(steps: readonly Step[], passed: (step: Step) => void): Promise<Outcome[]> {
  const waiting = [...steps];
  const running = new Map<Step, Promise<void>>();
  const outcomes: Outcome[] = [];
  const isOpen = (name: string) => [...running.keys(), ...waiting].some((step) => step.name === name);
  const isFree = (step: Step) =>
    step.alone ? running.size === 0 : running.size < LANES && ![...running.keys()].some(({ alone }) => alone);
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex((step) => isFree(step) && ![...(step.after ?? []), step.needs ?? ''].some(isOpen));
    if (next >= 0) {
      const [step] = waiting.splice(next, 1) as [Step];
      if (outcomes.some((outcome) => outcome.name === step.needs && !outcome.ok)) {
        console.log(`not run          ${step.name}: needs ${step.needs}`);
        continue;
      }
      const done = runStep(step).then(({ output, ...outcome }) => {
        running.delete(step);
        outcomes.push(outcome);
        if (outcome.ok) passed(step);
        showRunning([]);
        console.log(`${outcome.ok ? 'ok    ' : 'FAILED'} ${outcome.seconds.toFixed(1).padStart(6)} s  ${outcome.name}`);
        if (!outcome.ok) console.log(`\n$ ${step.command}\n${output.trim()}\n`);
      });
      running.set(step, done);
    } else {
      await Promise.race(running.values());
    }
    showRunning([...running.keys()].map(({ name }) => name));
  }
  return outcomes;
}

function chosen(): Selection {
  const [argument, ...more] = process.argv.slice(2);
  const selection = argument === undefined ? 'all' : SELECTIONS.find((name) => argument === `--${name}`);
  if (selection && more.length === 0) return selection;
  console.error(`Unknown argument ${argument}. Usage: node scripts/check.ts [--fast | --changed | --architecture]`);
  process.exit(2);
}

const selection = chosen();
const start = performance.now();
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
// Files that import 'astro:content' have no types before Astro has written them once.
if (selection !== 'architecture' && !existsSync(join(ROOT, '.astro', 'types.d.ts')))
  spawnSync('astro sync', { cwd: ROOT, shell: true, env: toolEnvironment() });

const digests = readPassed();
const steps = STEPS.filter((step) => step.in.includes(selection));
const now = new Map(steps.map((step) => [step, digestOf(step)]));
const isUnchanged = (step: Step) => selection === 'changed' && step.inputs && digests[step.name] === now.get(step);
for (const step of steps.filter(isUnchanged)) console.log(`unchanged        ${step.name}`);
const due = steps.filter((step) => !isUnchanged(step));
const outcomes = await runAll(due, (step) => {
  digests[step.name] = now.get(step) as string;
});
writeFileSync(PASSED, JSON.stringify(digests, null, 2));
writeFileSync(join(REPORTS, 'check.json'), JSON.stringify({ steps: outcomes }, null, 2));
const failed = outcomes.filter((outcome) => !outcome.ok);
const seconds = ((performance.now() - start) / 1000).toFixed(1);
console.log(`\n${outcomes.length - failed.length} of ${due.length} steps passed in ${seconds} s.`);
if (failed.length > 0) {
  console.log(`Failed: ${failed.map((outcome) => outcome.name).join(', ')}.`);
  process.exit(1);
}
