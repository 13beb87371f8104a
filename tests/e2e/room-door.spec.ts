import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { words } from '../support/browser/case-words.ts';
import { expectNoBarriers, NARROW_LIGHT } from '../support/browser/find-barriers.ts';
import { TeamPlayer } from '../support/browser/team-player.ts';
import { expect, test } from '../support/browser/test.ts';
import { ROOM_BROWSER, startWorkshop, type Workshop } from '../support/browser/workshop.ts';

test.use({ launchOptions: ROOM_BROWSER });

let workshop: Workshop;
test.beforeEach(async () => {
  workshop = await startWorkshop();
});
test.afterEach(async ({ trouble }) => {
  await workshop.stop();
  // The room answers 409 to a team at its closed door, and 503 while it keeps nothing; a connection that was cut says so too.
  trouble.splice(0, trouble.length, ...trouble.filter((said) => !/status of (?:409|503)|net::ERR_/.test(said)));
});

async function openControl(page: Page): Promise<Page> {
  await page.goto(workshop.control);
  await expect(page.getByRole('heading', { level: 1, name: /^Room/ })).toBeVisible();
  return page;
}

test('a facilitator closes the door, lets one team in, and opens the door again', async ({
  page,
  context,
  caseText,
}) => {
  const control = await openControl(await context.newPage());
  await expect(control.getByText('The door is open')).toBeVisible();
  await control.getByRole('button', { name: 'Close the door' }).press('Enter');
  await expect(control.getByText('The door is closed', { exact: true })).toBeVisible();
  await expect(control.getByText('No team is at the door.')).toBeVisible();
  await expectNoBarriers(control, 'a closed door');

  const plover = new TeamPlayer(page, caseText, workshop);
  await plover.fillIn('Plover', 3);
  await plover.button(words.team('join.do')).click();
  await expect(page.getByText(words.team('join.door'))).toBeVisible();
  await expectNoBarriers(page, 'at the closed door', [NARROW_LIGHT]);
  await expect(control.getByText('1 team is at the door.')).toBeVisible();
  await expectNoBarriers(control, 'a team at the door');
  await control.getByRole('button', { name: 'Let in Plover' }).press('Enter');

  // The page of the team asks again by itself.
  await plover.inRoom();
  await expect(control.getByRole('heading', { level: 3, name: 'Plover' })).toBeVisible();
  await expect(control.getByText('No team is at the door.')).toBeVisible();
  await control.getByRole('button', { name: 'Open the door' }).click();
  await expect(control.getByText('The door is open')).toBeVisible();
});

test('a log that vanishes is told to the facilitator and the teams, and can be written anew', async ({
  page,
  context,
  caseText,
}) => {
  const plover = new TeamPlayer(page, caseText, workshop);
  await plover.fillIn('Plover', 2);
  await plover.button(words.team('join.do')).click();
  await plover.inRoom();
  const control = await openControl(await context.newPage());
  const before = workshop.lines().length;
  const [room = ''] = readdirSync(workshop.folder);
  rmSync(join(workshop.folder, room), { recursive: true });

  await expect(page.getByText(words.team('not-kept'))).toBeVisible();
  await expect(control.getByRole('alert')).toContainText('The room keeps nothing now');
  await expect(control.getByRole('alert')).toContainText(join(workshop.folder, room));
  await expectNoBarriers(control, 'a vanished log');
  await expectNoBarriers(page, 'a vanished log, a team', [NARROW_LIGHT]);
  await control.getByRole('button', { name: 'Hold all here' }).click();
  await expect(control.getByText('The room keeps nothing now, so nothing was changed.')).toBeVisible();
  expect(readdirSync(workshop.folder)).toEqual([]);

  await control.getByRole('button', { name: 'Write the log anew' }).click();
  await expect(control.getByRole('alert')).toHaveCount(0);
  await expect(page.getByText(words.team('not-kept'))).toHaveCount(0);
  await control.getByRole('button', { name: 'Hold all here' }).click();
  await expect(page.getByRole('heading', { name: words.team('held') })).toBeVisible();
  expect(workshop.lines()).toHaveLength(before + 1);
});
