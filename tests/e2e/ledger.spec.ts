import type { Page } from '@playwright/test';
import { translator } from '#i18n/translator.ts';
import ledgerMessages from '#words/kinds/ledger.json' with { type: 'json' };
import { openAttempt, scoreOf } from '../support/browser/attempt-log.ts';
import { modelPath } from '../support/browser/case-text.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';
import { walkCase } from '../support/browser/walk-case.ts';

const t = translator(ledgerMessages);
const field = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });

test('a ledger is read by keys, survives a reload, and is explained at the end', async ({
  page,
  playerOf,
}, testInfo) => {
  const player = await playerOf('follow-the-money');
  await player.open();
  await player.begin();

  await test.step('follows the money in the drawing, and shows the payments of an account', async () => {
    await page.getByRole('button', { name: /^buyers / }).focus();
    for (const account of ['W01', 'W02', 'W03']) {
      await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('button', { name: new RegExp(`^${account} `) })).toBeFocused();
    }
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: t('payments'), exact: true })).toBeFocused();
    await expect(field(page, t('payments.account'))).toHaveValue('W03');
  });

  await test.step('marks a payment, traces a path, and asks to hold an account', async () => {
    await field(page, t('mark.of', { no: 23 })).selectOption('collection');
    await field(page, t('role.collection')).selectOption('23');
    await field(page, t('view.of', { account: 'W03' })).selectOption('profit');
    await field(page, t('paths.begin')).selectOption('W01');
    for (const [n, to] of ['W02', 'W03', 'W05', 'W06'].entries())
      await field(page, t('paths.hop', { n: n + 1 })).selectOption(to);
    await page.getByRole('spinbutton', { name: t('paths.sim') }).fill('390');
    await page.getByRole('checkbox', { name: t('paths.medium') }).check();
    await page.getByRole('button', { name: t('paths.add'), exact: true }).click();
    await field(page, t('freeze.line.add')).selectOption('W21');
    await expectNoBarriers(page, 'the ledger');
  });

  await test.step('finds all of it again after a reload', async () => {
    await page.reload();
    await expect(field(page, t('role.collection'))).toHaveValue('23');
    await expect(page.getByRole('list', { name: t('paths.list') })).toContainText('W05');
  });

  await test.step('is told whom the request would have touched, and what was traced', async () => {
    const ending = await walkCase(player, modelPath('follow-the-money'));
    await player.seeDebrief(ending);
    await expect(page.getByText(t('debrief.traced', { n: 390, of: 799 }), { exact: true })).toBeVisible();
    await expect(page.getByText(/^Your request names W21, Kora-14, with SIM 0/).first()).toBeVisible();
    await expectNoBarriers(page, 'the debrief of a ledger');
    const { criteria } = await scoreOf(await openAttempt(page), testInfo.outputPath('attempt.json'));
    expect(criteria.find(({ id }) => id === 'ledger.traced')).toMatchObject({ raw: 390 / 799, min: 0, max: 1 });
  });
});
