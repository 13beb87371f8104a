import { attemptFileOf } from '#case/attempt-file/model/attempt-file.ts';
import courtroom from '#words/kinds/courtroom.json' with { type: 'json' };
import { loadShippedCase } from '../../scripts/attempts/load-shipped-case.ts';
import { words } from '../support/browser/case-words.ts';
import { expect, test } from '../support/browser/test.ts';
import { fullestCourt } from '../support/builders/fullest-court.ts';

/** The files with most rows, most motions and most choices. */
const FILES = ['rooms-above-the-ferry', 'rooms-above-the-ferry-2', 'two-names-one-phone'];

for (const id of FILES) {
  test(`${id}: the longest judgment is two pages of A4, with nothing else on them`, async ({ page, playerOf }) => {
    const shipped = loadShippedCase(id);
    if (!shipped) throw new Error(`There is no case ${id}.`);
    const log = fullestCourt(shipped.material, shipped.answers);
    const file = attemptFileOf({ log, saved: '2026-01-01T00:00:00.000Z' });
    const player = await playerOf(id);
    await player.open();
    await page
      .locator('summary')
      .filter({ hasText: words.file('head.none') })
      .click();
    await page
      .getByLabel(words.file('open'))
      .setInputFiles({ name: 'court.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
    await expect(page.getByRole('button', { name: courtroom['judgment.print'] })).toBeVisible();

    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    // The size of A4 in points.
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    expect(pdf.match(/\/Type\s*\/Page(?!s)/g)).toHaveLength(2);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.running-head')).toBeHidden();
    await expect(page.locator('.foot')).toBeHidden();
  });
}
