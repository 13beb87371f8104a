import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { CasePlayer } from '../support/browser/case-player.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views of the case' }).getByRole('link', { name, exact: true });
const findings = (page: Page) => page.getByRole('button', { name: /to mend|Nothing to mend/ });

async function beginFrom(page: Page, choice: string, title: string): Promise<void> {
  await page.goto('studio/');
  await page.getByRole('radio', { name: choice }).check();
  await page.getByRole('textbox', { name: 'Working title' }).fill(title);
  await page.getByRole('button', { name: 'Begin with this copy' }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

test('an author changes a shipped case, is told what breaks, takes it back, plays it, saves it and packs it', async ({
  page,
  context,
  caseText,
}, testInfo) => {
  await beginFrom(page, 'The quiet number', 'A number in Ostrel');
  await expect(findings(page)).toHaveText('Nothing to mend');
  await expectNoBarriers(page, 'the list of scenes');

  await page.getByRole('link', { name: 'The first message' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The first message');
  const text = page.getByRole('textbox', { name: /^What happens \d/ });
  await text.fill('A pimp waits at the door. The first message has to go out.');
  await expect(page.locator('[data-finding="safety.C19"]')).toContainText('pimp');
  await expect(findings(page)).toHaveText(/^1 to mend/);
  await expectNoBarriers(page, 'a scene with a word that is refused');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(findings(page)).toHaveText('Nothing to mend');
  await expect(text).toHaveValue(/^The first message has to go out\. Lantern/);

  await page.getByRole('button', { name: 'Add an option' }).click();
  const row = page.locator('[data-option]').last();
  await row.getByRole('textbox', { name: /^What one can do/ }).fill('Ask the neighbour to pass a note on.');
  await row.getByRole('textbox', { name: /^What happens then/ }).fill('The neighbour reads it.');
  await row.getByRole('combobox', { name: /^Rating/ }).selectOption('Harmful');
  await row
    .getByRole('textbox', { name: /^Reason/ })
    .fill('A note that another person carries can be read by anyone on its way.');

  await tab(page, 'Map').click();
  await expect(page.getByRole('button', { name: /^Decision: Before the file is closed/ }).first()).toBeVisible();
  await expect(page.getByRole('table').last()).toContainText('The first message');
  await expectNoBarriers(page, 'the map');

  await tab(page, 'Scenes').click();
  await page.getByRole('link', { name: 'The first message' }).first().click();
  await page.getByRole('link', { name: 'Play from here' }).click();
  await expect(page.getByRole('radio', { name: /Ask the neighbour to pass a note on/ })).toBeVisible();

  await tab(page, 'Hand on').click();
  await expectNoBarriers(page, 'what can be handed on');
  await page.setViewportSize({ width: 375, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 1000 });
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save “A number in Ostrel” as a zip' }).click();
  const saved = await (await saving).path();
  const files = unzipSync(new Uint8Array(await readFile(saved)));
  const story = strFromU8(files['a-number-in-ostrel/scenario.yaml'] as Uint8Array);
  expect(story).toContain('Ask the neighbour to pass a note on.');
  const shipped = await readFile('scenarios/quiet-number/scenario.yaml', 'utf8');
  const added = story.split('\n').filter((line) => !shipped.includes(line));
  expect(added.map((line) => line.trim())).toEqual([
    'id: a-number-in-ostrel',
    'title: A number in Ostrel',
    'text: Ask the neighbour to pass a note on.',
    'then: The neighbour reads it.',
  ]);

  const packing = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Pack “A number in Ostrel” as one file' }).click();
  const file = testInfo.outputPath((await packing).suggestedFilename());
  await (await packing).saveAs(file);
  const alone = new CasePlayer(await context.newPage(), caseText, pathToFileURL(file).href);
  await alone.open();
  await expect(alone.heading('A number in Ostrel')).toBeVisible();
  await alone.begin();
  await alone.page.close();

  await page.reload();
  await tab(page, 'Scenes').click();
  await page.getByRole('link', { name: 'The first message' }).first().click();
  await expect(
    page
      .locator('[data-option]')
      .last()
      .getByRole('textbox', { name: /^What one can do/ }),
  ).toHaveValue('Ask the neighbour to pass a note on.');
});

test('two tabs do not overwrite each other, and a hostile file is refused by name', async ({ page, context }) => {
  await beginFrom(page, 'Five signs', 'Two tabs');
  const second = await context.newPage();
  await second.goto(page.url());
  await tab(second, 'The case').click();
  await second.getByRole('textbox', { name: /^Summary/ }).fill('Written in the second tab.');
  await second.getByRole('textbox', { name: /^Summary/ }).blur();
  await expect(second.getByText(/^Kept in this browser/)).toBeVisible();
  await expect(page.getByText('Another tab has changed this draft.')).toBeVisible();
  await second.close();

  await page.goto('studio/');
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({
      name: 'door.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from('this is no zip'),
    });
  await expect(page.getByText(/door\.zip/).first()).toBeVisible();
  await expect(page.getByRole('link', { name: 'Two tabs', exact: true })).toBeVisible();
});
