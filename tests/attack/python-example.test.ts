import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PredictionReport } from '#bench/predictions/model/schemas.ts';
import { ROOT } from '../support/builders/the-library.ts';
import { callCommand } from '../support/call-command.ts';
import { inFull } from '../support/in-full.ts';

const PYTHON = '/usr/bin/python3';
const EXAMPLE = join(ROOT, 'examples', 'pandas_sklearn.py');

/** Only in full, and only where `node scripts/ensure.mjs --provers` found or installed both libraries. */
const canRun = inFull(true, false) && spawnSync(PYTHON, ['-c', 'import sklearn, pandas']).status === 0;

describe.skipIf(!canRun)('the example for pandas and scikit-learn', () => {
  it('learns on one market, and its table about another is scored as it is', async () => {
    const home = mkdtempSync(join(tmpdir(), 'checkathon-example-'));
    try {
      for (const seed of ['practice', 'other'])
        await callCommand(
          'generate-market.ts',
          ['--profile', 'BUY', '--preset', 'capstone', '--seed', seed, '--out', seed],
          home,
        );
      const { status, stdout, stderr } = spawnSync(PYTHON, [EXAMPLE, 'practice', 'other', 'p.csv'], {
        cwd: home,
        encoding: 'utf8',
      });
      const args = ['--truth', 'other', '--predictions', 'p.csv', '--json'];
      const { code, out, said } = await callCommand('score-predictions.ts', args, home);

      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      expect(stdout).toMatch(/^2\d{3} rows written to p\.csv\. score-predictions says what they are worth\.\n$/);
      expect({ code, said }).toEqual({ code: 0, said: '' });
      const { counts, figures } = JSON.parse(out) as PredictionReport;
      expect(counts).toMatchObject({ missing: 0, unknown: 0 });
      expect(figures.auc?.value).toBeGreaterThan(0.5);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});
