import { type BrowserContext, chromium, type Page } from '@playwright/test';
import type { TimingRow } from '../../scripts/gate/timing-row.ts';
import { findBrowser } from '../../scripts/site/find-browser.mjs';
import { quantile, summarize } from './harness.ts';
import { handWindow } from './reference/hand-window.ts';
import { serveBuiltSite } from './serve-built-site.ts';

/** How many times slower the processor of the page is made, as on an old laptop. */
const SLOWED = 4;
const FRAME = 1000 / 60;
/** Rounds in each of which every page is used once, so that a machine that is busy for a while is so for all. */
const ROUNDS = 2;
const CLICKS = 3;
/** Pixels per frame: the fastest readable scrolling, and a screen at a time, like dragging the scroll bar. */
const STEPS = { read: 150, leafed: 900 } as const;
type Way = keyof typeof STEPS;
const WAYS = Object.keys(STEPS) as Way[];
const SCROLL_MS = 1500;
/** Pause (ms) before scrolling, while the user looks at the first rows and the page can prepare itself. */
const PAUSE_MS = 700;
/** A frame is late if it takes longer than this multiple of the frame time. */
const LATE_FACTOR = 1.5;
const SIZES = { '600': 600, '10k': 10_000, '100k': 100_000 } as const;
type Size = keyof typeof SIZES;
const KINDS = [...(Object.keys(SIZES) as Size[]), 'window'] as const;

/** A list in a page: what narrows it, and the words that change with it. */
interface ListPage {
  readonly page: Page;
  readonly box: string;
  readonly total: string;
}

/**
 * Frames from a click to the painted list, and percent of late frames while scrolling; the last figure at full speed, in the
 * first round alone.
 */
interface Smoothness {
  readonly clicks: number;
  readonly late: Readonly<Record<Way, number>>;
  readonly lateAtFullSpeed: Readonly<Record<Way, number>> | undefined;
}
type Kind = Size | 'window';
/** Round by round. */
type Rounds = Readonly<Record<Kind, readonly Smoothness[]>>;

let measured: Promise<Rounds> | undefined;

/**
 * The page of the market beside a window of recycled rows written by hand, in one browser, whose processor is slowed
 * but for the rows that say otherwise. What is counted in frames has no goal, as it depends on the machine; late frames
 * are held against those of the window.
 */
export const rows: readonly TimingRow[] = KINDS.flatMap((kind) => {
  const name = kind === 'window' ? 'hand-window' : kind;
  const beyond = (way: Way) =>
    row(`late-frames-${way}-${name}-beyond-those-of-a-hand-window`, way === 'read' ? 2 : null, (all) =>
      all[kind].map(({ late }, round) => late[way] - (all.window[round] as Smoothness).late[way]),
    );
  return [
    row(`frames-from-click-to-painted-list-of-${name}`, null, (all) => all[kind].map(({ clicks }) => clicks)),
    ...WAYS.flatMap((way) => [
      row(`late-frames-in-a-hundred-${way}-${name}`, null, (all) => all[kind].map(({ late }) => late[way])),
      ...(kind === 'window' ? [] : [beyond(way)]),
      row(`late-frames-in-a-hundred-${way}-${name}-at-full-speed`, null, (all) =>
        all[kind].flatMap(({ lateAtFullSpeed }) => lateAtFullSpeed?.[way] ?? []),
      ),
    ]),
  ];
});

function row(name: string, goal: number | null, figures: (all: Rounds) => number[]): TimingRow {
  const measure = async () => {
    measured ??= measureAll();
    return summarize(figures(await measured));
  };
  return { name, goal, atMost: true, measure };
}

async function measureAll(): Promise<Rounds> {
  const site = await serveBuiltSite();
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const all = Object.fromEntries(KINDS.map((kind) => [kind, [] as Smoothness[]])) as Record<Kind, Smoothness[]>;
    for (let round = 0; round < ROUNDS; round++)
      for (const kind of KINDS) {
        const list = await (kind === 'window' ? openWindow(context) : openMarket(context, site.address, SIZES[kind]));
        all[kind].push(await useOnce(list, round === 0));
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
  return { page, box: '.sift__values input', total: '.finds__total' };
}

async function openWindow(context: BrowserContext): Promise<ListPage> {
  const page = await context.newPage();
  const address = 'http://hand-window.test/';
  await page.route(address, (route) => route.fulfill({ contentType: 'text/html', body: handWindow(SIZES['10k']) }));
  await page.goto(address);
  return { page, box: 'input', total: 'output' };
}

/** With the slowed processor the median of some clicks, and late frames; then late frames at full speed. */
async function useOnce(list: ListPage, alsoAtFullSpeed: boolean): Promise<Smoothness> {
  const protocol = await list.page.context().newCDPSession(list.page);
  const runAt = (rate: number) => protocol.send('Emulation.setCPUThrottlingRate', { rate });
  await runAt(SLOWED);
  const clicks = await countClickFrames(list);
  const late = await scrollAllWays(list.page);
  await runAt(1);
  return { clicks, late, lateAtFullSpeed: alsoAtFullSpeed ? await scrollAllWays(list.page) : undefined };
}

async function countClickFrames({ page, box, total }: ListPage): Promise<number> {
  const clicks: number[] = [];
  // The first click compiles what all others use.
  for (let n = -1; n < CLICKS; n++) {
    await page.evaluate(rest);
    const time = await page.evaluate(timeClick, { box, total });
    if (n >= 0) clicks.push(time / FRAME);
  }
  return quantile(clicks, 0.5);
}

async function scrollAllWays(page: Page): Promise<Record<Way, number>> {
  const late = { read: 0, leafed: 0 };
  for (const way of WAYS) late[way] = await scroll(page, STEPS[way]);
  return late;
}

/** Milliseconds from a click on something that narrows the list to the end of the frame that shows the new list. */
function timeClick({ box, total }: { box: string; total: string }): Promise<number> {
  return new Promise((resolve) => {
    const words = document.querySelector(total) as HTMLElement;
    const before = words.textContent;
    const began = performance.now();
    // Asked for before the page asks for frames of its own, so that what it puts off until after the painting comes
    // later.
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

/**
 * Waits until the page is idle, or for a short idle time while it still fills its list: no user clicks faster. Where nothing is
 * painted after a click, a browser without a screen may forget to say that it is idle, so it is given a second to do so.
 */
function rest(): Promise<void> {
  return new Promise((resolve) => {
    let moments = 0;
    const look = () => {
      moments += 1;
      if (moments < 6) requestIdleCallback(look, { timeout: 1000 });
      else resolve();
    };
    requestIdleCallback(look, { timeout: 1000 });
  });
}

/** Percent of late frames while the page is scrolled by `step` pixels per frame. */
async function scroll(page: Page, step: number): Promise<number> {
  await page.evaluate(() => scrollTo(0, 0));
  // A hand rests between two movements; what the page does meanwhile is part of the measurement.
  await page.waitForTimeout(PAUSE_MS);
  await page.evaluate(rest);
  const intervals = await page.evaluate(scrollBySteps, { step, time: SCROLL_MS });
  return (100 * intervals.filter((interval) => interval > LATE_FACTOR * FRAME).length) / intervals.length;
}

/** Frame intervals (ms) while the page is scrolled by `step` pixels per frame, back at the end. */
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
  // The first two frames still belong to the work before.
  return intervals.slice(2);
}
