import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Reach } from '#market/generator/model/ideal-reader.ts';
import type { MarketProfileId } from '#market/signs/model/schemas.ts';
import { areasByActor } from '../support/attack/area-by-actor.ts';
import { prepareAttack } from '../support/attack/attack.ts';
import { boundOf } from '../support/attack/judge-attack.ts';
import type { Learner, Sample } from '../support/attack/learn-columns.ts';
import { inFull } from '../support/in-full.ts';

const PYTHON = '/usr/bin/python3';
const SCRIPT = join(import.meta.dirname, 'boosting.py');
const MEBIBYTE = 2 ** 20;

/** Only in full, and only where `node scripts/ensure.mjs --provers` found or installed scikit-learn. */
const canRun = inFull(true, false) && spawnSync(PYTHON, ['-c', 'import sklearn']).status === 0;

/** Gradient boosting of scikit-learn, in a process of its own. */
const boost: Learner = (learned, judged) => {
  const folder = mkdtempSync(join(tmpdir(), 'checkathon-attack-'));
  const names = [...learned.columns.keys()];
  const write = (name: string, sample: Sample) => {
    const rows = new Float64Array(names.length * sample.sought.length);
    for (const [c, column] of names.entries())
      for (const [at, value] of (sample.columns.get(column) ?? []).entries()) rows[at * names.length + c] = value;
    writeFileSync(join(folder, name), new Uint8Array(rows.buffer));
  };
  write('learned.bin', learned);
  write('judged.bin', judged);
  writeFileSync(join(folder, 'sought.bin'), Uint8Array.from(learned.sought, Number));
  const { stdout, stderr } = spawnSync(PYTHON, [SCRIPT, folder, String(names.length)], {
    encoding: 'utf8',
    maxBuffer: 64 * MEBIBYTE,
  });
  rmSync(folder, { recursive: true });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as number[];
};

const PROFILES: readonly MarketProfileId[] = ['BUY', 'PRO', 'REG', 'TPC', 'JOB', 'SOC'];
const ATTACKS = PROFILES.flatMap((profile) =>
  (['pages', 'records'] as const).map((reach): [MarketProfileId, Reach] => [profile, reach]),
);

describe.skipIf(!canRun)('gradient boosting of scikit-learn', () => {
  it.each(ATTACKS)('%s: reads %s no better than the ideal reader', (profile, reach) => {
    const { learned, judged, ceiling } = prepareAttack({
      profile,
      reach,
      markets: { words: 30, rest: 60, judged: 40 },
    });
    const { areas, above } = areasByActor({ boosting: boost(learned, judged), ceiling }, judged.sought, judged.actors);

    console.log(profile, reach, JSON.stringify({ ...areas, above: above('boosting', 'ceiling') }));
    expect(areas['boosting']?.area).toBeLessThanOrEqual(boundOf(areas['ceiling'] ?? expect.fail('no ceiling')));
  });
});
