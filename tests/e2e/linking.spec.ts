import type { Page } from '@playwright/test';
import { translator } from '#i18n/translator.ts';
import said from '#words/kinds/linking/debrief.json' with { type: 'json' };
import linkMessages from '#words/kinds/linking.json' with { type: 'json' };
import { openAttempt, scoreOf } from '../support/browser/attempt-log.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

const t = translator(linkMessages);

/** Links two ads as a trainee does: from the list to the page, from the page to the board. */
async function link(page: Page, a: string, b: string, kind: string): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await page.getByRole('searchbox').fill('');
  for (const ad of [b, a]) {
    await page
      .getByRole('list', { name: t('find.list') })
      .getByRole('button', { name: new RegExp(`^${ad}`) })
      .click();
    await expect(page.getByRole('heading', { name: t('bench', { id: ad }), exact: true })).toBeFocused();
    if (await button(t('bench.on')).isVisible()) await button(t('bench.on')).click();
    await expect(button(t('bench.off'))).toBeVisible();
  }
  await page.getByRole('combobox', { name: t('link.to'), exact: true }).selectOption(b);
  await page.getByRole('combobox', { name: t('link.kind'), exact: true }).selectOption(kind);
  await button(t('link.do')).click();
}

const links = (page: Page) => page.getByRole('table', { name: t('links'), exact: true }).locator('tbody tr');

test('links are drawn, survive a reload, can be undone, and are explained at the end', async ({
  page,
  playerOf,
}, testInfo) => {
  const player = await playerOf('one-person-or-three');
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await player.open();
  await player.begin();

  await test.step('links a network by two kinds of traces, and falls for a shared phone', async () => {
    await link(page, '0316', '0328', 'shared-payment-handle');
    await link(page, '0305', '0328', 'shared-phone');
    await link(page, '0306', '0312', 'shared-phone');
    await expect(links(page)).toHaveCount(3);
    const drawing = page.getByRole('region', { name: t('graph.yours') });
    await drawing.getByRole('button', { name: /^0328/ }).press('Enter');
    await expect(page.getByRole('heading', { name: t('bench', { id: '0328' }), exact: true })).toBeFocused();
    await expectNoBarriers(page, 'the board');
  });

  await test.step('finds all of it again after a reload', async () => {
    await page.reload();
    await expect(links(page)).toHaveCount(3);
  });

  await test.step('takes a link back and brings it again', async () => {
    await button(t('links.back.one', { a: '0306', b: '0312', kind: t('short.shared-phone') })).click();
    await expect(links(page)).toHaveCount(2);
    await page.keyboard.press('Control+z');
    await expect(links(page)).toHaveCount(3);
  });

  await test.step('sees the networks as found beside the networks as they are', async () => {
    await button(t('finish')).click();
    await button(t('finish.yes')).click();
    await player.seeDebrief('end-file');
    const found = page.getByRole('region', { name: t('debrief.found') });
    await expect(found.getByRole('button', { name: new RegExp(`^0306.*${t('verdict.bridge')}`) })).toBeVisible();
    const verdicts = page.getByRole('table', { name: t('debrief.links') });
    await expect(verdicts.getByText(t('verdict.hit'), { exact: true })).toHaveCount(2);
    await expect(verdicts.getByText(said['link.lawful'])).toBeVisible();
    await expectNoBarriers(page, 'the debrief of links');
  });

  // Two links that hold, less four for two lawful persons.
  const { criteria } = await scoreOf(await openAttempt(page), testInfo.outputPath('attempt.json'));
  expect(criteria.find(({ id }) => id === 'linking.edges')).toMatchObject({ raw: -2, max: 8 });
});
