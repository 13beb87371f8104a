import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { openAttempt, storedAttempts } from '../support/browser/attempt-log.ts';
import { words } from '../support/browser/case-words.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

const PART = '**/cases/quiet-number/case.json';

/** The site as it was when the generator had another version. */
async function withGenerator(page: Page, version: number): Promise<void> {
  await page.route(PART, async (route) => {
    const response = await route.fetch();
    const part = await response.json();
    const market = { ...part.market, generatorVersion: version };
    await route.fulfill({ response, json: { ...part, market } });
  });
}

test('an attempt over a market of another generator version is kept, told of calmly, can be read, and is never shown on the new ads', async ({
  player,
  page,
}) => {
  await withGenerator(page, 2);
  await player.open();
  await player.begin();
  await player.find.open(player.text.linkedAds[0] ?? '');
  await player.find.judge('check', 1);
  await player.find.open(player.text.linkedAds[1] ?? '');
  await player.find.sentence(1).click();
  await player.find.picker.getByRole('option').first().click();
  await expect(player.find.marks).toHaveCount(1);
  const { id, events } = await openAttempt(page);
  await page.unrouteAll();

  await page.reload();
  const now = player.text.part.market.generatorVersion;
  await expect(player.notices.getByText(words.case('otherVersion'), { exact: true })).toBeVisible();
  await expect(player.notices.getByText(words.case('otherVersion.text', { then: 2, now }))).toBeVisible();
  await expect(player.setAside()).toHaveCount(0);
  expect((await storedAttempts(page)).map(({ away }) => away?.why)).toEqual(['other-version']);

  await test.step('reads what was marked, judged and done, and no ad of today', async () => {
    await player.notices.getByText(words.old('read')).press('Enter');
    const marks = player.notices.getByRole('table', { name: words.old('marks', { count: 1 }) });
    await expect(marks.getByRole('row').nth(1)).toContainText(player.text.linkedAds[1] ?? '');
    await expect(marks.getByRole('row').nth(1)).toContainText(words.old('place.sentence', { n: 1 }));
    const judged = player.notices.getByRole('table', { name: words.old('judged', { count: 1 }) });
    await expect(judged.getByRole('row').nth(1)).toContainText(words.band('band.check'));
    await player.notices.getByText(words.old.count('log', events.length)).first().click();
    const log = player.notices.getByRole('table', { name: words.old.count('log', events.length) });
    await expect(log.getByRole('row')).toHaveCount(events.length + 1);
    const [ad] = player.text.part.market.ads.filter((one) => one.id === player.text.linkedAds[0]);
    await expect(player.notices).not.toContainText(ad?.title ?? 'no such ad');
    await expectNoBarriers(page, 'an old attempt');
  });

  const download = page.waitForEvent('download');
  await player.setAsideDownload.click();
  const saved = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  expect(saved).toMatchObject({ schema: 'attempt-file/1', generatorVersion: 2, log: { header: { id } } });
  expect(saved.log.events).toEqual(events);

  await player.begin();
  await expect(player.find.row(player.text.linkedAds[0] ?? '')).not.toContainText(words.band('band.check'));
  expect((await storedAttempts(page)).map(({ away }) => away?.why)).toEqual(['other-version', undefined]);
});

test.describe('without a service worker and its cache', () => {
  test.use({ serviceWorkers: 'block' });

  test('an attempt with marks that the text does not have is set aside and stays readable', async ({
    player,
    page,
  }) => {
    const ad = player.text.linkedAds[0] ?? '';
    await player.open();
    await player.begin();
    await player.find.open(ad);
    await player.find.mark(2, player.text.sign('manager-reference'));
    await player.find.mark(1, player.text.sign('own-limits-stated'));

    // The same ad, of which one sentence is left.
    await page.route(PART, async (route) => {
      const response = await route.fetch();
      const part = await response.json();
      for (const one of part.market.ads)
        if (one.id === ad) for (const version of one.versions) version.sentences = version.sentences.slice(0, 1);
      await route.fulfill({ response, json: part });
    });
    await page.reload();
    await expect(player.setAside()).toBeVisible();
    await expect(player.setAsideDownload).toBeVisible();
    await expect(player.beginButton).toBeVisible();
  });
});

test.describe('answers of another version of the case', () => {
  test.use({ serviceWorkers: 'block' });

  /** Serves a part of the key as if it were for another text or another market. */
  const withOther = (page: Page, part: string, other: Readonly<Record<string, unknown>>) =>
    page.route(`**/cases/quiet-number/key/${part}.json*`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), ...other } });
    });

  test('are not shown after a decision: a notice explains it, and a reload brings the right ones', async ({
    player,
    page,
  }) => {
    await withOther(page, 'decisions/d01', { scenarioHash: 'f'.repeat(64) });
    await player.open();
    await player.skipFind();
    await player.take('desk', 'contact');
    await player.option('d01', 'c').check();
    await player.doButton.click();
    await expect(player.notice(words.case('otherKey'))).toBeVisible();
    await expect(player.notice(words.case('otherKey.text'))).toBeVisible();
    await expect(player.main.getByText(words.reach('why.otherVersion'))).toBeVisible();
    await expect(player.main.getByText(words.reach('principle'))).toHaveCount(0);
    await expectNoBarriers(page, 'answers of another version');
    const { events } = await openAttempt(page);

    await page.unrouteAll();
    await player.notices.getByRole('button', { name: words.case('otherKey.reload') }).click();
    await player.seeConsequence('d01', 'c');
    await expect(player.notice(words.case('otherKey'))).toHaveCount(0);
    expect((await openAttempt(page)).events).toEqual(events);
  });

  test('are never scored, and the attempt is kept', async ({ player, page }) => {
    await withOther(page, 'market', { marketId: '0123456789abcdef' });
    await player.open();
    await player.begin();
    await player.find.finish();
    await expect(page.getByRole('alert').getByText(words.case('otherKey'))).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
    const { events } = await openAttempt(page);

    await page.unrouteAll();
    await page
      .getByRole('alert')
      .getByRole('button', { name: words.case('otherKey.reload') })
      .click();
    await expect(player.heading(words.room('feedback.title'))).toBeVisible();
    expect((await openAttempt(page)).events).toEqual(events);
  });
});

test('a market that arrives truncated once is requested again, and the case opens', async ({ player, page }) => {
  let asked = 0;
  await page.route(PART, async (route) => {
    asked += 1;
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({ response, body: asked === 1 ? body.slice(0, body.length / 2) : body });
  });
  await player.open();
  await player.begin();
  await expect(player.find.row(player.text.linkedAds[0] ?? '')).toBeVisible();
  expect(asked).toBe(2);
  // The page fetches all parts ahead: one may be on its way when the test ends.
  await page.unrouteAll({ behavior: 'ignoreErrors' });
});

test('a market that stays truncated is reported, and the same button opens the case once it is complete', async ({
  player,
  page,
}) => {
  await page.route(PART, async (route) => {
    const response = await route.fetch();
    const body = await response.text();
    await route.fulfill({ response, body: body.slice(0, body.length / 2) });
  });
  await page.goto(player.text.path);
  const begin = page.getByRole('button', { name: words.case('begin') });
  await begin.click();
  await expect(page.getByRole('alert')).toContainText(words.case('failed.broken', { part: 'case.json' }));

  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await begin.click();
  await expect(player.find.search).toBeEnabled();
  await expect(player.find.row(player.text.linkedAds[0] ?? '')).toBeVisible();
});
