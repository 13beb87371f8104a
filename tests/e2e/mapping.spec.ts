import type { Locator, Page } from '@playwright/test';
import { translator } from '#i18n/translator.ts';
import mapMessages from '#words/kinds/mapping.json' with { type: 'json' };
import { openAttempt, scoreOf } from '../support/browser/attempt-log.ts';
import { atSize, expectNoBarriers, WIDE } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

const t = translator(mapMessages);

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const signBox = (page: Page, n: number) =>
  page
    .getByRole('group', { name: /^Which of these/ })
    .getByRole('checkbox')
    .nth(n);

/** Codes whatever is left of the sample: every third ad with one sign, the others with none. */
async function codeTheRest(page: Page, from: number): Promise<void> {
  for (let n = from; n < 20; n++) {
    if (n % 3 === 0) await signBox(page, 1).check();
    await page.getByRole('button', { name: /^Keep/ }).click();
    await expect(page.getByText(t('code.note', { coded: n + 1, of: 20 }), { exact: true })).toBeVisible();
  }
}

/** Presses a key until the element has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab');
    expect(await wanted.evaluate((element) => element === document.activeElement)).toBe(true);
  }).toPass({ intervals: [1] });
}

test('a map is drawn, a sample is coded independently of a second coder, and each difference is settled', async ({
  page,
  playerOf,
}, testInfo) => {
  const player = await playerOf('who-owns-the-sites');
  await player.open();
  await player.begin();
  const [site] = player.text.part.market.sites;
  const name = site?.name ?? '';

  await test.step('registers a site by keyboard, with owner and estimate', async () => {
    const add = button(page, t('site.add.one', { site: name }));
    await expect(add).toBeEnabled();
    await add.press('Enter');
    await expect(page.getByLabel(t('site.owner'))).toBeVisible();
    await tabTo(page, page.getByLabel(t('site.owner')));
    await page.keyboard.type('Post box 14');
    await tabTo(page, page.getByLabel(t('site.volume'), { exact: true }));
    await page.keyboard.type('170');
    await page.keyboard.press('Tab');
    await expect(page.getByLabel(t('site.sample'), { exact: true })).toBeFocused();
    await page.keyboard.type('40');
    await page.keyboard.press('Tab');
    await expect(page.getByText(t('sites.note', { count: 1 }))).toBeVisible();
  });

  await test.step('draws a sample and codes the first ad without a mouse', async () => {
    await expect(page.getByText(t('code.none'))).toBeVisible();
    await button(page, t.count('code.draw', 20)).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('list', { name: t('code.list') }).getByRole('listitem')).toHaveCount(20);
    await signBox(page, 0).focus();
    await page.keyboard.press('Space');
    await tabTo(page, page.getByRole('button', { name: t('code.keep', { count: 1 }) }));
    await page.keyboard.press('Enter');
    await expect(page.getByText(t('code.note', { coded: 1, of: 20 }), { exact: true })).toBeVisible();
    await expect(page.getByRole('heading', { level: 3, name: /^Ad \d{4}$/ })).toBeFocused();
    await expectNoBarriers(page, 'the map while it is coded', atSize(WIDE));
  });

  await test.step('finds all of it again after a reload, and codes the rest', async () => {
    await page.reload();
    await expect(page.getByText(t('code.note', { coded: 1, of: 20 }), { exact: true })).toBeVisible();
    await codeTheRest(page, 1);
  });

  await test.step('sees how far the two agree', async () => {
    await button(page, t('code.compare')).click();
    await expect(page.getByRole('table', { name: t('agree.table') })).toBeVisible();
    await expect(button(page, t('code.draw.again', { count: 20 }))).toHaveCount(0);
  });

  await test.step('settles every difference, with the page beside it', async () => {
    const differences = page.getByRole('list', { name: t('differ') });
    const count = await differences.getByRole('group').count();
    expect(count).toBeGreaterThan(0);
    await differences.getByRole('button').first().press('Enter');
    await expect(differences.getByRole('region', { name: /^Exhibit/ })).toBeVisible();
    for (const there of await differences.getByRole('radio', { name: t('differ.there') }).all()) await there.check();
    await expect(page.getByText(t('differ.left', { left: 0, of: count }))).toBeVisible();
    await expectNoBarriers(page, 'the codes side by side');
  });

  await test.step('ranks a site, writes a note, and sees the map beside the market', async () => {
    await page.getByLabel(t('rank.add')).selectOption(site?.id ?? '');
    await page.getByLabel(t('rank.reason', { site: name })).fill('Most ads of networks.');
    await page.getByLabel(t('note.privacy'), { exact: true }).fill('No phone is kept.');
    await page.getByLabel(t('note.privacy'), { exact: true }).blur();
    await button(page, t('finish')).click();
    await expect(page.getByRole('dialog')).toContainText(t('finish.notes', { written: 1, of: 4 }));
    await button(page, t('finish.yes')).click();
    await player.seeDebrief('end-map');
    await expect(page.getByRole('table', { name: t('codes') }).getByRole('row')).toHaveCount(7);
    await expect(page.getByText('No phone is kept.')).toBeVisible();
    await expectNoBarriers(page, 'the debrief of the map');
  });

  const { criteria } = await scoreOf(await openAttempt(page), testInfo.outputPath('attempt.json'));
  const scaled = Object.fromEntries(criteria.map((criterion) => [criterion.id, criterion.scaled]));
  expect(scaled['mapping.sites']).toBe(0.25);
  // The codes were set without looking at a page, so agreement with the colleague is near chance.
  expect(scaled['mapping.agreement']).toBeLessThan(0.5);
  expect(Object.keys(scaled)).toContain('mapping.codes');
});
