import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import type { AttemptEvent } from '#case/attempt/model/attempt-log.ts';
import { caseOfSite } from '../../scripts/room/case-of-room.ts';
import { DIST } from '../../scripts/site/build.ts';
import { findBrowser } from '../../scripts/site/find-browser.mjs';
import { CASE, CaseText } from '../support/browser/case-text.ts';
import { words } from '../support/browser/case-words.ts';
import { TeamPlayer } from '../support/browser/team-player.ts';
import { startWorkshop, type Workshop } from '../support/browser/workshop.ts';
import { inFull } from '../support/in-full.ts';

const KILLS = inFull(20, 2);
const BROWSER = findBrowser();
const profile = mkdtempSync(join(tmpdir(), 'checkathon-profile-'));
afterAll(() => rmSync(profile, { recursive: true, force: true }));

/** A browser of its own, with a profile that outlives it. */
interface Running {
  readonly child: ChildProcess;
  readonly page: Page;
}

let running: Running | undefined;
let workshop: Workshop | undefined;
afterEach(async () => {
  if (running) await kill(running);
  await workshop?.stop();
});

async function startBrowser(): Promise<Running> {
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0', '--window-size=1400,1000'];
  const map = '--host-resolver-rules=MAP room.example 127.0.0.1';
  const child = spawn(BROWSER ?? '', [...args, map, `--user-data-dir=${profile}`, 'about:blank'], { detached: true });
  let said = '';
  const address = await new Promise<string>((found, failed) => {
    child.stderr.on('data', (part) => {
      said += String(part);
      const at = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (at) found(at);
    });
    child.once('exit', (code) => failed(new Error(`The browser ended with ${code}: ${said}`)));
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (!context) throw new Error('The browser has no context.');
  return { child, page: await context.newPage() };
}

/** Kills the browser with all its processes, as a power cut does: it can write nothing more. */
const kill = ({ child }: Running) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.removeAllListeners('exit').on('exit', () => done());
    process.kill(-(child.pid as number), 'SIGKILL');
  });

/** What the room has of the attempt on its disk. */
const kept = (own: Workshop): AttemptEvent[] =>
  own.lines().flatMap((line) => (line.type === 'attempt.extended' ? line.events : []));

describe.skipIf(!BROWSER || process.platform === 'win32' || !existsSync(join(DIST, 'index.html')))(
  'the browser of a team, killed while it plays',
  () => {
    it('goes on with all that the room has acknowledged', async () => {
      const part = caseOfSite(DIST, CASE);
      if (!part) throw new Error(`The site has no case ${CASE}.`);
      const own = await startWorkshop('--freely');
      workshop = own;
      const ads = part.market.ads.filter(({ withheld }) => !withheld).map(({ id }) => id);
      for (let round = 0; round <= KILLS; round++) {
        const before = kept(own);
        running = await startBrowser();
        const team = new TeamPlayer(running.page, new CaseText(part), own);
        await enter(team, own, round);

        const ad = ads[round] ?? '';
        await team.find.open(ad);
        await team.find.judge('check', 1);
        // Acknowledged: the disk of the room has an act about this ad.
        await expect.poll(() => JSON.stringify(kept(own))).toMatch(new RegExp(`"type":"ad.judged"[^{}]*"ad":"${ad}"`));
        expect(kept(own).slice(0, before.length)).toEqual(before);
        expect(kept(own).map(({ seq }) => seq)).toEqual(kept(own).map((_, at) => at + 1));
        expect(await running.page.getByText(words.team('refused'), { exact: true }).count()).toBe(0);
        await kill(running);
      }
    });
  },
);

/** Joins, or goes on: by what the browser has kept, or with the code of the team where it has kept nothing. */
async function enter(team: TeamPlayer, own: Workshop, round: number): Promise<void> {
  if (round === 0) {
    await team.join('Plover', 2);
    return team.begin();
  }
  const { page } = team;
  await page.goto(own.invitation);
  const goOn = team.button(words.team('join.joined.go'));
  await goOn.or(page.getByLabel(words.team('join.name'))).waitFor();
  if ((await goOn.count()) === 0) return team.joinAgain('Plover', 2);
  await goOn.click();
  await team.inRoom();
}
