/**
 * Measures export and verifying in Chromium: an attempt that has kept so many pages is exported at its bench, and what came
 * out is verified on the page for lockers. Says for each how long it took, and the longest task of the page meanwhile. Give
 * the address of a served site; numbers of pages come after it.
 *
 *     node scripts/measure-locker-page.ts http://127.0.0.1:4321/ 10 100 1000
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { playCase } from '#app/reference/play-case.ts';
import { type AttemptEvent, type AttemptLog, recordEvent } from '#core/attempt/attempt-log.ts';
import { createReplay } from '#core/attempt/replay-attempt.ts';
import { identifiersOn } from '#core/evidence/identifiers.ts';
import type { ExerciseAction } from '#core/exercise/exercise-kind.ts';
import { sha256Hex } from '#core/kernel/sha256.ts';
import { readServedAd } from '#core/market/read-served-ad.ts';
import { serveAd } from '#core/market/serve-ad.ts';
import type { PreservationAction } from '#core/preservation/play.ts';
import { findBrowser } from './find-browser.mjs';
import { loadShippedCase } from './load-shipped-case.ts';
import { putAttempt } from './put-attempt.ts';

const CASE = 'quiet-number';
const BENCH = 'preserve';
const WALL = '1970-01-01T00:00:00Z';
const PERSON = { actor: 'Analyst 4', role: 'analyst' } as const;
const PATIENCE = 180_000;

const [site, ...counts] = process.argv.slice(2);
const shipped = loadShippedCase(CASE);
if (!site || !shipped) {
  console.error('Give the address of a served site.');
  process.exit(2);
}
const { material, answers } = shipped;

const executablePath = findBrowser();
const browser: Browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  chromiumSandbox: process.getuid?.() !== 0,
});
const folder = mkdtempSync(join(tmpdir(), 'locker-'));
for (const count of counts.length > 0 ? counts : ['10', '100', '1000']) await measure(Number(count));
await browser.close();
rmSync(folder, { recursive: true });

/** An attempt that has just kept so many pages: the ads of the market, from the first of them again where they run out. */
function attemptWith(count: number): AttemptLog {
  const { scenario, market } = material;
  const played = playCase(material, answers, 'oracle', WALL);
  const bench = played.events.findIndex((event) => event.type === 'exercise.acted' && event.state === BENCH);
  const events: AttemptEvent[] = played.events.slice(0, bench);
  const replay = createReplay(scenario, market);
  let attempt = events.reduce((at, event) => replay.advance(at, event), replay.start());
  const act = (action: PreservationAction) => {
    const deed = { type: 'exercise.acted', state: BENCH, action: action as unknown as ExerciseAction } as const;
    const event = recordEvent({ header: played.header, events }, deed, attempt.clock, WALL);
    events.push(event);
    attempt = replay.advance(attempt, event);
  };
  act({ type: 'authority.noted', legalBasis: 'order on file', ...PERSON });
  act({ type: 'clock.checked', offsetSeconds: 37, ...PERSON });
  for (let n = 0; n < count; n++) {
    const { id: ad = '' } = market.ads[n % market.ads.length] ?? {};
    const item = `EV-${String(n + 1).padStart(3, '0')}`;
    act({ type: 'child-material.checked', ad, ...PERSON });
    const served = serveAd(market, ad, attempt.clock, attempt.world);
    const sha256 = sha256Hex(served.body);
    const identifiers = identifiersOn(ad, readServedAd(served));
    const time = attempt.clock;
    act({ type: 'page.captured', ad, status: served.status, bytes: served.body.length, sha256, ...PERSON });
    act({ type: 'record.written', item, url: served.url, time, identifiers, ...PERSON });
    act({ type: 'hash.verified', item, sha256, ...PERSON });
    act({ type: 'copy.sealed', item, ...PERSON });
  }
  return { header: played.header, events };
}

async function measure(count: number): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await putAttempt(page, `${site}cases/${CASE}/`, attemptWith(count));
  const part = page.getByRole('region', { name: 'Take the locker along', exact: true });
  await part.waitFor({ timeout: PATIENCE });
  const packing = await timed(page, async () => {
    const downloading = page.waitForEvent('download', { timeout: PATIENCE });
    await part.getByRole('button').first().click();
    return downloading;
  });
  const zip = join(folder, `${count}.zip`);
  await packing.value.saveAs(zip);
  await page.goto(`${site}evidence/`);
  await page.locator('astro-island:not([ssr])').first().waitFor();
  const input = page.getByLabel('Choose a zip');
  const verifying = await timed(page, async () => {
    await input.setInputFiles(zip);
    await page.getByRole('heading', { name: 'What was found', exact: true }).waitFor({ timeout: PATIENCE });
  });
  await page.close();
  console.log(`${count} pages, ${statSync(zip).size} bytes: export ${packing.said}; verify ${verifying.said}`);
}

/** How long something takes, and the longest task of the page meanwhile. */
async function timed<Value>(page: Page, run: () => Promise<Value>) {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  const began = performance.now();
  const value = await run();
  const seconds = (performance.now() - began) / 1000;
  const tasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
  const longest = tasks.length > 0 ? `${Math.round(Math.max(...tasks))} ms` : 'under 50 ms';
  return { value, said: `${seconds.toFixed(1)} s, longest task of the page ${longest}` };
}
