import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Measured } from '../../scripts/gate/bench-row.ts';

/** A piece of work that is timed: how many units (ads, attempts) one run makes. What it returns keeps it from being left out. */
export interface Variant {
  readonly units: number;
  run(): number;
}

/** The value below which that share of the values lies; between two values it is interpolated. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)];
  const above = sorted[Math.ceil(place)];
  if (below === undefined || above === undefined) throw new RangeError('There is no quantile of no values.');
  return below + (above - below) * (place - Math.floor(place));
}

/** Median and quartiles of the ratios. */
export function summarize(ratios: readonly number[]): Measured {
  return { ratio: quantile(ratios, 0.5), q1: quantile(ratios, 0.25), q3: quantile(ratios, 0.75) };
}

/** A figure that is counted and comes out the same each time. */
export const counted = (figure: number): Measured => ({ ratio: figure, q1: figure, q3: figure });

/** Round by round, what one took over what the other took: a machine that is busy for a while is so for both. */
export function pairedRatios(over: readonly number[], under: readonly number[]): number[] {
  if (over.length !== under.length)
    throw new RangeError(`${over.length} rounds cannot be paired with ${under.length}.`);
  return over.map((value, round) => value / (under[round] as number));
}

/** Runs after which the engine has compiled what it runs often. */
const WARM_UP = 4;

export interface Rounds {
  readonly rounds: number;
  /** Runs of each variant that are not counted. */
  readonly warmUp?: number;
  /** Milliseconds; the clock of the machine where none is given. */
  readonly clock?: () => number;
}

/**
 * Milliseconds a unit, by variant and round. Each round runs every variant once, and each round another one first, so that
 * what one leaves behind falls on all. Garbage is collected when the engine sees fit: to ask for it between the runs makes
 * the engine forget compiled code whose objects are gone, which no user of the product does.
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

/** How many times the cost of the reference a unit of the variant has. */
export function timesTheCost(variant: Variant, reference: Variant, rounds: Rounds): Measured {
  const [own = [], other = []] = timeInTurns([variant, reference], rounds);
  return summarize(pairedRatios(own, other));
}

/** How many units the variant makes while the reference makes one. */
export function timesAsFast(variant: Variant, reference: Variant, rounds: Rounds): Measured {
  return timesTheCost(reference, variant, rounds);
}

let kept = 0;

/** Uses the result of a run, so that no engine may leave the run out. */
function keepAlive(result: number): void {
  kept = (kept + result) % 1;
}

/** Bytes that what `make` returns holds on to, typed arrays included. Exact only in a Node of its own. */
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

/** Calls an exported function of a module in a Node of its own, and returns the number that it returns. */
export async function inOwnNode(moduleUrl: string, name: string, ...input: readonly number[]): Promise<number> {
  const call = fileURLToPath(new URL('call-function.ts', import.meta.url));
  const { out } = await runNode([call, moduleUrl, name, ...input.map(String)]);
  return Number(out);
}

/** Most bytes of memory that a script held at any moment, from its start to its end, which has to be with this code. */
export async function peakMemoryOf(script: string, args: readonly string[], endsWith = 0): Promise<number> {
  const preload = new URL('report-peak-memory.ts', import.meta.url).href;
  const { reported } = await runNode(['--import', preload, script, ...args], endsWith);
  return Number(reported);
}

/** Runs Node with those arguments. Whatever the child writes to its fourth channel is `reported`. */
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
