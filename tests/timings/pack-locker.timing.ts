import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { packLocker } from '#evidence/locker/use-cases/pack-locker.ts';
import { verifyZippedLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import { attemptOfPages, CASE_OF_PAGES } from '../../scripts/attempts/attempt-of-pages.ts';
import type { TimingRow } from '../../scripts/gate/timing-row.ts';
import { aLockerOf, NONCE, packed, SAY } from '../support/builders/a-locker.ts';
import { ROOT } from '../support/builders/the-library.ts';
import { counted, peakMemoryOf, summarize } from './harness.ts';

const ROUNDS = 5;

/** Seconds of the processor, so that others at work on the machine are not counted. */
async function secondsOf(run: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000_000;
}

async function pack(locker: Locker): Promise<void> {
  for await (const part of packLocker(locker, SAY, { nonce: NONCE }))
    if (part.length === 0) throw new Error('An empty part was written.');
}

async function verify(zip: Uint8Array): Promise<void> {
  const result = await verifyZippedLocker(sourceOfBytes(zip));
  if (!result.ok || !result.value.consistent) throw new Error('The locker that is measured does not hold.');
}

/** Cost per item in a locker of `count` items, relative to one of `than` items. */
async function growth(work: (count: number) => Promise<() => Promise<void>>, count: number, than: number) {
  const [larger, smaller] = [await work(count), await work(than)];
  const runs = Math.round(count / than);
  const many = async () => {
    for (let n = 0; n < runs; n++) await smaller();
  };
  await many();
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) ratios.push((await secondsOf(larger)) / (await secondsOf(many)));
  return summarize(ratios);
}

const packing = async (count: number) => {
  const locker = aLockerOf(count);
  return () => pack(locker);
};
const verifying = async (count: number) => {
  const zip = await packed(aLockerOf(count));
  return () => verify(zip);
};

/** Each step is ten times the one before: from a locker of ten pages to one of a thousand. */
const STEPS = [
  [100, 10],
  [1000, 100],
] as const;
const GROWTH = 1.3;
const MEMORY_GROWTH = 2;

const growthRows = (what: string, work: typeof packing): TimingRow[] =>
  STEPS.map(([count, than]) => ({
    name: `cost-per-item-of-${what}-at-${count}-against-${than}`,
    goal: GROWTH,
    atMost: true,
    measure: () => growth(work, count, than),
  }));

/**
 * Most memory of the command at a thousand pages over that at a hundred. Files pass in parts: what grows is the log,
 * and in verifying the list of the names in the zip, of which zip.js takes some six kilobytes each.
 */
const memoryRow = (what: string, script: string, argsOf: ArgsOf): TimingRow => ({
  name: `most-memory-of-${what}-at-1000-against-100`,
  goal: MEMORY_GROWTH,
  atMost: true,
  async measure() {
    const folder = mkdtempSync(join(tmpdir(), 'checkathon-timings-'));
    const peak = async (count: number) =>
      peakMemoryOf(join(ROOT, 'scripts', script), await argsOf(count, join(folder, String(count))));
    try {
      return counted((await peak(1000)) / (await peak(100)));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
});

type ArgsOf = (count: number, name: string) => Promise<readonly string[]>;

const exportArgs: ArgsOf = async (count, name) => {
  writeFileSync(`${name}.json`, JSON.stringify(attemptOfPages(count)));
  return ['--scenario', CASE_OF_PAGES, '--log', `${name}.json`, '--out', `${name}.zip`];
};

const verifyArgs: ArgsOf = async (count, name) => {
  writeFileSync(`${name}.zip`, await packed(aLockerOf(count)));
  return [`${name}.zip`];
};

export const rows: readonly TimingRow[] = [
  ...growthRows('export', packing),
  ...growthRows('verifying', verifying),
  memoryRow('export', 'export-locker.ts', exportArgs),
  memoryRow('verifying', 'verify-locker.ts', verifyArgs),
  {
    name: 'export-and-verify-of-1000-items-in-processor-seconds',
    goal: 20,
    atMost: true,
    async measure() {
      const [out, back] = [await packing(1000), await verifying(1000)];
      const seconds: number[] = [];
      for (let round = 0; round < ROUNDS; round++) seconds.push((await secondsOf(out)) + (await secondsOf(back)));
      return summarize(seconds);
    },
  },
];
