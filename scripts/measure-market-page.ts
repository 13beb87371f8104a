/**
 * Measures the page of the market in Chromium with its processor slowed four times: frames from a click to the painted
 * list, and late frames while the list scrolls. Give the address of a served site; sizes come after it.
 *
 *     node scripts/measure-market-page.ts http://127.0.0.1:4321/ 600 10000
 */
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { findBrowser } from './find-browser.mjs';

const SLOWED = 4;
const FRAME = 1000 / 60;
const CLICKS = 12;
const FLINGS = 6;

const [site, ...sizes] = process.argv.slice(2);
if (!site) {
  console.error('Give the address of a served site.');
  process.exit(2);
}

const executablePath = findBrowser();
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  chromiumSandbox: process.getuid?.() !== 0,
});
for (const size of sizes.length > 0 ? sizes : ['600', '10000']) await measure(Number(size));
await browser.close();

async function measure(size: number): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`${site}market/?market=BUY&size=${size}&share=PRACTICE&seed=measured`);
  await page.locator('.find').first().waitFor({ timeout: 120_000 });
  const whole = size <= 10_000 ? size : 1000;
  await page.waitForFunction((count) => document.querySelectorAll('.find').length >= count, whole, {
    timeout: 120_000,
  });
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  const clicks: number[] = [];
  for (let n = 0; n < CLICKS; n++) clicks.push(await timeClick(page));
  const intervals = await scroll(page, protocol);
  const late = intervals.filter((interval) => interval > 1.5 * FRAME).length;
  const sorted = clicks.toSorted((a, b) => a - b);
  const frames = (time: number | undefined) => ((time ?? 0) / FRAME).toFixed(1);
  console.log(
    `${size} ads: click to painted list, frames of 60 a second: median ${frames(sorted[CLICKS >> 1])}, worst ${frames(sorted.at(-1))}; ` +
      `scrolling: ${late} of ${intervals.length} frames late (${((100 * late) / intervals.length).toFixed(1)} %)`,
  );
  await page.close();
}

/** Milliseconds from the click on a town to the frame after the one in which the first section of the list was written. */
function timeClick(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const box = document.querySelector<HTMLInputElement>('.sift__values input') as HTMLInputElement;
        const rows = document.querySelector('.finds__rows') as Element;
        const began = performance.now();
        new MutationObserver((_, observer) => {
          observer.disconnect();
          requestAnimationFrame(() => {
            const after = new MessageChannel();
            after.port1.onmessage = () => resolve(performance.now() - began);
            after.port2.postMessage(0);
          });
        }).observe(rows, { childList: true });
        box.click();
      }),
  );
}

async function scroll(page: Page, protocol: CDPSession): Promise<number[]> {
  // What the clicks left to do is not part of the scrolling.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { frameTimes: times });
    const note = (time: number) => {
      times.push(time);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  for (let n = 0; n < FLINGS; n++)
    await protocol.send('Input.synthesizeScrollGesture', {
      x: 800,
      y: 600,
      yDistance: -4000,
      speed: 4000,
      gestureSourceType: 'mouse',
    });
  return page.evaluate(() => {
    const { frameTimes } = globalThis as unknown as { frameTimes: number[] };
    return frameTimes.slice(1).map((time, n) => time - (frameTimes[n] as number));
  });
}
