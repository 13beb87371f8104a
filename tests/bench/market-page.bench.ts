import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import type { BenchRow } from '../../scripts/bench-row.ts';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { quantile, summarize } from './harness.ts';
import { handWindow } from './reference/hand-window.ts';
import { serveBuiltSite } from './serve-built-site.ts';

/** How many times slower the processor of the page is made, as on an old laptop. */
const SLOWED = 4;
const FRAME = 1000 / 60;
/** Rounds in each of which every page is used once, so that a machine that is busy for a while is so for all. */
const ROUNDS = 4;
const CLICKS = 5;
const FLINGS = 2;
/** A frame that took longer than this share of its time is late. */
const LATE = 1.5;
const SIZES = { '600': 600, '10k': 10_000, '100k': 100_000 } as const;
type Size = keyof typeof SIZES;

/** A list in a page: what narrows it, and the words that change with it. */
interface ListPage {
  readonly page: Page;
  readonly protocol: CDPSession;
  readonly box: string;
  readonly total: string;
}

/** Round by round: frames from a click to the painted list, and late frames of a hundred while it scrolls. */
interface Smoothness {
  readonly clicks: number[];
  readonly late: number[];
}
type Kind = Size | 'window';

let measured: Promise<Record<Kind, Smoothness>> | undefined;

/**
 * The page of the market beside a window of recycled rows written by hand, in one browser whose processor is slowed. What
 * is counted in frames has no goal, as it depends on the machine; late frames are held against those of the window.
 */
export const rows: readonly BenchRow[] = [
  ...(Object.keys(SIZES) as Size[]).flatMap((size) => [
    row(`frames-from-click-to-painted-list-of-${size}`, null, (all) => all[size].clicks),
    row(`late-frames-in-a-hundred-scrolling-${size}`, null, (all) => all[size].late),
    row(`late-frames-of-${size}-beyond-those-of-a-hand-window`, 2, (all) =>
      all[size].late.map((share, round) => share - (all.window.late[round] as number)),
    ),
  ]),
  row('frames-from-click-to-painted-hand-window', null, (all) => all.window.clicks),
  row('late-frames-in-a-hundred-scrolling-a-hand-window', null, (all) => all.window.late),
];

function row(name: string, goal: number | null, figures: (all: Record<Kind, Smoothness>) => number[]): BenchRow {
  const measure = async () => {
    measured ??= measureAll();
    return summarize(figures(await measured));
  };
  return { name, goal, atMost: true, measure };
}

async function measureAll(): Promise<Record<Kind, Smoothness>> {
  const site = await serveBuiltSite();
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const all: Record<Kind, Smoothness> = {
      '600': { clicks: [], late: [] },
      '10k': { clicks: [], late: [] },
      '100k': { clicks: [], late: [] },
      window: { clicks: [], late: [] },
    };
    for (let round = 0; round < ROUNDS; round++)
      for (const kind of Object.keys(all) as Kind[]) {
        const list = await (kind === 'window' ? openWindow(context) : openMarket(context, site.address, SIZES[kind]));
        const { clicks, late } = await useOnce(list);
        all[kind].clicks.push(clicks);
        all[kind].late.push(late);
        await list.page.close();
      }
    return all;
  } finally {
    await browser.close();
    await site.close();
  }
}

async function openMarket(context: BrowserContext, site: string, size: number): Promise<ListPage> {
  const page = await context.newPage();
  await page.goto(`${site}market/?market=BUY&size=${size}&share=PRACTICE&seed=measured`);
  const whole = size <= 10_000 ? size : 1000;
  await page.waitForFunction((count) => document.querySelectorAll('.find').length >= count, whole, {
    timeout: 120_000,
  });
  return { page, protocol: await slowDown(page), box: '.sift__values input', total: '.finds__total' };
}

async function openWindow(context: BrowserContext): Promise<ListPage> {
  const page = await context.newPage();
  const address = 'http://hand-window.test/';
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: handWindow(SIZES['10k']) }));
  await page.goto(address);
  return { page, protocol: await slowDown(page), box: 'input', total: 'output' };
}

async function slowDown(page: Page): Promise<CDPSession> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  return protocol;
}

/** Medians of some clicks and some flings. */
async function useOnce({ page, protocol, box, total }: ListPage): Promise<{ clicks: number; late: number }> {
  const clicks: number[] = [];
  // The first two clicks compile what all others use.
  for (let n = -2; n < CLICKS; n++) {
    await page.evaluate(rest);
    const time = await page.evaluate(timeClick, { box, total });
    if (n >= 0) clicks.push(time / FRAME);
  }
  await page.evaluate(rest);
  return { clicks: quantile(clicks, 0.5), late: await scroll(page, protocol) };
}

/** Milliseconds from a click on something that narrows the list to the end of the frame that shows the new list. */
function timeClick({ box, total }: { box: string; total: string }): Promise<number> {
  return new Promise((resolve) => {
    const words = document.querySelector(total) as HTMLElement;
    const before = words.textContent;
    const began = performance.now();
    new MutationObserver((_, observer) => {
      if (words.textContent === before) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        // Before anything that the page has put off until after the painting.
        after.port1.onmessage = () => resolve(performance.now() - began);
        after.port2.postMessage(0);
      });
    }).observe(words, { childList: true, characterData: true, subtree: true });
    document.querySelector<HTMLInputElement>(box)?.click();
  });
}

/** Waits until the page is at rest, or for some moments of rest while it still fills its list: nobody clicks faster. */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    let moments = 0;
    const look = () => {
      moments += 1;
      if (moments < 12) requestIdleCallback(look);
      else resolve();
    };
    requestIdleCallback(look);
  });
}

/** The share of late frames in a hundred while the page is flung down some times. */
async function scroll(page: Page, protocol: CDPSession): Promise<number> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { frameTimes: times });
    const note = (time: number) => {
      if ((globalThis as unknown as { frameTimes: number[] }).frameTimes !== times) return;
      times.push(time);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  for (let n = 0; n < FLINGS; n++)
    await protocol.send('Input.synthesizeScrollGesture', {
      x: 800,
      y: 600,
      yDistance: -8000,
      speed: 4000,
      gestureSourceType: 'mouse',
    });
  const times = await page.evaluate(() => {
    const noted = (globalThis as unknown as { frameTimes: number[] }).frameTimes;
    Object.assign(globalThis, { frameTimes: [] });
    return noted;
  });
  const intervals = times.slice(1).map((time, at) => time - (times[at] as number));
  return (100 * intervals.filter((interval) => interval > LATE * FRAME).length) / intervals.length;
}
