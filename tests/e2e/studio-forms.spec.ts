import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views of the case' }).getByRole('link', { name, exact: true });

test('groups, messages, changes of ads, order of acts and a language from the right are edited in forms', async ({
  page,
}) => {
  await page.goto('studio/');
  await page.getByRole('radio', { name: 'Closing day' }).check();
  await page.getByRole('textbox', { name: 'Working title' }).fill('A section closes');
  await page.getByRole('button', { name: 'Begin with this copy' }).click();
  const findings = page.getByRole('button', { name: /to mend|Nothing to mend/ });
  await expect(findings).toHaveText('Nothing to mend');

  await page.getByRole('link', { name: 'Beside each other: What Jorin asks, Another board' }).click();
  await expectNoBarriers(page, 'a group');
  await page.getByRole('button', { name: 'Three writers' }).click();
  // The card of the group has a field of this name too.
  const sceneTitle = page.getByRole('textbox', { name: 'Title', exact: true });
  await expect(sceneTitle).toHaveValue('Three writers');
  await sceneTitle.fill('Three who write');
  await sceneTitle.blur();

  await tab(page, 'Time line').click();
  await page.getByRole('textbox', { name: 'Title, for the facilitator' }).fill('A second letter');
  await page.getByRole('button', { name: 'Add the message' }).last().click();
  await page.getByRole('textbox', { name: /^What all teams read/ }).fill('A second letter lies on the table.');
  await page.getByRole('combobox', { name: 'What happens' }).first().selectOption('they are taken down');
  await expectNoBarriers(page, 'the time line');

  await tab(page, 'The case').click();
  await page
    .getByRole('button', { name: 'Remove the order: first ask to keep data, then reach out to a person' })
    .click();

  await tab(page, 'Languages').click();
  await page.getByRole('combobox', { name: 'Begin a translation into' }).selectOption('Arabic');
  const title = page.getByRole('textbox', { name: 'Title, Arabic', exact: true });
  await expect(title).toHaveAttribute('dir', 'rtl');
  await title.fill('قسم يغلق');
  await title.blur();
  await expect(page.getByText(/^1 of \d+ texts are translated/)).toBeVisible();
  await expectNoBarriers(page, 'a language from the right');
  await page.setViewportSize({ width: 375, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
  await page.setViewportSize({ width: 1280, height: 1000 });
  await expect(findings).toHaveText('Nothing to mend');

  await tab(page, 'Hand on').click();
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save “A section closes” as a zip' }).click();
  const files = unzipSync(new Uint8Array(await readFile(await (await saving).path())));
  const textOf = (name: string) => strFromU8(files[`a-section-closes/${name}`] as Uint8Array);
  expect(textOf('ar.yaml')).toContain('text: قسم يغلق');
  expect(textOf('workshop.yaml')).toContain('title: A second letter');
  const before = (await readFile('scenarios/closing-day/scenario.yaml', 'utf8')).split('\n');
  const changed = textOf('scenario.yaml')
    .split('\n')
    .flatMap((line, n) => (line === before[n] ? [] : [line.trim()]));
  expect(changed).toEqual([
    'id: a-section-closes',
    'title: A section closes',
    '- { when: told, change: removed, afterMinutes: 150, sharingPhoneWith: "0308" }',
    'title: Three who write',
  ]);
  expect(textOf('key.yaml')).toContain('    - [preserve, contact]\n  reason:');
});
