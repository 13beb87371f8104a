import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Timing } from '../../scripts/gate/timing-row.ts';

/**
 * Work to be timed, with the number of units (ads, attempts) per run. Its result is used, so that the engine cannot
 * skip it.
 */
export interface Variant {
  readonly units: number;
  run(): number;
}

/** The quantile of the values, with linear interpolation. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('There is no quantile of no values.');
  return below + (above - below) * (place - Math.floor(place));
}

/** Median and quartiles of the ratios. */
export function summarize(ratios: readonly number[]): Timing {
  return { ratio: quantile(ratios, 0.5), q1: quantile(ratios, 0.25), q3: quantile(ratios, 0.75) };
}

/** A deterministic, counted figure as a measurement. */
export const counted = (figure: number): Timing => ({ ratio: figure, q1: figure, q3: figure });

/** Ratios round by round, so that background load affects both sides. */
export function pairedRatios(over: readonly number[], under: readonly number[]): number[] {
  if (over.length !== under.length)
    throw new RangeError(`${over.length} rounds cannot be paired with ${under.length}.`);
  return over.map((value, round) => value / (under[round] as number));
}

/** Default number of warm-up runs, after which the engine has compiled hot code. */
const WARM_UP = 4;

export interface Rounds {
  readonly rounds: number;
  /** Number of uncounted runs of each variant. */
  readonly warmUp?: number;
  /** Milliseconds; the clock of the machine where none is given. */
  readonly clock?: () => number;
}

/**
 * Milliseconds per unit, by variant and round. Each round runs every variant once, in rotating order, so that side
 * effects are spread over all. Garbage collection is not forced between the runs: it would make the engine discard
 * compiled code whose objects are gone, which never happens to users of the product.
 */
export function timeInTurns(variants: readonly Variant[], order: Rounds): number[][] {
  const { rounds, warmUp = WARM_UP, clock = () => performance.now() } = order;
  const times: number[][] = variants.map(() => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (let turn = 0; turn < variants.length; turn++) {
      const place = (turn + round + warmUp) % variants.length;
      const variant = variants[place] as Variant;
      const start = clock();
      keepAlive(variant.run());
      if (round >= 0) times[place]?.push((clock() - start) / variant.units);
    }
  }
  return times;
}

/** Cost per unit of the variant relative to the reference. */
export function timesTheCost(variant: Variant, reference: Variant, rounds: Rounds): Timing {
  const [own = [], other = []] = timeInTurns([variant, reference], rounds);
  return summarize(pairedRatios(own, other));
}

/** Speed per unit of the variant relative to the reference. */
export function timesAsFast(variant: Variant, reference: Variant, rounds: Rounds): Timing {
  return timesTheCost(reference, variant, rounds);
}

let kept = 0;

/** Uses the result of a run, so that no engine may leave the run out. */
function keepAlive(result: number): void {
  kept = (kept + result) % 1;
}

/** Bytes retained by the result of `make`, typed arrays included. Exact only in a separate Node process. */
export function bytesHeldBy(make: () => object): number {
  const before = bytesInUse();
  const made = make();
  const after = bytesInUse();
  return made ? after - before : 0;
}

function bytesInUse(): number {
  collectGarbage();
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

/** Calls an exported function of a module in a separate Node process, and returns its numeric result. */
export async function inOwnNode(moduleUrl: string, name: string, ...input: readonly number[]): Promise<number> {
  const call = fileURLToPath(new URL('call-function.ts', import.meta.url));
  const { out } = await runNode([call, moduleUrl, name, ...input.map(String)]);
  return Number(out);
}

/** Peak memory of a script in bytes, from start to exit; the exit code has to be `endsWith`. */
export async function peakMemoryOf(script: string, args: readonly string[], endsWith = 0): Promise<number> {
  const preload = new URL('report-peak-memory.ts', import.meta.url).href;
  const { reported } = await runNode(['--import', preload, script, ...args], endsWith);
  return Number(reported);
}

/** Runs Node with those arguments. `reported` is what the child writes to file descriptor 3. */
function runNode(args: readonly string[], endsWith = 0): Promise<{ out: string; reported: string }> {
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  const [, ...channels] = child.stdio;
  const written = channels.map(() => '');
  channels.forEach((channel, n) => {
    channel?.on('data', (part) => {
      written[n] += String(part);
    });
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      const [out = '', said = '', reported = ''] = written;
      if (code === endsWith) resolve({ out, reported });
      else reject(new Error(`node ${args.join(' ')} ended with ${code}: ${whatWentWrong(said)}`));
    });
  });
}

/** The line that names the error where Node printed one, else the first line. */
function whatWentWrong(said: string): string {
  const lines = said.trim().split('\n');
  return lines.find((line) => /^\w*Error\b/.test(line)) ?? lines[0] ?? '';
}
