import type { Ad } from '#market/ads/model/market.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { ads, fieldsOf, MARKET, newest, open, rows, search, title, total } from '../support/browser/market-page.ts';
import { expect, test } from '../support/browser/test.ts';

test('a market is chosen, opened, and completely described by the address', async ({ page }) => {
  await page.goto('market/');
  await expect(page.getByText('A person who has the seed can work out everything about this market')).toBeVisible();
  await page.getByRole('radio', { name: /Norvelane/ }).check();
  await page.getByLabel('How large?').selectOption('150');
  await page.getByLabel('Seed', { exact: true }).fill('a seed');
  await page.getByRole('button', { name: 'Open the market' }).click();
  await expect(total(page)).toHaveText('150 ads');
  await expect(page).toHaveURL(/market=REG&size=150&share=PRACTICE&seed=a\+seed$/);
  const first = await rows(page).first().textContent();
  await page.reload();
  await expect(rows(page).first()).toHaveText(first ?? '');
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Open the market' })).toBeVisible();
});

test('the list contains all ads, newest first, and browser find-in-page finds words in them', async ({ page }) => {
  await open(page);
  await expect(rows(page)).toHaveCount(600);
  const shown = await rows(page).evaluateAll((links) => links.map((link) => (link as HTMLElement).dataset.id));
  expect(shown.slice(0, 5)).toEqual(newest.slice(0, 5).map(({ id }) => id));
  expect(new Set(shown)).toEqual(new Set(ads.map(({ id }) => id)));
});

test('every row is a link, and a distant one has its address once it is reached', async ({ page }) => {
  await open(page);
  await expect(page.getByRole('link', { name: /^\d{4} / })).toHaveCount(600);
  const far = rows(page).nth(400);
  const id = await far.getAttribute('data-id');
  await far.scrollIntoViewIfNeeded();
  await expect(far).toHaveAttribute('href', new RegExp(`ad=${id}`));
  await search(page).fill('door');
  await expect(rows(page).first().locator('mark').first()).toBeVisible();
  await rows(page).nth(3).click();
  await page.goBack();
  await expect(page).toHaveURL(/q=door$/);
});

test('rows are rendered before the user scrolls to them, down and up', async ({ page }) => {
  await open(page);
  await expect(rows(page)).toHaveCount(600);
  expect(await page.evaluate(countMissingRows)).toEqual({ down: 0, up: 0 });
});

/** Counts groups that a painting of the page has left out though they are on the screen, at a reader's fastest pace. */
async function countMissingRows(): Promise<{ down: number; up: number }> {
  const painted = () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const isMissing = (group: Element) => {
    const { top, bottom } = group.getBoundingClientRect();
    return (
      bottom > 0 && top < innerHeight && !group.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })
    );
  };
  const missing = async (by: number) => {
    let count = 0;
    for (let frame = 0; frame < 90; frame++) {
      scrollBy({ top: by, behavior: 'instant' });
      await painted();
      count += [...document.querySelectorAll('.finds__group')].filter(isMissing).length;
    }
    return count;
  };
  return { down: await missing(150), up: await missing(-150) };
}

test('many more rows are laid out while the page is idle, and again for another width', async ({ page }) => {
  await open(page);
  // Sections are filled in any order: the row is asked for by its place, not counted.
  const far = page.locator('.find a[data-place="250"]');
  await far.evaluate(waitUntilLaidOut, true);
  const isLeft = far.evaluate(waitUntilLaidOut, false);
  await page.setViewportSize({ width: 1000, height: 900 });
  await isLeft;
  await far.evaluate(waitUntilLaidOut, true);
});

/** Waits until a row is laid out, or until it is not, looking in every frame. */
function waitUntilLaidOut(row: Element, wanted: boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (row.checkVisibility({ contentVisibilityAuto: true }) === wanted) resolve();
      else requestAnimationFrame(look);
    };
    look();
  });
}

test('facets and words filter the list, are part of the address, and can be undone', async ({ page }) => {
  await open(page);
  const inTown = (ad: Ad) => fieldsOf(ad).town === 'Ostrel';
  const count = ads.filter(inTown).length;
  const choice = page.getByRole('checkbox', { name: `Ostrel ${count}` });
  await choice.check();
  await expect(total(page)).toHaveText(`${count} of 600 ads`);
  await page.getByLabel('From').first().fill('150');
  await page.getByLabel('From').first().press('Tab');
  const dear = ads.filter((ad) => inTown(ad) && Number(/\d+/.exec(fieldsOf(ad).price ?? '0')?.[0]) >= 150).length;
  await expect(total(page)).toHaveText(`${dear} of 600 ads`);
  await expect(page).toHaveURL(/town=Ostrel&price=150\.\.$/);
  await search(page).fill('door');
  await expect(rows(page).first().locator('mark').first()).toHaveText(/door/i);
  await expect(page).toHaveURL(/q=door&town=Ostrel/);
  await page.getByRole('button', { name: 'Remove “door”' }).click();
  await expect(total(page)).toHaveText(`${dear} of 600 ads`);
  // A list is painted before its address is written: going back earlier would leave from the list before.
  await expect(page).toHaveURL(/seed=look&town=Ostrel&price=150\.\.$/);
  await page.goBack();
  await expect(page).toHaveURL(/q=door/);
  await page.goBack();
  await expect(page).toHaveURL(/town=Ostrel$/);
  await expect(total(page)).toHaveText(`${count} of 600 ads`);
  await page.goBack();
  await expect(total(page)).toHaveText('600 ads');
});

test('two choices made before the list arrives are two steps of browser history', async ({ page }) => {
  await open(page);
  const town = (name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name} \\d`) });
  await expect(town('Ostrel')).toBeVisible();
  await page.evaluate(() => {
    for (const name of ['Ostrel', 'Marrin'])
      [...document.querySelectorAll('label')].find((label) => label.textContent.trim().startsWith(name))?.click();
  });
  await expect(page).toHaveURL(/town=Ostrel&town=Marrin$/);
  await page.goBack();
  await expect(page).toHaveURL(/town=Ostrel$/);
  await expect(town('Marrin')).not.toBeChecked();
  await page.goBack();
  await expect(town('Ostrel')).not.toBeChecked();
});

test('an empty list suggests the filter to drop', async ({ page }) => {
  await open(page, '&town=Ostrel&phone=%2B999+1');
  await expect(page.getByText('No ad fits all of this.')).toBeVisible();
  await page.getByRole('button', { name: 'Remove Phone: +999 1' }).last().click();
  await expect(rows(page).first()).toBeVisible();
  await expect(page).not.toHaveURL(/phone/);
});

test('the whole search works by keyboard', async ({ page }) => {
  await open(page);
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('door');
  await expect(total(page)).toHaveText(/of 600 ads/);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('j');
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('j');
  const third = rows(page).nth(2);
  await expect(third).toBeFocused();
  const id = (await third.getAttribute('data-id')) ?? '';
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText(`Ad ${id}`);
  await expect(title(page)).toBeFocused();
  await page.keyboard.press('j');
  const next = (await rows(page).nth(3).getAttribute('data-id')) ?? '';
  await expect(title(page)).toHaveText(`Ad ${next}`);
  await page.keyboard.press('Escape');
  await expect(rows(page).nth(3)).toBeFocused();
  await page.keyboard.press('End');
  await expect(rows(page).last()).toBeFocused();
  await page.keyboard.press('Home');
  await expect(rows(page).first()).toBeFocused();
});

test('a large market shows its progress and can be cancelled', async ({ page }) => {
  await page.goto('market/?market=BUY&size=100000&share=PRACTICE&seed=look');
  await expect(page.getByText(/of 100,000 ads/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('button', { name: 'Open the market' })).toBeVisible();
  await expect(page).toHaveURL(/\/market\/$/);
});

test('a market too small for its share says so and offers another', async ({ page }) => {
  await page.goto('market/?market=BUY&size=42&share=NEEDLE&seed=look');
  await expect(page.getByRole('alert')).toContainText('The market could not be opened.');
  await expect(page.getByLabel('How large?')).toBeVisible();
});

test('an invalid address names its wrong part, and a market can be chosen', async ({ page }) => {
  await page.goto('market/?market=BUY&size=abc&seed=look');
  await expect(page.getByRole('alert')).toContainText('No market fits “size=abc” in the address of this page.');
  await page.getByRole('button', { name: 'Open the market' }).click();
  await expect(total(page)).toBeVisible();
  await page.goto('market/?market=NOPE&size=600&seed=look');
  await expect(page.getByRole('alert')).toContainText('“market=NOPE”');
  await page.goto('market/?market=BUY&size=600');
  await expect(page.getByRole('alert')).toContainText('“seed=”');
});

test.describe('without a service worker and its cache', () => {
  test.use({ serviceWorkers: 'block' });

  test('truncated market words are requested again, and reported where they stay truncated', async ({ page }) => {
    let asked = 0;
    let broken = 1;
    await page.route('**/market/library.json', async (route) => {
      asked += 1;
      const response = await route.fetch();
      const body = await response.text();
      await route.fulfill({ response, body: asked <= broken ? body.slice(0, body.length / 2) : body });
    });
    await open(page);
    expect(asked).toBe(2);

    broken = asked + 2;
    await page.goto(MARKET);
    await expect(page.getByRole('alert')).toContainText('library.json');
    await page.getByRole('button', { name: 'Open the market' }).click();
    await expect(page.locator('.market-bar')).toBeVisible();
  });
});

test('no accessibility barrier on any of its pages', async ({ page }) => {
  // The rows of a list are all alike, so a short one is enough.
  await page.goto('market/?market=BUY&size=42&share=PRACTICE&seed=look&q=please');
  await expect(rows(page).first()).toBeVisible();
  await expectNoBarriers(page, 'list');
  const id = (await rows(page).first().getAttribute('data-id')) ?? '';
  for (const [place, more] of [
    ['ad', `&ad=${id}`],
    ['site', '&on=ostrel-smallads'],
    ['kept', '&kept=all'],
    ['nothing found', '&town=Nowhere'],
  ] as const) {
    await page.goto(`market/?market=BUY&size=42&share=PRACTICE&seed=look${more}`);
    await expect(page.locator('.page, .face, .empty').locator('visible=true').first()).toBeVisible();
    await expectNoBarriers(page, place);
  }
  await page.goto(`market/?market=BUY&size=42&share=PRACTICE&seed=look&ad=${id}`);
  await page.getByRole('link', { name: /page of the account/ }).click();
  await expect(page.getByRole('table').first()).toBeVisible();
  await expectNoBarriers(page, 'account');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });
  test('the page says what it needs', async ({ page }) => {
    await page.goto('market/');
    await expect(page.getByText('This page needs JavaScript.')).toBeVisible();
  });
});
