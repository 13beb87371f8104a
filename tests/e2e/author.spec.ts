import type { Page } from '@playwright/test';
import { AuthorTool } from '../support/browser/author-tool.ts';
import { expectNoBarriers } from '../support/browser/find-barriers.ts';
import { test as base, expect } from '../support/browser/test.ts';

interface Author {
  /** The page of the tool, with the case in it ready to be played. */
  desk: Page;
}

const test = base.extend<Author, { tool: AuthorTool }>({
  // One tool for all tests: it takes ten seconds of both processors until its first page is there.
  tool: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object here
    async ({}, use) => {
      const tool = new AuthorTool();
      await use(tool);
      await tool.end();
    },
    { scope: 'worker' },
  ],
  desk: async ({ page, tool }, use) => {
    tool.restore();
    await page.goto(await tool.address);
    await expect(playOf(page).getByRole('button', { name: 'Begin' })).toBeVisible({ timeout: 60_000 });
    await use(page);
    // The page listens to the tool, and would call its end an error.
    await page.goto('about:blank');
  },
});
// The first page of a development server is put together while one waits for it.
test.setTimeout(180_000);
// One after another in one worker, so that they have one tool.
test.describe.configure({ mode: 'default' });

const playOf = (page: Page) => page.frameLocator('iframe[title="The case as it is played"]');
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

async function decide(page: Page, text: RegExp): Promise<void> {
  await playOf(page).getByRole('radio', { name: text }).check();
  await playOf(page).getByRole('button', { name: 'Do this' }).click();
}

test('an error is shown at every save with its state, and the case stays playable', async ({ desk, tool }) => {
  const play = playOf(desk);
  const findings = part(desk, 'To mend');
  await expect(findings).toContainText('There is nothing to mend.');
  await play.getByRole('button', { name: 'Begin' }).click();
  await expect(play.getByRole('heading', { level: 1 })).toHaveText('A question by text');

  tool.edit('scenario.yaml', 'next: morning', 'next: mornign');

  await expect(findings).toContainText('did you mean "morning"?');
  await expect(findings.getByRole('button', { name: /my-case\/scenario\.yaml:\d+:\d+$/ })).toBeVisible();
  await expect(part(desk, 'The case as it is played')).toContainText('This is the last one that could.');
  await findings.getByRole('button', { name: 'Show “A question by text”' }).click();
  const state = part(desk, 'The case, drawn').getByRole('button', { name: /A question by text/ });
  await expect(state).toHaveAttribute('aria-pressed', 'true');
  await expect(state).toHaveAccessibleName(/error/);
  await expectNoBarriers(desk, 'a case with a fault');

  tool.edit('scenario.yaml', 'next: mornign', 'next: morning');
  tool.edit('scenario.yaml', 'title: A question by text', 'title: A question in writing');

  await expect(findings).toContainText('There is nothing to mend.');
  await expect(play.getByRole('heading', { level: 1 })).toHaveText('A question in writing');
  await expectNoBarriers(desk, 'a case without a fault');
});

test('an author begins in the middle with other values, in a play that is marked as no attempt', async ({ desk }) => {
  const play = playOf(desk);
  const form = part(desk, 'Begin to play anywhere');

  await form.getByLabel('Find a state').fill('next morn');
  await form.getByLabel('State', { exact: true }).selectOption({ label: 'The next morning (morning)' });
  await form.getByLabel('asked').selectOption({ label: 'yes' });
  await form.getByRole('button', { name: 'Play from here' }).press('Enter');

  await expect(play.getByRole('note').filter({ hasText: 'not a real attempt' })).toBeVisible();
  await expect(play.getByRole('heading', { level: 1 })).toHaveText('The next morning');
  await play.getByRole('button', { name: 'Go on' }).click();
  await expect(play.getByRole('heading', { level: 1 })).toHaveText('A plan for the week');
  await expect(play.getByText('There is no debrief')).toBeVisible();
  await expect(desk.getByRole('button', { name: 'Keep what I have just played' })).toBeDisabled();
  expect(await desk.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);

  await play.getByRole('button', { name: 'Back to the beginning' }).click();
  await expect(play.getByRole('button', { name: 'Begin' })).toBeVisible();
  await expect(play.getByText('not a real attempt')).toHaveCount(0);
});

test('recorded attempts are replayed after an edit, and stop where they no longer fit', async ({ desk, tool }) => {
  const attempts = part(desk, 'Recorded attempts, played again');
  await attempts.getByLabel('Files of attempts').setInputFiles([await tool.recordedAttempt(), tool.strayFile()]);
  await expect(attempts).toContainText('holiday.json is no attempt.');
  await playOf(desk).getByRole('button', { name: 'Begin' }).click();
  await decide(desk, /^.*Write the name of the house/);
  await attempts.getByRole('button', { name: 'Keep what I have just played' }).click();

  const recorded = attempts.getByRole('region', { name: 'attempt.json', exact: true });
  const played = attempts.getByRole('region', { name: 'My play' });
  await expect(recorded).toContainText('All 3 steps fit.');
  await expect(played).toContainText('All 2 steps fit.');
  await expect(recorded.getByRole('row', { name: /^Ending/ })).toContainText('A plan for the week');

  tool.edit('scenario.yaml', '- id: b', '- id: e');

  await expect(recorded).toContainText('1 of 3 steps still fit.');
  await expect(recorded).toContainText('Step 2 chose option b of “A question by text”, which is gone.');
  await expect(recorded.getByRole('row', { name: /^Ending/ })).toContainText('not reached');
  await expect(played).toContainText('All 2 steps fit.');

  tool.edit('scenario.yaml', '- id: e', '- id: b');
  await expect(recorded).toContainText('All 3 steps fit.');
  await expect(recorded.getByRole('row', { name: /^Steps towards the person/ })).toContainText('100 of 100, the same');
  // Without a good option the key does not fit, and nothing is scored.
  tool.edit('key.yaml', 'rating: good', 'rating: acceptable');
  await expect(recorded.getByRole('row', { name: /^Steps towards the person/ })).toHaveCount(0);
  await expect(recorded.getByRole('row', { name: /^Ending/ })).toContainText('A plan for the week, the same');
});
