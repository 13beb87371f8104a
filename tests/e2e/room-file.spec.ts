import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { AttemptFile } from '#case/attempt-file/model/attempt-file.ts';
import control from '#words/room/control.json' with { type: 'json' };
import team from '#words/room/workshop.json' with { type: 'json' };
import { openAttempt } from '../support/browser/attempt-log.ts';
import { CasePlayer } from '../support/browser/case-player.ts';
import { CASE } from '../support/browser/case-text.ts';
import { words } from '../support/browser/case-words.ts';
import { expectNoBarriers, NARROW_LIGHT } from '../support/browser/find-barriers.ts';
import { packedAddress } from '../support/browser/packed-case.ts';
import { TeamPlayer } from '../support/browser/team-player.ts';
import { expect, test } from '../support/browser/test.ts';
import { ROOM_BROWSER, startWorkshop, type Workshop } from '../support/browser/workshop.ts';
import { getBoard } from '../support/room/get-board.ts';
import { type OpenWorkshop, openWorkshop } from '../support/room/open-workshop.ts';
import { SimulatedTeam } from '../support/room/simulated-team.ts';

test.use({ launchOptions: ROOM_BROWSER });

const WIDE = { width: 1280, height: 1000 };
const WHY = 'Nobody knows who answers.';

/** Votes with raised cards: one for each of the first two options, the others kept down. */
async function vote(page: Page): Promise<void> {
  await page.getByRole('button', { name: team['vote.cards'], exact: true }).click();
  for (const letter of ['A', 'B'])
    await page.getByRole('button', { name: team['cards.more'].replace('{letter}', letter) }).click();
  await page.getByRole('button', { name: team['vote.show'], exact: true }).click();
}

/** What a press of that button saves. */
async function saved(page: Page, name: string): Promise<{ path: string; file: AttemptFile }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name, exact: true }).click();
  const path = await (await download).path();
  return { path, file: JSON.parse(readFileSync(path, 'utf8')) as AttemptFile };
}

async function openSaved(page: Page, path: string): Promise<void> {
  await page
    .locator('summary')
    .filter({ hasText: words.file('head.none') })
    .click();
  const buffer = readFileSync(path);
  await page.getByLabel(words.file('open')).setInputFiles({ name: 'ours.json', mimeType: 'application/json', buffer });
}

/** Enters a file that is dropped on its field. */
async function dropFile(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel(control['type.file'], { exact: true }).check();
  await page.getByLabel(control['type.team'], { exact: true }).selectOption(name);
  const transfer = await page.evaluateHandle((content) => {
    const made = new DataTransfer();
    made.items.add(new File([content], 'ours.json', { type: 'application/json' }));
    return made;
  }, text);
  await page.getByRole('group', { name: control['type.file.field'] }).dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.getByText('Chosen: ours.json')).toBeVisible();
  await page.getByRole('button', { name: control['type.enter'] }).click();
}

test.describe('a team that no room reaches', () => {
  let workshop: OpenWorkshop;
  test.beforeEach(async () => {
    workshop = await openWorkshop('--case', CASE);
  });
  test.afterEach(() => workshop.stop());

  test('votes and reasons in a packed case, and its file brings them to the board', async ({
    page,
    context,
    caseText,
    trouble,
  }) => {
    const disk = new CasePlayer(await context.newPage(), caseText, packedAddress(CASE));
    await disk.open();
    await disk.page.getByText(team['packed.team'], { exact: true }).click();
    await disk.page.getByRole('radio', { name: '3', exact: true }).check({ force: true });
    await expectNoBarriers(disk.page, 'the size of a team in a packed case', [NARROW_LIGHT]);
    await disk.page.setViewportSize(WIDE);
    await disk.skipFind();
    await disk.take('desk', 'contact');
    await expect(disk.screen('d01')).toBeVisible();
    await vote(disk.page);
    await disk.page.getByLabel(team['talk.why'], { exact: true }).fill(WHY);
    await disk.page.reload();
    await expect(disk.page.getByLabel(team['talk.why'], { exact: true })).toHaveValue(WHY);
    await disk.option('d01', 'b').check();
    await disk.page.getByRole('button', { name: team['talk.decide'] }).click();
    await disk.goOn();
    await disk.page.getByText(team['packed.hand-in'], { exact: true }).click();
    await expect(disk.page.getByText(team['hand-in.file.what.votes'])).toBeVisible();
    await expectNoBarriers(disk.page, 'the result of a team in a packed case', [NARROW_LIGHT]);
    await disk.page.setViewportSize(WIDE);
    const { file, path } = await saved(disk.page, team['hand-in.file.do']);
    const letters = caseText.scene('d01').options.map(({ id }) => id);
    const votes = { options: { [letters[0] ?? '']: 1, [letters[1] ?? '']: 1 }, keptDown: 1 };
    expect(file).toMatchObject({
      schema: 'attempt-file/2',
      team: { people: 3, votes: { d01: votes }, reasons: { d01: { option: 'b', reason: WHY } } },
    });

    const simulated: Record<string, string> = {};
    for (const name of ['Zephyr', 'Qwill'])
      simulated[name] = (await SimulatedTeam.join(workshop.teams, workshop.word, name)).id;
    await page.goto(workshop.control);
    const text = readFileSync(path, 'utf8');
    await dropFile(page, 'Qwill', text.replace(WHY, 'x').replace('"option": "b"', '"option": "a"'));
    await expect(page.getByText(control['file.changed'])).toBeVisible();
    await expectNoBarriers(page, 'a file that is refused');
    await dropFile(page, 'Qwill', text);
    await expect(page.getByText('The result of Qwill is in.')).toBeVisible();
    await dropFile(page, 'Zephyr', text);
    await expect(page.getByText('The same result stands under Qwill.')).toBeVisible();
    await page.getByRole('button', { name: 'Qwill', exact: true }).click();
    await expect(page.getByRole('dialog')).toContainText(control['in.file.reasons']);
    await expect(page.getByRole('dialog')).toContainText(WHY);
    const board = await getBoard(workshop);
    expect(board.handedIn).toMatchObject({ file: [simulated['Qwill']], lan: [], line: [] });
    expect(board.criteria.some(({ teams }) => simulated['Qwill'] !== undefined && simulated['Qwill'] in teams)).toBe(
      true,
    );
    expect(board.decisions.find(({ state }) => state === 'd01')).toMatchObject({
      votes: { counted: 2, keptDown: 1, restsOn: 1 },
      divided: [simulated['Qwill']],
    });

    // The file gives another laptop the votes back.
    await disk.startAgain();
    await openSaved(disk.page, path);
    await disk.goOn();
    await disk.page.getByText(team['packed.hand-in'], { exact: true }).click();
    expect((await saved(disk.page, team['hand-in.file.do'])).file.team).toEqual(file.team);
    await page.goto('about:blank');
    expect(trouble.splice(0).filter((said) => !said.includes('409'))).toEqual([]);
  });
});

test.describe('homework', () => {
  let workshop: Workshop;
  test.beforeEach(async () => {
    workshop = await startWorkshop();
    await workshop.release('briefing', 'find', 'desk', 'reach', 'debrief');
  });
  test.afterEach(async ({ page, trouble }) => {
    await page.goto('about:blank');
    await workshop.stop();
    // The room answers 404 to what is not released; a page that is left breaks off its question for news.
    trouble.splice(0, trouble.length, ...trouble.filter((said) => !/status of 404|net::ERR_/.test(said)));
  });

  test('a team takes its attempt home, and retries there what went wrong', async ({
    page,
    browser,
    baseURL,
    caseText,
  }) => {
    const player = new TeamPlayer(page, caseText, workshop);
    await player.join('Plover', 3);
    await player.throughFind();
    await player.takePlain('desk', 'contact');
    await vote(page);
    await page.getByLabel(team['talk.why'], { exact: true }).fill(WHY);
    await player.option('d01', 'b').check();
    await player.button(team['talk.decide']).click();
    await player.goOnButton.click();
    await player.button(team['hand-in.do']).click();
    await page.getByText(team.home, { exact: true }).click();
    await expectNoBarriers(page, 'taking the attempt home', [NARROW_LIGHT]);
    const { file, path } = await saved(page, team['home.save']);
    expect(file.team).toMatchObject({ people: 3, reasons: { d01: { option: 'b', reason: WHY } } });

    const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) });
    const home = new CasePlayer(await context.newPage(), caseText);
    await home.open();
    await openSaved(home.page, path);
    await home.goOn();
    await home.seeDebrief('end-switched-off');
    // Saved once more, it still holds what the team said, also after a reload.
    await home.page.reload();
    await home.goOn();
    await home.seeDebrief('end-switched-off');
    const again = await saved(home.page, words.debrief('save'));
    expect(again.file.team).toEqual(file.team);
    expect(team['home.retry']).toContain(words.debrief('retry.here'));
    await home.page
      .getByRole('button', { name: new RegExp(`^${words.debrief('retry.here')}`) })
      .first()
      .click();
    await expect(home.page.getByText(words.case('bar.retry', { n: 2 }), { exact: true })).toBeVisible();
    expect((await openAttempt(home.page)).header.retry?.of).toBe(file.log.header.id);
    await context.close();
  });
});
