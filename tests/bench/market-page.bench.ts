import { type BrowserContext, chromium, type Page } from '@playwright/test';
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
/** Pixels of each frame: as fast as anybody can read a word, and a screen at a time, as when the bar is dragged. */
const STEPS = { read: 150, leafed: 900 } as const;
const WAYS = ['read', 'leafed'] as const;
const SCROLL_MS = 2000;
/** A frame that took longer than this share of its time is late. */
const LATE = 1.5;
const SIZES = { '600': 600, '10k': 10_000, '100k': 100_000 } as const;
type Size = keyof typeof SIZES;

/** A list in a page: what narrows it, and the words that change with it. */
interface ListPage {
  readonly page: Page;
  readonly box: string;
  readonly total: string;
}

/** Frames from a click to the painted list, and late frames of a hundred while it is read, and while one leafs through it. */
interface Smoothness<Figure> {
  readonly clicks: Figure;
  readonly read: Figure;
  readonly leafed: Figure;
}
/** Round by round. */
type Rounds = Smoothness<number[]>;
type Kind = Size | 'window';

let measured: Promise<Record<Kind, Rounds>> | undefined;

/**
 * The page of the market beside a window of recycled rows written by hand, in one browser whose processor is slowed. What
 * is counted in frames has no goal, as it depends on the machine; late frames are held against those of the window.
 */
export const rows: readonly BenchRow[] = [
  ...(Object.keys(SIZES) as Size[]).flatMap((size) => [
    row(`frames-from-click-to-painted-list-of-${size}`, null, (all) => all[size].clicks),
    ...WAYS.flatMap((way) => [
      row(`late-frames-in-a-hundred-${way}-${size}`, null, (all) => all[size][way]),
      row(`late-frames-${way}-${size}-beyond-those-of-a-hand-window`, way === 'read' ? 2 : null, (all) =>
        all[size][way].map((share, round) => share - (all.window[way][round] as number)),
      ),
    ]),
  ]),
  row('frames-from-click-to-painted-hand-window', null, (all) => all.window.clicks),
  ...WAYS.map((way) => row(`late-frames-in-a-hundred-${way}-hand-window`, null, (all) => all.window[way])),
];

function row(name: string, goal: number | null, figures: (all: Record<Kind, Rounds>) => number[]): BenchRow {
  const measure = async () => {
    measured ??= measureAll();
    return summarize(figures(await measured));
  };
  return { name, goal, atMost: true, measure };
}

async function measureAll(): Promise<Record<Kind, Rounds>> {
  const site = await serveBuiltSite();
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const all: Record<Kind, Rounds> = {
      '600': { clicks: [], read: [], leafed: [] },
      '10k': { clicks: [], read: [], leafed: [] },
      '100k': { clicks: [], read: [], leafed: [] },
      window: { clicks: [], read: [], leafed: [] },
    };
    for (let round = 0; round < ROUNDS; round++)
      for (const kind of Object.keys(all) as Kind[]) {
        const list = await (kind === 'window' ? openWindow(context) : openMarket(context, site.address, SIZES[kind]));
        const figures = await useOnce(list);
        for (const figure of ['clicks', ...WAYS] as const) all[kind][figure].push(figures[figure]);
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
  await slowDown(page);
  return { page, box: '.sift__values input', total: '.finds__total' };
}

async function openWindow(context: BrowserContext): Promise<ListPage> {
  const page = await context.newPage();
  const address = 'http://hand-window.test/';
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: handWindow(SIZES['10k']) }));
  await page.goto(address);
  await slowDown(page);
  return { page, box: 'input', total: 'output' };
}

async function slowDown(page: Page): Promise<void> {
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
}

/** The median of some clicks, and late frames of each way to scroll. */
async function useOnce({ page, box, total }: ListPage): Promise<Smoothness<number>> {
  const clicks: number[] = [];
  // The first two clicks compile what all others use.
  for (let n = -2; n < CLICKS; n++) {
    await page.evaluate(rest);
    const time = await page.evaluate(timeClick, { box, total });
    if (n >= 0) clicks.push(time / FRAME);
  }
  return {
    clicks: quantile(clicks, 0.5),
    read: await scroll(page, STEPS.read),
    leafed: await scroll(page, STEPS.leafed),
  };
}

/** Milliseconds from a click on something that narrows the list to the end of the frame that shows the new list. */
function timeClick({ box, total }: { box: string; total: string }): Promise<number> {
  return new Promise((resolve) => {
    const words = document.querySelector(total) as HTMLElement;
    const before = words.textContent;
    const began = performance.now();
    // Asked for before the page asks for frames of its own, so that what it puts off until after the painting comes later.
    const look = () => {
      if (words.textContent === before) {
        requestAnimationFrame(look);
        return;
      }
      const after = new MessageChannel();
      after.port1.onmessage = () => resolve(performance.now() - began);
      after.port2.postMessage(0);
    };
    requestAnimationFrame(look);
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

/** The share of late frames in a hundred while the page is scrolled by so many pixels a frame. */
async function scroll(page: Page, step: number): Promise<number> {
  await page.evaluate(() => scrollTo(0, 0));
  await page.evaluate(rest);
  const intervals = await page.evaluate(scrollBySteps, { step, time: SCROLL_MS });
  return (100 * intervals.filter((interval) => interval > LATE * FRAME).length) / intervals.length;
}

/** Milliseconds between the frames while the page is scrolled by so many pixels in each, back at the end. */
async function scrollBySteps({ step, time }: { step: number; time: number }): Promise<number[]> {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const intervals: number[] = [];
  let by = step;
  let last = performance.now();
  const end = last + time;
  while (last < end) {
    const before = scrollY;
    scrollBy({ top: by, behavior: 'instant' });
    if (scrollY === before) by = -by;
    await frame();
    const now = performance.now();
    intervals.push(now - last);
    last = now;
  }
  // The first two frames are still of what went before.
  return intervals.slice(2);
}
