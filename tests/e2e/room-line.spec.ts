import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { attemptFileOf } from '#case/attempt-file/model/attempt-file.ts';
import { openAnswers } from '#case/play/use-cases/open-answers.ts';
import { playCase } from '#case/reference-players/use-cases/play-case.ts';
import { type QrPath, qrPath } from '#kernel/formats/qr/qr-path.ts';
import { required } from '#kernel/model/invariant.ts';
import { createResultLines } from '#room/model/result-line.ts';
import { lineCode } from '#room/use-cases/line-code.ts';
import control from '#words/room/control.json' with { type: 'json' };
import team from '#words/room/workshop.json' with { type: 'json' };
import { caseOfSite, createSiteParts } from '../../scripts/room/case-of-room.ts';
import { DIST } from '../../scripts/site/build.ts';
import { findBrowser } from '../../scripts/site/find-browser.mjs';
import { CASE } from '../support/browser/case-text.ts';
import { words } from '../support/browser/case-words.ts';
import { expectNoBarriers, NARROW_LIGHT } from '../support/browser/find-barriers.ts';
import { packedAddress } from '../support/browser/packed-case.ts';
import { expect, test } from '../support/browser/test.ts';
import { KINDS, withKinds } from '../support/builders/kinds.ts';
import { writeCodeVideo } from '../support/room/code-video.ts';
import { getBoard } from '../support/room/get-board.ts';
import { type OpenWorkshop, openWorkshop } from '../support/room/open-workshop.ts';
import { SimulatedTeam } from '../support/room/simulated-team.ts';

/** What the browser takes for its camera. It reads the file anew whenever a page opens the camera. */
const CAMERA = join(tmpdir(), `checkathon-camera-${process.pid}.y4m`);
const executablePath = findBrowser();
const OWN_BROWSER = { ...(executablePath && { executablePath }), chromiumSandbox: process.getuid?.() !== 0 };

test.use({
  launchOptions: {
    ...OWN_BROWSER,
    args: [
      '--disable-gpu',
      // Nobody is there to answer whether a page may use the camera.
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${CAMERA}`,
    ],
  },
});

let workshop: OpenWorkshop;
test.beforeEach(async () => {
  workshop = await openWorkshop('--case', CASE);
});
test.afterEach(async ({ page }) => {
  // The control page waits for news of the room, and would find it gone.
  await page.goto('about:blank');
  await workshop.stop();
});
test.afterAll(() => rmSync(CAMERA, { force: true }));

async function theCase() {
  const part = required(caseOfSite(DIST, CASE), `case ${CASE} of the built site`);
  const answers = await openAnswers(createSiteParts(DIST, CASE), part);
  const played = (player: 'honest' | 'first', id: string) =>
    playCase(withKinds(part), answers, player, '2026-01-01T00:00:00.000Z', id);
  const lines = createResultLines({ ...part, kinds: KINDS });
  const codeOf = (log: Parameters<typeof lines.write>[0]) => lineCode(required(lines.write(log), 'a line').split(' '));
  return { part, played, lines, codeOf };
}

const A_LINE = /^[0-9A-Z]{5}(?: [0-9A-Z]{5})+$/;
const dialog = (page: Page) => page.getByRole('dialog', { name: control.camera });

/** Opens the camera with the keyboard alone, before which these codes are held, each for a second. */
async function lookAt(page: Page, ...codes: readonly QrPath[]): Promise<void> {
  writeCodeVideo(CAMERA, codes);
  await page.getByRole('button', { name: control['type.camera'] }).press('Enter');
  await expect(dialog(page)).toBeVisible();
}

async function closeCamera(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByRole('button', { name: control['type.camera'] })).toBeFocused();
}

async function enterFor(page: Page, name: string): Promise<void> {
  await expect(dialog(page).getByText(control['camera.read'])).toBeVisible();
  await expect(dialog(page).getByLabel(control['type.team'])).toBeFocused();
  await dialog(page).getByLabel(control['type.team']).selectOption(name);
  await dialog(page).getByRole('button', { name: control['type.enter'] }).press('Enter');
}

/** The code as the page draws it. */
async function shownCode(page: Page): Promise<QrPath> {
  const drawn = page.getByRole('img', { name: team['hand-in.code'] });
  const size = Number((await drawn.getAttribute('viewBox'))?.split(' ')[2]);
  return { size, path: (await drawn.locator('path').getAttribute('d')) ?? '' };
}

test('a packed case shows its result as a code, and the camera brings it to the board', async ({ page, context }) => {
  const { played, lines } = await theCase();
  const log = played('honest', 'camera');
  const disk = await context.newPage();
  await disk.goto(packedAddress(CASE));
  await expect(disk.getByText(words.case('offline.ready'), { exact: true })).toBeVisible();
  await disk
    .locator('summary')
    .filter({ hasText: words.file('head.none') })
    .click();
  const text = JSON.stringify(attemptFileOf({ log, saved: '' }));
  await disk
    .getByLabel(words.file('open'))
    .setInputFiles({ name: 'camera.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await disk.getByRole('button', { name: words.reach('go-on') }).click();
  await disk.getByText(team['packed.hand-in'], { exact: true }).click();
  await expectNoBarriers(disk, 'the result of a packed case', [NARROW_LIGHT]);
  const code = await shownCode(disk);

  await SimulatedTeam.join(workshop.teams, workshop.word, 'Zephyr');
  const other = await SimulatedTeam.join(workshop.teams, workshop.word, 'Qwill');
  await page.goto(workshop.control);
  await lookAt(page, code);
  await enterFor(page, 'Qwill');
  await expect(dialog(page).getByText('The result of Qwill is in.')).toBeVisible();
  await closeCamera(page);
  const { handedIn, decisions, path } = await getBoard(workshop);
  expect(handedIn).toEqual({ lan: [], line: [other.id], file: [], paper: [] });
  const told = lines.read(required(lines.write(log), 'a line'));
  const choices = told.ok ? told.told.choices : [];
  for (const { state, options } of decisions)
    expect(
      options.filter(({ teams }) => teams.length > 0).map(({ option }) => option),
      state,
    ).toEqual(choices.filter((choice) => choice.state === state).map(({ option }) => option));
  expect(path.ended).toBe(1);
});

test('several lines are read one after another, and each goes to the team that is chosen', async ({
  page,
  trouble,
}) => {
  const { played, codeOf } = await theCase();
  const codes = [codeOf(played('honest', 'one')), codeOf(played('first', 'two'))];
  for (const name of ['Zephyr', 'Qwill', 'Plovrex']) await SimulatedTeam.join(workshop.teams, workshop.word, name);
  await page.goto(workshop.control);
  await lookAt(page, ...codes);
  await expect(dialog(page).getByText(control['camera.read'])).toBeVisible();
  await expectNoBarriers(page, 'a line that is read by the camera');
  await dialog(page).getByRole('button', { name: control['type.enter'] }).press('Enter');
  await expect(dialog(page).getByText(control['type.no-team'])).toBeVisible();
  for (const name of ['Zephyr', 'Qwill']) {
    const line = (await dialog(page).getByText(A_LINE).textContent()) ?? '';
    await enterFor(page, name);
    // The next code is read as soon as this line is entered.
    await expect(dialog(page).getByText(line)).toHaveCount(0);
    await expect(dialog(page).getByText(A_LINE)).toBeVisible();
  }

  // The first code comes round again: it is the result of another team, and is refused.
  await enterFor(page, 'Plovrex');
  await expect(dialog(page).getByText('The same result stands under Zephyr.')).toBeVisible();
  await closeCamera(page);
  const { handedIn, notHandedIn } = await getBoard(workshop);
  expect(handedIn.line).toHaveLength(2);
  expect(notHandedIn).toHaveLength(1);
  expect(trouble.splice(0).filter((said) => !said.includes('409'))).toEqual([]);
});

test('a code that holds something else, and a line that is damaged or of another case, are named', async ({ page }) => {
  const { part, played, lines } = await theCase();
  const groups = required(lines.write(played('honest', 'one')), 'a line').split(' ');
  const elsewhere = createResultLines({ ...part, scenario: { ...part.scenario, id: 'elsewhere' }, kinds: KINDS });
  const older = createResultLines({ ...part, scenario: { ...part.scenario, hash: '0'.repeat(64) }, kinds: KINDS });
  const lineOf = (of: typeof lines) => required(of.write(played('honest', 'one')), 'a line').split(' ');
  await SimulatedTeam.join(workshop.teams, workshop.word, 'Zephyr');
  await page.goto(workshop.control);
  for (const [code, said] of [
    [qrPath(`${workshop.teams}#word=${workshop.word}`), control['camera.foreign']],
    [lineCode(groups.with(1, required(groups[2], 'a third group'))), control['camera.damaged']],
    [lineCode(groups.slice(0, -1)), control['camera.damaged']],
    [lineCode(lineOf(elsewhere)), control['line.other-case']],
    [lineCode(lineOf(older)), control['line.other-version']],
  ] as const) {
    await lookAt(page, code);
    await expect(dialog(page).getByRole('alert').getByText(said)).toBeVisible();
    await expect(dialog(page).getByLabel(control['type.team'])).toHaveCount(0);
    await closeCamera(page);
  }
  await expect(page.getByText('Handed in by result line')).toHaveCount(0);
});

test('a camera that is refused or that is not there is named, and the line can still be typed', async ({
  page: _,
  playwright,
}) => {
  for (const [args, said] of [
    [['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream=deny'], control['camera.refused']],
    [['--use-fake-ui-for-media-stream'], control['camera.none']],
  ] as const) {
    const browser = await playwright.chromium.launch({ ...OWN_BROWSER, args: ['--disable-gpu', ...args] });
    const page = await browser.newPage();
    await page.goto(workshop.control);
    await page.getByRole('button', { name: control['type.camera'] }).press('Enter');
    await expect(dialog(page).getByRole('alert').getByText(said)).toBeVisible();
    await expectNoBarriers(page, said, [NARROW_LIGHT]);
    await closeCamera(page);
    await expect(page.getByLabel(control['type.line.field'])).toBeEditable();
    await browser.close();
  }
});
