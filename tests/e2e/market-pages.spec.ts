import type { Ad } from '#market/ads/model/market.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { ads, fieldsOf, newest, open, records, rows, some, title, total } from '../support/browser/market-page.ts';
import { storedRecords } from '../support/browser/stored-records.ts';
import { expect, test } from '../support/browser/test.ts';

test('an ad links by its phone to the others with that phone, and to the page of its account', async ({ page }) => {
  const phones = ads.map((ad) => fieldsOf(ad).phone?.replaceAll('-', ' '));
  const sharing = (ad: Ad) => phones.filter((phone) => phone === fieldsOf(ad).phone?.replaceAll('-', ' ')).length;
  const ad = some(
    'shared phone',
    ads.find((one) => fieldsOf(one).phone?.startsWith('+') && sharing(one) > 2),
  );
  await open(page, `&ad=${ad.id}`);
  await page
    .getByRole('link', { name: new RegExp(`same in ${sharing(ad)} ads: \\+999`) })
    .first()
    .click();
  await expect(total(page)).toHaveText(`${sharing(ad)} of 600 ads`);
  await page.goBack();
  await page.getByRole('link', { name: /page of the account/ }).click();
  await expect(title(page)).toHaveText(`Account ${ad.account}`);
  const own = ads.filter(({ account }) => account === ad.account).length;
  await expect(page.getByRole('row')).toHaveCount(own + 1);
});

test('the ads of one account under one name are shown side by side', async ({ page }) => {
  const nameOf = (ad: Ad) => /^(\p{L}+) in /u.exec(ad.title)?.[1];
  const ad = some(
    'name that comes twice',
    ads.find(
      (one) =>
        nameOf(one) && ads.filter((other) => other.account === one.account && nameOf(other) === nameOf(one)).length > 1,
    ),
  );
  await open(page, `&by=${ad.account}`);
  await page.getByRole('link', { name: new RegExp(`${nameOf(ad)}, in \\d+ ads`) }).click();
  await expect(title(page)).toHaveText(`${nameOf(ad)}, account ${ad.account}`);
  await expect(page.getByRole('table').first()).toContainText(fieldsOf(ad).phone ?? '');
});

test('an edited ad shows its changes word by word', async ({ page }) => {
  const gone = ({ versions: [before, after] }: Ad) =>
    before?.sentences.find((sentence) => after && !after.sentences.includes(sentence));
  const ad = some('edited ad', ads.find(gone));
  await open(page, `&ad=${ad.id}`);
  await expect(page.locator('.history del')).toContainText(gone(ad) ?? '');
});

test('records appear when their holder is asked, link to other ads, and are part of the address', async ({ page }) => {
  const shares = (at: number) => records[at]?.account.device ?? '';
  const at = ads.findIndex(
    (ad, n) =>
      !ad.withheld && records.filter((one, m) => one.account.device === shares(n) && !ads[m]?.withheld).length > 1,
  );
  const ad = some('shared device', ads[at]);
  const device = shares(at);
  const others = ads.filter((one, n) => !one.withheld && shares(n) === device).map(({ id }) => id);
  await open(page, `&ad=${ad.id}`);
  await expect(page.getByText(device, { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Ask: The site' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'The site' })).toBeFocused();
  await expect(page).toHaveURL(/ask=site$/);
  await page
    .getByText(device, { exact: true })
    .locator('..')
    .getByText(`in the records of ${others.length} ads`)
    .click();
  const list = page.getByRole('list', { name: `Ads with ${device} in their records` });
  await expect(list.getByRole('link')).toHaveText(others.map((id) => `Ad ${id}`));
  await page.reload();
  await expect(page.getByText(device, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Ask: The payment service' }).click();
  await expect(page.getByRole('table', { name: 'Payments of ten days' })).toBeVisible();
  await expectNoBarriers(page, 'records');
  await page.keyboard.press('Escape');
  await expect(rows(page).first()).toBeVisible();
  await expect(page).not.toHaveURL(/ask=/);
});

test('a withheld card stays closed in the list, on its own page and on the front page of its site', async ({
  page,
}) => {
  const ad = some(
    'withheld ad',
    ads.find(({ withheld }) => withheld),
  );
  await open(page, `&ad=${ad.id}`);
  await expect(page.getByRole('heading', { name: 'Ad withheld – possible minor' })).toBeVisible();
  await expect(page.locator('.traces, .face, .records')).toHaveCount(0);
  await page.getByRole('button', { name: 'Back to the list' }).click();
  const row = page.locator(`.find a[data-id="${ad.id}"]`);
  await expect(row).toContainText('possible minor');
  await expect(row.locator('.find__text')).toHaveText('');
});

test('each site has a front page in its own design, without a link that could be dialled', async ({ page }) => {
  await open(page, '&on=four-towns');
  await expect(page.locator('.face--directory')).toContainText('Four Towns Companions');
  const shown = page.locator('.front > li');
  await expect(shown).toHaveCount(30);
  await page.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await expect(shown).toHaveCount(60);
  await expect(page.locator('a[href^="tel:"], a[href^="sms:"], a[href^="mailto:"]')).toHaveCount(0);
});

test('selections and notes survive a reload, separately for each market, and can be restored', async ({ page }) => {
  const [ad] = newest;
  await open(page, `&ad=${ad?.id}`);
  await page.getByPlaceholder('Name of a new selection').fill('Same room');
  await page.getByRole('button', { name: 'Put in' }).click();
  await expect(page.getByRole('checkbox', { name: /Same room/ })).toBeChecked();
  await page.getByLabel('Note on this ad').fill('Ask who pays.');
  await page.getByLabel('Note on this ad').blur();
  await expect.poll(() => storedRecords(page, 'checkathon-market', 'notes')).toBe(1);
  await page.reload();
  await expect(page.getByLabel('Note on this ad')).toHaveValue('Ask who pays.');
  await page.getByRole('link', { name: 'My selections (1)' }).click();
  await page.getByRole('button', { name: 'Delete Same room' }).click();
  await expect(page.getByText('You keep no selection')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Same room' })).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save all as a file' }).click();
  const saved = await (await download).createReadStream();
  const text = Buffer.concat(await saved.toArray()).toString();
  expect(JSON.parse(text)).toMatchObject({
    schema: 'market-notebook/1',
    synthetic: true,
    selections: [{ name: 'Same room', ads: [ad?.id] }],
    notes: [{ ad: ad?.id, text: 'Ask who pays.' }],
  });
  await page.goto('market/?market=BUY&size=150&share=PRACTICE&seed=other&kept=all');
  await expect(page.getByText('You keep no selection')).toBeVisible();
});

test('where the browser refuses storage the page says so and keeps working', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  });
  await open(page, `&ad=${newest[0]?.id}`);
  await expect(page.getByText('This browser refuses storage.')).toBeVisible();
  await page.getByPlaceholder('Name of a new selection').fill('Kept in memory');
  await page.getByRole('button', { name: 'Put in' }).click();
  await expect(page.getByRole('link', { name: 'My selections (1)' })).toBeVisible();
});
