import { attemptFileOf } from '#case/attempt-file/model/attempt-file.ts';
import { translator } from '#i18n/translator.ts';
import messages from '#words/kinds/platform-test.json' with { type: 'json' };
import { loadShippedCase } from '../../scripts/attempts/load-shipped-case.ts';
import { REPOSITORY } from '../support/browser/built-site.ts';
import { modelPath } from '../support/browser/case-text.ts';
import { words } from '../support/browser/case-words.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';
import { walkCase } from '../support/browser/walk-case.ts';
import { testOnPaper } from '../support/builders/test-on-paper.ts';
import { callCommand } from '../support/call-command.ts';

const t = translator(messages);

test('platforms are tested by keyboard, from the matrix to a sealed report, and opened at the end', async ({
  page,
  playerOf,
}) => {
  const player = await playerOf('six-weeks-six-platforms');
  await player.open();
  await player.begin();
  await player.decide('buyers', 'c');
  await player.goOn();

  await test.step('plans a card by arrow keys, and does it', async () => {
    await page.getByRole('button', { name: /^TC1 on Ostrel/ }).focus();
    for (const key of ['ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowRight', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('button', { name: /^Place TC1 on Four Towns/ }).press('Enter');
    await page.getByRole('button', { name: new RegExp(`^${t('plan.do')}`) }).press('Enter');
    await expect(page.getByRole('button', { name: /^TC1 on Four Towns.*: blocked/ })).toBeVisible();
    await page.getByRole('button', { name: t('clock.event') }).press('Enter');
    await expectNoBarriers(page, 'the matrix of a test of platforms');
  });

  await test.step('finds the place again after a reload', async () => {
    await page.reload();
    await expect(page.getByRole('heading', { name: /^TC1 on Four Towns/ })).toBeVisible();
  });

  await test.step('sees a page as its bytes, captures it, and saves a locker that is verified', async () => {
    await page.getByRole('button', { name: t('view.sites'), exact: true }).press('Enter');
    const site = page.getByRole('article');
    await site.getByRole('button', { name: 'Report an ad' }).press('Enter');
    await page.getByRole('button', { name: /^Capture a page of Ostrel/ }).press('Enter');
    await page.getByRole('button', { name: new RegExp(`^${t('plan.do')}`) }).press('Enter');
    await page.getByRole('button', { name: t('items.open', { item: 'item-1' }) }).press('Enter');
    await expect(site).toHaveCount(2);
    expect(await site.last().locator('.served').textContent()).toBe(
      await site.first().locator('.served').textContent(),
    );
    await expectNoBarriers(page, 'the sites of a test of platforms');

    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save the locker' }).press('Enter');
    const file = await (await saving).path();
    const { code, out } = await callCommand('verify-locker.ts', [file], REPOSITORY);
    expect([code, out]).toEqual([0, expect.stringContaining('The locker is consistent in itself')]);
  });

  await test.step('seals a report', async () => {
    await page.getByRole('button', { name: t('view.findings'), exact: true }).press('Enter');
    await expectNoBarriers(page, 'the findings of a test of platforms');
    await page.getByRole('button', { name: t('view.report'), exact: true }).press('Enter');
    await page.getByRole('button', { name: t('report.seal'), exact: true }).press('Enter');
    await expect(page.getByText(/^Sealed in hour/)).toBeVisible();
    await expectNoBarriers(page, 'the report of a test of platforms');
  });

  await test.step('sees what the platforms are', async () => {
    await player.seeDebrief(await walkCase(player, modelPath('six-weeks-six-platforms')));
    await expect(page.getByText('Blocks lawful ads by rule, and believes every report.')).toBeVisible();
    await expectNoBarriers(page, 'the debrief of a test of platforms');
  });
});

/** Pages of the report of a team that did nothing, half of a test, all of it, and as much as fits into one. */
const PAGES = { nothing: 1, half: 1, model: 2, fullest: 2 } as const;

test('a report is two pages of A4 at most, with nothing else on them', async ({ page, playerOf }) => {
  const id = 'six-weeks-six-platforms';
  const shipped = loadShippedCase(id);
  if (!shipped) throw new Error(`There is no case ${id}.`);
  const player = await playerOf(id);
  const devtools = await page.context().newCDPSession(page);
  for (const until of ['nothing', 'half', 'model', 'fullest'] as const) {
    const log = testOnPaper(shipped.material, shipped.answers, until);
    const file = attemptFileOf({ log, saved: '2026-01-01T00:00:00.000Z' });
    await player.open();
    await page.locator('summary', { hasText: words.file('head.none') }).click();
    await page
      .getByLabel(words.file('open'))
      .setInputFiles({ name: 'test.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) });
    await page.getByRole('button', { name: t('view.report'), exact: true }).click();
    await expect(page.getByRole('heading', { name: t('report.title') })).toBeVisible();

    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    // The size of A4 in points.
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    const pages = pdf.match(/\/Type\s*\/Page(?!s)/g)?.length;
    expect(pages, until).toBe(PAGES[until]);

    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.running-head')).toBeHidden();
    await expect(page.locator('.foot')).toBeHidden();
    await page.emulateMedia({ media: null });
    // The next file finds nothing of this one on the device.
    const { origin } = new URL(page.url());
    await page.goto('about:blank');
    await devtools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  }
});
