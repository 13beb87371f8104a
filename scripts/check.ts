/**
 * The gate. Runs its steps in parallel, one per processor, prints one line each, and the output of those that fail.
 * `--changed` skips a step whose inputs are unchanged since it last passed, and gives a step that looks at each file by
 * itself only the files that have changed since then.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CommandIo } from './command/command-io.ts';
import { badArgument, command, readArguments } from './command/command-line.ts';
import { digestFiles, digestParts } from './command/digest-files.ts';
import { ROOT } from './command/root.ts';
import { runCommand } from './command/run-command.ts';
import { LANES, type Selection, STEPS, type Step } from './gate/check-steps.ts';
import { type FileDigests, fileDigests, filesDue, uncommittedFiles } from './gate/files-due.ts';
import { importLines } from './gate/import-lines.ts';
import { readNamedBy, testsNear } from './gate/tests-near.ts';
import { toolEnvironment } from './site/build.ts';

const HELP = `Usage: npm run -s check -- [--fast | --changed | --architecture]
Runs all steps of the gate, and ends with 1 where one of them fails.
  --fast           the static steps, and the unit tests of which none takes seconds
  --changed        skip steps whose inputs are unchanged since they last passed
  --architecture   only the import rules`;

const REPORTS = join(ROOT, '.cache', 'reports');
/** Digests of the inputs of each step at its last pass. */
const PASSED = join(ROOT, '.cache', 'passed.json');
/** Digests of all files when the steps that look at each file by itself last passed. */
const FILES_PASSED = join(ROOT, '.cache', 'passed-files.json');

/** `--changed` runs no more files of tests than these; after a change of a model hundreds depend on it. */
const MAX_NEAR_TESTS = 24;

interface Outcome {
  readonly name: string;
  readonly ok: boolean;
  readonly seconds: number;
}

function readPassed<Passed extends object>(file: string): Partial<Passed> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Passed;
  } catch {
    return {};
  }
}

function digestOf({ command, inputs = [], readsImportsOnly }: Step): string {
  const paths = [...inputs, 'package-lock.json'];
  return readsImportsOnly ? digestParts(ROOT, paths, importLines, command) : digestFiles(ROOT, paths, command);
}

/** A step of which the command ends with names of files. */
const withFiles = (step: Step, files: readonly string[]): Step => ({
  ...step,
  command: step.command + files.map((file) => `"${file}"`).join(' '),
});

/** The tests nearest to what is not committed; how many more depend on it is printed. */
function nearTests(folders: readonly string[], io: CommandIo): string[] {
  const changed = uncommittedFiles(ROOT);
  if (!changed) badArgument('--changed needs the history of the files: Git does not answer here.');
  const all = testsNear(changed, readNamedBy(ROOT), folders);
  if (all.length > MAX_NEAR_TESTS)
    io.out(
      `${all.length} files of tests depend on what changed. The nearest ${MAX_NEAR_TESTS} run here, all in npm test.\n`,
    );
  return all.slice(0, MAX_NEAR_TESTS);
}

/** Shows the running steps in a line that is overwritten; only in a terminal. */
function showRunning({ terminal }: CommandIo, names: readonly string[]): void {
  terminal?.write(`\r\u001b[K${names.length > 0 ? `  ... ${names.join(', ')}` : ''}`);
}

function runStep(step: Step, isWatched: boolean): Promise<Outcome & { readonly output: string }> {
  const start = performance.now();
  const colour = isWatched ? { FORCE_COLOR: '1' } : { FORCE_COLOR: undefined, NO_COLOR: '1' };
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

/**
 * Runs the steps in order, each as soon as a lane is free and the steps before it in `after` and `needs` have ended.
 */
async function runAll(steps: readonly Step[], io: CommandIo, passed: (step: Step) => void): Promise<Outcome[]> {
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
        io.out(`not run          ${step.name}: needs ${step.needs}\n`);
        continue;
      }
      const done = runStep(step, io.terminal !== undefined).then(({ output, ...outcome }) => {
        running.delete(step);
        outcomes.push(outcome);
        if (outcome.ok) passed(step);
        showRunning(io, []);
        io.out(`${outcome.ok ? 'ok    ' : 'FAILED'} ${outcome.seconds.toFixed(1).padStart(6)} s  ${outcome.name}\n`);
        if (!outcome.ok) io.out(`\n$ ${step.command}\n${output.trim()}\n\n`);
      });
      running.set(step, done);
    } else {
      await Promise.race(running.values());
    }
    showRunning(
      io,
      [...running.keys()].map(({ name }) => name),
    );
  }
  return outcomes;
}

function chosen(args: readonly string[]): Selection {
  const { values } = readArguments(() =>
    parseArgs({
      args,
      options: {
        fast: { type: 'boolean', default: false },
        changed: { type: 'boolean', default: false },
        architecture: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }),
  );
  const [selection = 'all', ...more] = (['fast', 'changed', 'architecture'] as const).filter((name) => values[name]);
  return more.length === 0 ? selection : badArgument('Choose one selection.');
}

export const main = command(HELP, async (args, io) => {
  const selection = chosen(args);
  const start = performance.now();
  rmSync(REPORTS, { recursive: true, force: true });
  mkdirSync(REPORTS, { recursive: true });
  // Files that import 'astro:content' have no types before Astro has written them once.
  if (selection !== 'architecture' && !existsSync(join(ROOT, '.astro', 'types.d.ts')))
    spawnSync('astro sync', { cwd: ROOT, shell: true, env: toolEnvironment() });

  const digests = readPassed<Record<string, string>>(PASSED);
  const files = selection === 'architecture' ? undefined : fileDigests(ROOT);
  const filesSeen = readPassed<Record<string, FileDigests>>(FILES_PASSED);
  const dueIn = ({ name, perFile }: Step) =>
    selection === 'changed' && files && perFile ? filesDue(files, filesSeen[name] ?? {}, perFile) : undefined;
  const steps = STEPS.filter((step) => step.in.includes(selection));
  const now = new Map(steps.map((step) => [step, digestOf(step)]));
  const isUnchanged = (step: Step) =>
    selection === 'changed' &&
    ((step.inputs && digests[step.name] === now.get(step)) || (step.perFile && dueIn(step)?.length === 0));
  for (const step of steps.filter(isUnchanged)) io.out(`unchanged        ${step.name}\n`);
  const due = steps.filter((step) => !isUnchanged(step));
  const asked = due.flatMap((step) => {
    if (step.perFile) return [withFiles(step, dueIn(step) ?? ['.'])];
    const tests = step.testsIn && nearTests(step.testsIn, io);
    if (tests?.length === 0) io.out(`unchanged        ${step.name}\n`);
    return tests ? (tests.length > 0 ? [withFiles(step, tests)] : []) : [step];
  });
  const outcomes = await runAll(asked, io, ({ name, perFile }) => {
    const step = due.find((other) => other.name === name) as Step;
    digests[name] = now.get(step) as string;
    if (perFile && files) filesSeen[name] = files;
  });
  writeFileSync(FILES_PASSED, JSON.stringify(filesSeen));
  writeFileSync(PASSED, JSON.stringify(digests, null, 2));
  writeFileSync(join(REPORTS, 'check.json'), JSON.stringify({ steps: outcomes }, null, 2));
  const failed = outcomes.filter((outcome) => !outcome.ok);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  io.out(`\n${outcomes.length - failed.length} of ${asked.length} steps passed in ${seconds} s.\n`);
  if (failed.length > 0) io.out(`Failed: ${failed.map((outcome) => outcome.name).join(', ')}.\n`);
  return failed.length > 0 ? 1 : 0;
});

if (import.meta.main) await runCommand(main);
