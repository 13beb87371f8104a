import type { Page } from '@playwright/test';
import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import { openAnswers } from '#case/play/use-cases/open-answers.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { required } from '#kernel/model/invariant.ts';
import { createResultLines } from '#room/model/result-line.ts';
import { partsOfRoom } from '#room/use-cases/parts-of-room.ts';
import { caseOfSite, createSiteParts } from '../../scripts/room/case-of-room.ts';
import { DIST } from '../../scripts/site/build.ts';
import { expectNoBarriers, NARROW } from '../support/browser/find-barriers.ts';
import { expect, test } from '../support/browser/test.ts';
import { KINDS, withKinds } from '../support/builders/kinds.ts';
import { getBoard } from '../support/room/get-board.ts';
import { type OpenWorkshop, openWorkshop } from '../support/room/open-workshop.ts';
import { SimulatedTeam } from '../support/room/simulated-team.ts';

const CASE = 'quiet-number';
const PLAYERS = ['honest', 'half-diligent', 'first', 'most-clauses'] as const;
const NAMES = ['Zephyr', 'Qwill', 'Plovrex', 'Dippling'];
const REASONS = ['Nobody knows who answers.', 'It seems natural.', 'It seemed quick.', 'Qwill told us so.'];

const WALL = { width: 1920, height: 1080 };

let workshop: OpenWorkshop;

test.beforeEach(async () => {
  workshop = await openWorkshop('--case', CASE);
});
test.afterEach(() => workshop.stop());

async function theCase() {
  const part = required(caseOfSite(DIST, CASE), `case ${CASE} of the built site`);
  const answers = await openAnswers(createSiteParts(DIST, CASE), part);
  const logs = PLAYERS.map((player, n) =>
    playCase(withKinds(part), answers, player, '2026-01-01T00:00:00.000Z', `sim-${n}`),
  );
  return {
    part,
    logs,
    parts: partsOfRoom(part, 'in-debrief', KINDS),
    lines: createResultLines({ ...part, kinds: KINDS }),
  };
}

const address = (path: string) => new URL(path, workshop.control).href;
const tile = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3, name, exact: true }) });

async function openControl(page: Page): Promise<void> {
  await page.goto(workshop.control);
  await expect(page.getByRole('heading', { level: 1, name: /^Room/ })).toBeVisible();
}

/** How many attempts chose each option of a state at any time: counted from the logs alone. */
function chosenIn(logs: readonly AttemptLog[], state: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { events } of logs) {
    const chosen = events.flatMap((event) =>
      event.type === 'decision.made' && event.state === state ? [event.option] : [],
    );
    for (const option of new Set(chosen)) counts.set(option, (counts.get(option) ?? 0) + 1);
  }
  return counts;
}

test('a facilitator leads a room from the first release to the board, and the wall names no team', async ({
  page,
  context,
  trouble,
}) => {
  const { logs, parts, lines } = await theCase();
  await openControl(page);
  expect(page.url()).not.toContain('#');
  await expectNoBarriers(page, 'an empty room');

  const teams: SimulatedTeam[] = [];
  for (const name of NAMES) teams.push(await SimulatedTeam.join(workshop.teams, workshop.word, name));
  await expect(tile(page, 'Zephyr')).toContainText('Has joined');
  await expect(page.getByText('Teams wait for “Briefing”.')).toBeVisible();

  // Release, and take it back until a team is in the part.
  await page.getByRole('button', { name: 'Release part 1: Briefing' }).click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('No part is open yet')).toBeVisible();
  await page.getByRole('button', { name: 'Release part 1: Briefing' }).click();
  await expect(page.getByRole('button', { name: /^Release part 2/ })).toBeVisible();
  await teams[0]?.play(logs[0] as AttemptLog, parts[0]?.states ?? []);
  await expect(tile(page, 'Zephyr')).toContainText('At work');
  await page.getByRole('button', { name: 'Take back “Briefing”' }).click();
  await expect(page.getByText('A team is in this part already')).toBeVisible();

  // A part is planned by the clock, changed, taken back and planned again, by keyboard alone.
  const plannedAt = page.getByText(/“Find” opens by itself at \d\d:\d\d, in \d+ min\./);
  // The part opens at a whole minute: the time until then is rounded, and may be a minute less a moment later.
  const [inTen, inFifteen] = [/in (?:9|10) min/, /in 1[45] min/];
  await page.getByText('Open a part by the clock').press('Enter');
  await page.getByLabel('Hour').fill('');
  await page.getByRole('button', { name: 'Open it at this hour' }).press('Enter');
  await expect(page.getByText('Give an hour and minutes.')).toBeVisible();
  await expect(page.getByLabel('Hour')).toBeFocused();
  await page.getByRole('button', { name: '10 min from now: “Find”' }).press('Enter');
  await expect(plannedAt).toContainText(inTen);
  await page.getByRole('button', { name: '“Find” 5 min later' }).press('Enter');
  await expect(plannedAt).toContainText(inFifteen);
  await page.getByRole('button', { name: 'Take it back' }).press('Enter');
  await expect(plannedAt).toContainText(inTen);
  await expect(page.getByRole('cell', { name: /^opens at \d\d:\d\d$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Do not open by itself: “Find”' }).press('Enter');
  await expect(plannedAt).toHaveCount(0);
  await expect(page.getByText('Open a part by the clock')).toBeFocused();
  await page.getByRole('button', { name: 'Take it back' }).press('Enter');
  await expect(plannedAt).toContainText(inTen);

  // Hold and pause reach the room, by keyboard alone.
  await page.getByRole('button', { name: 'Hold all here' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('All teams are held.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Let go' }).press('Enter');
  await page.getByRole('button', { name: 'Pause all screens' }).press('Enter');
  await expect(page.getByText(/^All screens are paused since/)).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Go on' }).press('Enter');
  await expect(page.getByText(/^All screens are paused since/)).toHaveCount(0);
  await teams[2]?.say({ type: 'team.paused' });
  await expect(tile(page, 'Plovrex')).toContainText('Leave them in peace.');
  await teams[2]?.say({ type: 'team.resumed' });

  // The whole case: three teams over the network, one by its result line.
  const ready = page.getByRole('list', { name: 'Ready for this case' }).getByRole('listitem');
  await expect(ready.getByRole('button')).toHaveCount(0);
  for (const { title } of parts.slice(1))
    await page.getByRole('button', { name: new RegExp(`^Release .*${title}$`) }).click();
  // A message that the case has ready goes out with one press.
  const caller = ready.filter({ hasText: 'A fourth caller' });
  await caller.getByRole('button', { name: 'Send to all' }).press('Enter');
  await expect(caller).toContainText(/sent to all, \d\d:\d\d/);
  await expect(ready.getByRole('button', { name: 'Send to all' })).toHaveCount(2);
  for (const [n, team] of teams.entries()) {
    const states = (n === 0 ? parts.slice(1) : parts).flatMap((part) => part.states);
    await team.play(logs[n] as AttemptLog, states, REASONS[n]);
    if (n < 3) await team.say({ type: 'team.handed-in' });
  }
  await expect(tile(page, 'Qwill')).toContainText('Handed in from its laptop');
  const line = required(lines.write(logs[3] as AttemptLog), 'result line');
  const groups = line.split(' ');
  const heardWrongly = groups.map((group, n) => (n === 2 ? `${group.slice(1)}${group.slice(0, 1)}` : group)).join(' ');
  await page.getByLabel('Team', { exact: true }).selectOption('Dippling');
  await page.getByLabel('The line, group by group').fill(heardWrongly);
  await page.getByRole('button', { name: 'Enter the result' }).click();
  await expect(page.getByText('Group 3 was heard wrongly.')).toBeVisible();
  await page.getByLabel('The line, group by group').fill(line.toLowerCase());
  await page.getByRole('button', { name: 'Enter the result' }).click();
  await expect(page.getByText('The result of Dippling is in.')).toBeVisible();
  await expect(page.getByText('All results are in. The debrief can begin.')).toBeVisible();

  // A team gets another code: whoever plays for it now is out.
  const code = tile(page, 'Qwill').getByText(/^code [0-9A-Z]{5}$/);
  const former = (await code.textContent()) ?? '';
  await tile(page, 'Qwill').getByRole('button', { name: 'Qwill' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Change the code' }).click();
  await expect(page.getByRole('dialog', { name: 'Change the code of Qwill?' })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Change the code' }).click();
  await expect(code).not.toHaveText(former);

  // The board counts what other code counts from the logs.
  const figures = await getBoard(workshop);
  expect(figures.handedIn.lan).toHaveLength(3);
  expect(figures.handedIn.line).toHaveLength(1);
  for (const { state, options } of figures.decisions)
    expect(
      new Map(options.flatMap((one) => (one.teams.length > 0 ? [[one.option, one.teams.length]] : []))),
      state,
    ).toEqual(chosenIn(logs, state));

  // Reasons are ticked, those that one team alone gives cannot be.
  await page.getByRole('button', { name: 'Prepare the debrief' }).click();
  await expect(page.getByRole('button', { name: 'Prepare it again' })).toBeVisible();
  const ticks = page.getByRole('group').getByRole('checkbox', { disabled: false });
  for (const tick of await ticks.all()) if (await tick.isVisible()) await tick.check();
  await expectNoBarriers(page, 'a room in its debrief');
  await page.setViewportSize(NARROW);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
  await page.setViewportSize({ width: 1280, height: 1000 });

  const wall = await context.newPage();
  await wall.setViewportSize(WALL);
  await wall.goto(address('/facilitate/room/screen/'));
  await expect(wall.getByText(workshop.word, { exact: true })).toBeVisible();
  const seen: string[] = [];
  for (let step = 0; step < 60; step++) {
    const slide = wall.locator('[data-slide]');
    const text = (await slide.textContent()) ?? '';
    for (const name of NAMES) expect(text).not.toContain(name);
    const kind = (await slide.getAttribute('data-slide')) ?? '';
    const tall = await wall.evaluate(() => document.documentElement.scrollHeight - window.innerHeight);
    expect(tall, `${kind} ${step} is longer than the wall`).toBeLessThanOrEqual(1);
    if (!seen.includes(kind))
      await expectNoBarriers(wall, `the wall: ${kind}`, [
        { size: WALL, scheme: seen.length % 2 === 0 ? 'light' : 'dark' },
      ]);
    seen.push(kind);
    if (kind === 'monday') break;
    await wall.keyboard.press(step % 2 === 0 ? 'Space' : 'ArrowRight');
    await expect(wall.locator('[data-slide]')).not.toHaveText(text);
  }
  expect(seen.slice(0, 3)).toEqual(['join', 'feelings', 'decision']);
  expect(seen.filter((kind) => kind === 'reason').length).toBeGreaterThan(1);
  for (const [at, kind] of seen.entries()) if (kind === 'reason') expect(seen[at - 1]).toBe('decision');
  await expect(page.getByText('On the wall:').locator('..')).toContainText('On Monday I will');
  await wall.keyboard.press('Backspace');
  await expect(page.getByText('On the wall:').locator('..')).not.toContainText('On Monday I will');

  // The board on its page: side by side, names can be hidden, nothing is added up.
  await page.getByRole('link', { name: 'Open the board' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^The board of room/ })).toBeVisible();
  await expect(page.getByText('4 of 4 teams have handed in.')).toBeVisible();
  const criteria = page.getByRole('region', { name: 'Criteria by team. They are not added up.' });
  await expect(criteria.getByRole('columnheader')).toHaveText(['Criterion', ...NAMES, 'Best possible', 'Ideal reader']);
  await expectNoBarriers(page, 'the board');
  await page.setViewportSize(NARROW);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.getByRole('button', { name: 'Hide team names' }).click();
  for (const name of NAMES) await expect(page.getByText(name)).toHaveCount(0);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the table (CSV)' }).click();
  expect((await saved).suggestedFilename()).toMatch(/^room-.*\.csv$/);
  await wall.close();
  await page.goto('about:blank');
  // The room refused twice, as it should: the browser says so on the console.
  expect(trouble.splice(0).filter((said) => !said.includes('409'))).toEqual([]);
});

test('a rehearsal plays three marked teams, and takes them out again; forgetting asks for the code', async ({
  page,
  trouble,
}) => {
  await openControl(page);
  await page.getByRole('button', { name: 'Start the rehearsal' }).click();
  await expect(tile(page, 'Rehearsal 3')).toContainText('Rehearsal, no real team.');
  for (let n = 1; n <= 6; n++) await page.getByRole('button', { name: new RegExp(`^Release part ${n}`) }).click();
  for (const n of [1, 2, 3]) await expect(tile(page, `Rehearsal ${n}`)).toContainText('Handed in from its laptop');
  await page.getByRole('button', { name: 'End it and remove the teams' }).click();
  await expect(page.getByText('No team has joined.', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Forget everything' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('nothing');
  await dialog.getByRole('button', { name: 'Delete it all' }).click();
  await expect(dialog.getByText('This is not the code of the room.')).toBeVisible();
  const code = /room: (\w+)/.exec((await dialog.textContent()) ?? '')?.[1] ?? '';
  await dialog.getByRole('textbox').fill(code.toLowerCase());
  await dialog.getByRole('button', { name: 'Delete it all' }).click();
  await expect(page.getByText('Everything that the room wrote is deleted')).toBeVisible();
  // The page asks once more for a room that has ended, and the browser says so on the console.
  await page.goto('about:blank');
  expect(trouble.splice(0).filter((said) => !/ERR_CONNECTION|Failed to load/.test(said))).toEqual([]);
});

test('elsewhere the pages say what they are and how a room is opened', async ({ page }) => {
  for (const path of ['facilitate/room/', 'facilitate/room/board/']) {
    await page.goto(path);
    await expect(page.getByText('No room is served here.')).toBeVisible();
    await expect(page.getByText('npm run workshop')).toBeVisible();
    await expectNoBarriers(page, path);
  }
  await page.goto('facilitate/room/screen/');
  await expect(page.getByText('Nothing is shown yet.')).toBeVisible();
});
