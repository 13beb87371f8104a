import type { Browser, BrowserContextOptions } from '@playwright/test';

/**
 * A slow line and an old phone: 150 ms to any server, 1.6 Mbit/s of which nine tenths arrive, a quarter of the speed.
 */
const LINE = {
  offline: false,
  latency: 150,
  downloadThroughput: ((1.6e6 / 8) * 9) / 10,
  uploadThroughput: ((750e3 / 8) * 9) / 10,
};
/** A device at that line. */
export interface Device {
  readonly options: BrowserContextOptions;
  /** How many times slower than this machine it computes. */
  readonly slowed: number;
}
const PHONE: Device = {
  options: {
    viewport: { width: 412, height: 823 },
    isMobile: true,
    hasTouch: true,
    deviceScaleFactor: 1.75,
    // A worker that keeps the site would fetch all of it behind what is measured.
    serviceWorkers: 'block',
  },
  slowed: 4,
};
/** One of many laptops that share a small line, in a room. */
export const LAPTOP: Device = {
  options: { viewport: { width: 1280, height: 800 }, serviceWorkers: 'block' },
  slowed: 1,
};
/** Observation time (ms) after the next scene has appeared, in which its controls become interactive. */
const OBSERVE_MS = 3000;

/** Timings of one visit of a page, in milliseconds from its opening. */
export interface Visit {
  /** Until the first words were on the screen. */
  readonly painted: number;
  /** Until the button or link was painted and enabled; it was pressed then. */
  readonly pressed: number;
  /** Until the next scene was painted. */
  readonly nextScene: number;
  /** Until a control of that scene could be used. */
  readonly awake: number;
  /** Number of requests before the button was pressed. */
  readonly requests: number;
  /** Bytes received before it was pressed. */
  readonly bytes: number;
  /** Layout shift score from the next scene until its controls were enabled, while the fonts arrive. */
  readonly movedBefore: number;
  /** Layout shift score from then on. */
  readonly moved: number;
}

export interface Looked {
  /** The words of a button, or the selector of a link. */
  readonly press: string;
  /** Title of the next scene. */
  readonly title: string;
}

/** Opens a page with an empty cache on a slow phone, presses as early as possible, and waits for the next scene. */
export const visitOnSlowPhone = (browser: Browser, address: string, looked: Looked): Promise<Visit> =>
  visitOn(PHONE, browser, address, looked);

/** Does the same on another device. */
export async function visitOn(device: Device, browser: Browser, address: string, looked: Looked): Promise<Visit> {
  const context = await browser.newContext(device.options);
  try {
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    let requests = 0;
    let bytes = 0;
    line.on('Network.requestWillBeSent', () => (requests += 1));
    line.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await line.send('Network.enable');
    await line.send('Network.emulateNetworkConditions', LINE);
    await line.send('Emulation.setCPUThrottlingRate', { rate: device.slowed });

    const times: Partial<Record<'opened' | 'painted' | 'pressed' | 'nextScene' | 'awake', number>> = {};
    let before: { requests: number; bytes: number } | undefined;
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    await page.exposeFunction('tell', (name: keyof typeof times, at: number) => {
      times[name] ??= at;
      if (name === 'pressed') before ??= { requests, bytes };
      if (name === 'awake') arrive();
    });
    await page.addInitScript(pressAndTell, looked);
    await page.goto(address, { waitUntil: 'commit' });
    // What does not come within a minute is a fault, and no measurement.
    await Promise.race([arrived, page.waitForTimeout(60_000).then(() => Promise.reject(new Error('no next scene')))]);
    // What moves late is looked for so long: the time is part of the measurement.
    await page.waitForTimeout(OBSERVE_MS);
    const { before: movedBefore, since: moved } = await page.evaluate(
      () => (globalThis as unknown as { moved: { before: number; since: number } }).moved,
    );
    const since = (name: keyof typeof times) => (times[name] ?? Number.NaN) - (times.opened ?? Number.NaN);
    return {
      painted: since('painted'),
      pressed: since('pressed'),
      nextScene: since('nextScene'),
      awake: since('awake'),
      requests: before?.requests ?? Number.NaN,
      bytes: before?.bytes ?? Number.NaN,
      movedBefore,
      moved,
    };
  } finally {
    await context.close();
  }
}

/**
 * Runs in the page from before its first byte: presses as early as possible, and reports when what was on the screen.
 */
function pressAndTell({ press, title }: Looked): void {
  const { tell } = globalThis as unknown as { tell(name: string, at: number): void };
  const now = () => performance.timeOrigin + performance.now();
  const afterPaint = (run: () => void) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = run;
    requestAnimationFrame(() => channel.port2.postMessage(0));
  };
  const toPress = () =>
    press.startsWith('a.')
      ? document.querySelector<HTMLElement>(press)
      : [...document.querySelectorAll('button')].find(
          (button) => button.textContent?.trim() === press && !button.disabled && button.getClientRects().length > 0,
        );
  const isThere = () =>
    [...document.querySelectorAll('h1')].some(
      (heading) => heading.textContent?.trim() === title && heading.getClientRects().length > 0,
    );
  /** A page of text has links only. */
  const isAwake = () =>
    press.startsWith('a.') ||
    [...document.querySelectorAll('.bar button:enabled')].some((button) => button.getClientRects().length > 0);
  tell('opened', performance.timeOrigin);
  let pressed = false;
  let done = false;
  let awake = false;
  const look = () => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    if (paint) tell('painted', performance.timeOrigin + paint.startTime);
    if (paint && !done && isThere()) {
      done = true;
      afterPaint(() => {
        tell('nextScene', now());
        countJumps();
      });
    }
    const target = paint && !pressed ? toPress() : undefined;
    if (target) {
      pressed = true;
      tell('pressed', now());
      target.click();
    }
    awake ||= done && isAwake();
    if (awake) tell('awake', now());
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);

  function countJumps() {
    const moved = { before: 0, since: 0 };
    Object.assign(globalThis, { moved });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        moved[awake ? 'since' : 'before'] += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift' });
  }
}
