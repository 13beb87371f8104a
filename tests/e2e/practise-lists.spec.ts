import { CaseText } from '../support/browser/case-text.ts';
import { words } from '../support/browser/case-words.ts';
import { expectNoBarriers, NARROW, WIDE } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

for (const [name, viewport] of [
  ['wide', WIDE],
  ['narrow', NARROW],
] as const) {
  test(`the lists of the practise page lead to every case, exercise and round (${name})`, async ({ page, request }) => {
    await page.setViewportSize(viewport);
    await page.goto('practise/');
    const links = page.getByRole('main').locator('a[href*="cases/"]:not([href*="facilitate"])');
    const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));

    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.length).toBeGreaterThanOrEqual(17);
    for (const address of addresses) expect((await request.get(address)).status()).toBe(200);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(viewport.width);
    await expectNoBarriers(page, `practise ${name}`);
  });
}

test('a round before a training is another market than the one after it, under the name of its exercise', async ({
  page,
  request,
}) => {
  await page.goto('practise/');
  await page.getByRole('link', { name: 'Before the training: The pages of the houses' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The pages of the houses, before the training');

  const [before, after] = await Promise.all(
    ['find-house-pages-before', 'find-house-pages-after'].map((id) => CaseText.fetch(request, id)),
  );
  expect(before?.part.market.marketId).not.toBe(after?.part.market.marketId);
  expect(before?.part.scenes).toEqual(after?.part.scenes);
});

test('the practise page lists and links attempts begun or done in this browser', async ({ page, playerOf }) => {
  await page.goto('practise/');
  const device = page.getByRole('region', { name: words.device('title') });
  await expect(device.getByText(words.device('none'))).toBeVisible();

  const player = await playerOf('two-ages');
  await player.open();
  await player.begin();
  await player.isStored(1);
  await page.goto('practise/');
  await expect(device.getByText(words.device.count('at.begun', 1))).toBeVisible();
  await device.getByRole('link', { name: words.device('go.begun') }).click();
  await expect(player.screen('d05')).toBeVisible();

  await player.take('d05', 'b');
  await player.seeDebrief('end-account-empty');
  await player.isStored(2);
  await page.goto('practise/');
  await expect(device.getByText(words.device('at.done'), { exact: true })).toBeVisible();
  await expectNoBarriers(page, 'practise with a case done');
});
