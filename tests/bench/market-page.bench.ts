import { type Browser, type CDPSession, chromium, type Page } from '@playwright/test';
import type { BenchRow, Measured } from '../../scripts/bench-row.ts';
import { findBrowser } from '../../scripts/find-browser.mjs';
import { summarize } from './harness.ts';
import { handWindow } from './reference/hand-window.ts';
import { serveBuiltSite } from './serve-built-site.ts';

/** How many times slower the processor of the page is made, as on an old laptop. */
const SLOWED = 4;
const FRAME = 1000 / 60;
const CLICKS = 15;
/** A frame that took longer than this share of its time is late. */
const LATE = 1.5;
const FLINGS = 8;
const SIZES = { '600': 600, '10k': 10_000, '100k': 100_000 } as const;

/** A list in a page: what narrows it, and the words that change with it. */
interface ListPage {
  readonly address: string;
  readonly box: string;
  readonly total: string;
  isWhole(page: Page): Promise<unknown>;
}

interface Smoothness {
  readonly framesAfterClick: Measured;
  /** Late frames of a hundred while it scrolls, fling by fling. */
  readonly lateFrames: Measured;
}

const measured = new Map<string, Promise<Smoothness>>();

/**
 * The page of the market beside a window of recycled rows written by hand, in one browser whose processor is slowed. What
 * is counted in frames has no goal, as it depends on the machine; late frames are held against those of the window.
 */
export const rows: readonly BenchRow[] = [
  ...Object.keys(SIZES).flatMap((size) => [
    frames(`frames-from-click-to-painted-list-of-${size}`, size),
    late(`late-frames-in-a-hundred-scrolling-${size}`, size),
    {
      name: `late-frames-of-${size}-beyond-those-of-a-hand-window`,
      goal: 2,
      atMost: true,
      measure: async () => {
        const [ours, window] = [await smoothnessOf(size), await smoothnessOf('window')];
        const beyond = (figure: number) => figure - window.lateFrames.ratio;
        const { ratio, q1, q3 } = ours.lateFrames;
        return { ratio: beyond(ratio), q1: beyond(q1), q3: beyond(q3) };
      },
    },
  ]),
  frames('frames-from-click-to-painted-hand-window', 'window'),
  late('late-frames-in-a-hundred-scrolling-a-hand-window', 'window'),
];

function frames(name: string, size: string): BenchRow {
  return { name, goal: null, atMost: true, measure: async () => (await smoothnessOf(size)).framesAfterClick };
}

function late(name: string, size: string): BenchRow {
  return { name, goal: null, atMost: true, measure: async () => (await smoothnessOf(size)).lateFrames };
}

function smoothnessOf(size: string): Promise<Smoothness> {
  const known = measured.get(size) ?? measure(size);
  measured.set(size, known);
  return known;
}

async function measure(size: string): Promise<Smoothness> {
  const site = await serveBuiltSite();
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const list =
      size === 'window' ? await windowPage(browser) : marketPage(site.address, SIZES[size as keyof typeof SIZES]);
    return await measurePage(browser, list);
  } finally {
    await browser.close();
    await site.close();
  }
}

function marketPage(site: string, size: number): ListPage {
  const whole = size <= 10_000 ? size : 1000;
  return {
    address: `${site}market/?market=BUY&size=${size}&share=PRACTICE&seed=measured`,
    box: '.sift__values input',
    total: '.finds__total',
    isWhole: (page) =>
      page.waitForFunction((count) => document.querySelectorAll('.find').length >= count, whole, { timeout: 120_000 }),
  };
}

async function windowPage(browser: Browser): Promise<ListPage> {
  const address = 'http://hand-window.test/';
  const context = browser.contexts()[0] ?? (await browser.newContext({ viewport: { width: 1280, height: 900 } }));
  await context.route(address, (route) => route.fulfill({ contentType: 'text/html', body: handWindow(SIZES['10k']) }));
  return { address, box: 'input', total: 'output', isWhole: (page) => page.locator('article').first().waitFor() };
}

async function measurePage(browser: Browser, { address, box, total, isWhole }: ListPage): Promise<Smoothness> {
  const context = browser.contexts()[0] ?? (await browser.newContext({ viewport: { width: 1280, height: 900 } }));
  const page = await context.newPage();
  await page.goto(address);
  await isWhole(page);
  const protocol = await context.newCDPSession(page);
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  const clicks: number[] = [];
  // The first clicks compile what all others use.
  for (let n = -3; n < CLICKS; n++) {
    const time = await page.evaluate(timeClick, { box, total });
    if (n >= 0) clicks.push(time / FRAME);
    await page.evaluate(becomeQuiet);
  }
  const shares = await scroll(page, protocol);
  return { framesAfterClick: summarize(clicks), lateFrames: summarize(shares) };
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

/** Waits until nothing is left to do: a person looks at a list before narrowing it again. */
function becomeQuiet(): Promise<void> {
  return new Promise((resolve) => {
    let quiet = 0;
    const look = (deadline: IdleDeadline) => {
      quiet = deadline.timeRemaining() > 8 ? quiet + 1 : 0;
      if (quiet < 20) requestIdleCallback(look);
      else resolve();
    };
    requestIdleCallback(look);
  });
}

/** The share of late frames in a hundred, for each of some flings down the page. */
async function scroll(page: Page, protocol: CDPSession): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(globalThis, { frameTimes: times });
    const note = (time: number) => {
      times.push(time);
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
  const shares: number[] = [];
  for (let n = 0; n < FLINGS; n++) {
    await page.evaluate(() => (globalThis as unknown as { frameTimes: number[] }).frameTimes.splice(0));
    await protocol.send('Input.synthesizeScrollGesture', {
      x: 800,
      y: 600,
      yDistance: -8000,
      speed: 4000,
      gestureSourceType: 'mouse',
    });
    const times = await page.evaluate(() => (globalThis as unknown as { frameTimes: number[] }).frameTimes);
    const intervals = times.slice(1).map((time, at) => time - (times[at] as number));
    shares.push((100 * intervals.filter((interval) => interval > LATE * FRAME).length) / intervals.length);
  }
  return shares;
}
