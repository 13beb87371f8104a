import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { newCaseFiles } from '#case/language/use-cases/new-case-files.ts';
import { AuthorTool } from '../support/browser/author-tool.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

/** Writes a small case, with some of its files replaced. */
function put(home: string, name: string, replaced: Readonly<Record<string, string | Uint8Array>> = {}): void {
  mkdirSync(join(home, name));
  const files = { ...Object.fromEntries(newCaseFiles(name)), ...replaced };
  for (const [file, bytes] of Object.entries(files)) writeFileSync(join(home, name, file), bytes);
}

const BAD_YAML = 'title: [\n\t- "';
const LATIN = Uint8Array.from([0x61, 0x3a, 0xe9, 0x0a]);

const row = (page: Page, place: string) =>
  page.getByRole('listitem').filter({ has: page.locator('.cases__place', { hasText: new RegExp(`^${place}$`) }) });

test('faulty cases of a folder are listed with what is wrong, and the others can be worked on', async ({ page }) => {
  const tool = new AuthorTool((home) => {
    put(home, 'a-bad-text', { 'scenario.yaml': BAD_YAML });
    put(home, 'b-no-text', { 'key.yaml': LATIN });
    put(home, 'c-typo', {
      'scenario.yaml': (newCaseFiles('c-typo').get('scenario.yaml') ?? '').replace('next: morning', 'next: mornign'),
    });
    put(home, 'd-empty', { 'scenario.yaml': '' });
    put(home, 'e-good');
  });
  await page.goto(await tool.address);

  await expect(row(page, 'e-good')).toContainText('nothing to mend');
  await expect(row(page, 'a-bad-text')).toContainText('scenario.yaml, line 2: The text cannot be read from here on');
  await expect(row(page, 'b-no-text')).toContainText('key.yaml is not text in UTF-8.');
  await expect(row(page, 'b-no-text').getByRole('link')).toHaveCount(0);
  await expect(row(page, 'c-typo')).toContainText('did you mean "morning"?');
  await expect(row(page, 'd-empty')).toContainText('1 error');
  await expectNoBarriers(page, 'a folder with faulty cases');

  await row(page, 'a-bad-text').getByRole('link').click();
  await expect(page.getByText('cannot be read from here on').first()).toBeVisible();
  await page.getByRole('link', { name: 'All cases' }).click();
  await row(page, 'e-good').getByRole('link').click();
  await expect(page.getByText('Nothing to mend')).toBeVisible();
  // The page listens to the tool, and would call its end an error.
  await page.goto('about:blank');
  await tool.end();
});

test('a folder whose one case cannot be read says why, and no page stays empty', async ({ page }) => {
  const tool = new AuthorTool((home) => put(home, 'only', { 'scenario.yaml': LATIN }));
  await page.goto(await tool.address);
  await expect(row(page, 'only')).toContainText('scenario.yaml is not text in UTF-8. Save it as UTF-8.');

  await page.goto(`${await tool.address}#only/scenes`);
  await page.reload();
  await expect(page.getByText('This case cannot be opened')).toBeVisible();
  await page.goto('about:blank');
  await tool.end();
});
