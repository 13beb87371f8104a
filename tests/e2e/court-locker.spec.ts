import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { attemptFileOf } from '#case/attempt-file/model/attempt-file.ts';
import { briefOf } from '#case/language/model/compiled-scenario.ts';
import { required } from '#kernel/model/invariant.ts';
import type { CourtFile } from '#kinds/courtroom/model/court-file.ts';
import { recipeOfBundle } from '#kinds/courtroom/use-cases/recipe-of-bundle.ts';
import { lockerOfRecipe } from '#kinds/preservation/use-cases/locker/locker-of-recipe.ts';
import saveLocker from '#words/evidence/save-locker.json' with { type: 'json' };
import courtroom from '#words/kinds/courtroom.json' with { type: 'json' };
import { loadShippedCase } from '../../scripts/attempts/load-shipped-case.ts';
import { REPOSITORY } from '../support/browser/built-site.ts';
import { words } from '../support/browser/case-words.ts';
import { packedAddress } from '../support/browser/packed-case.ts';
import { expect, test } from '../support/browser/test.ts';
import { fullestCourt } from '../support/builders/fullest-court.ts';
import { callCommand } from '../support/call-command.ts';

const CASE = 'two-names-one-phone';

for (const [where, address] of [
  ['on the site', `cases/${CASE}/`],
  ['from a disk, where no bench is in the case', packedAddress(CASE)],
] as const) {
  test(`${where}, a court file saves the locker of its captured pages`, async ({ page }) => {
    const { material, answers } = required(loadShippedCase(CASE), `the case ${CASE}`);
    const log = fullestCourt(material, answers);
    const file = attemptFileOf({ log, saved: '2026-01-01T00:00:00.000Z' });
    await page.goto(address);
    await page
      .locator('summary')
      .filter({ hasText: words.file('head.none') })
      .click();
    await page
      .getByLabel(words.file('open'))
      .setInputFiles({ name: 'court.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
    await page.getByRole('button', { name: courtroom['step.bundle'] }).click();
    const court = required(
      Object.keys(material.scenario.states).find((id) => briefOf(material.scenario, id)?.['bundle'] !== undefined),
      'the exercise in court',
    );
    const { bundle } = briefOf(material.scenario, court) as unknown as CourtFile;
    const exhibit = required(
      bundle.exhibits.find(({ id }) => id === bundle.locker.exhibit),
      'the exhibit of captured pages',
    );
    await page.locator('summary').filter({ hasText: exhibit.title }).click();

    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: saveLocker.save, exact: true }).click();
    const download = await downloading;
    const path = await download.path();

    // The name holds the last hash of the custody log, so the acts at the workbench are the same.
    const { recipe, place } = recipeOfBundle(bundle, material.market);
    expect(download.suggestedFilename()).toBe(`${lockerOfRecipe(recipe, material.market, place).id}.zip`);
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    await expect(page.getByText(sha256)).toBeVisible();
    const { code, out } = await callCommand('verify-locker.ts', [path], REPOSITORY);
    expect([code, out]).toEqual([0, expect.stringContaining('The locker is consistent in itself')]);
  });
}
