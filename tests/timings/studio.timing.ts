import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { STORY_FILE } from '#studio/model/studio-case.ts';
import { writeCaseArchive } from '#studio/use-cases/case-archive.ts';
import { createDraftEngine } from '#studio/use-cases/draft-engine.ts';
import type { TimingRow } from '../../scripts/gate/timing-row.ts';
import { findBrowser } from '../../scripts/site/find-browser.mjs';
import { longDraft } from '../support/builders/long-draft.ts';
import { LIBRARY } from '../support/builders/the-library.ts';
import { pairedRatios, quantile, summarize } from './harness.ts';
import { serveBuiltSite } from './serve-built-site.ts';

const SCENES = 500;
/** How many times slower the processor of the page is made while somebody types, as on an old laptop. */
const SLOWED = 4;
const ROUNDS = 5;
/** Words are typed with a pause behind each that is long enough for the case to be kept and checked. */
const WORDS = ['the ', 'door ', 'is ', 'open ', 'now '];
const KEY_MS = 70;
const PAUSE_MS = 900;
/** Time (ms) that the field and the draft editor wait for an author to pause before the case is checked. */
const WAITS_MS = 400 + 400;
const TITLE = 'The bus of day 1';
const FIELD = '#s-s1-text';
const BAD = 'A pimp waits at the door.';
const FOUND = '[data-finding="safety.C19"]';
const PLAIN = '<!doctype html><title>A field</title><textarea id="s-s1-text" rows="6" cols="60"></textarea>';

interface Typed {
  /** Milliseconds from a key to the end of the frame that shows it, for the slowest key of a round. */
  readonly slowest: readonly number[];
}
interface All {
  readonly studio: Typed;
  readonly plain: Typed;
  /** Milliseconds from the end of the waits to the finding on the screen, and those of the same check in Node. */
  readonly found: readonly number[];
  readonly inNode: readonly number[];
}

let measured: Promise<All> | undefined;
const all = () => (measured ??= measureAll());

/** A case of 500 scenes in the studio of the built site: typing in a card, and the way to what the worker finds. */
export const rows: readonly TimingRow[] = [
  {
    name: 'slowest-key-in-a-case-of-500-scenes-against-a-plain-field',
    goal: 3,
    atMost: true,
    measure: async () => summarize(pairedRatios((await all()).studio.slowest, (await all()).plain.slowest)),
  },
  {
    name: 'findings-of-500-scenes-after-a-pause-against-the-check-in-node',
    goal: 3,
    atMost: true,
    measure: async () => summarize(pairedRatios((await all()).found, (await all()).inNode)),
  },
];

async function measureAll(): Promise<All> {
  const site = await serveBuiltSite();
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const studio = await openCard(context, site.address);
    const plain = await context.newPage();
    await plain.setContent(PLAIN);
    const node = nodeChecks();
    const times = { studio: [] as number[], plain: [] as number[], found: [] as number[], inNode: [] as number[] };
    // The first round compiles what all others use.
    for (let round = -1; round < ROUNDS; round++) {
      const one = {
        studio: await slowestKey(studio),
        plain: await slowestKey(plain),
        found: await timeToFinding(studio),
        inNode: node(round),
      };
      if (round < 0) continue;
      for (const name of Object.keys(times) as (keyof typeof times)[]) times[name].push(one[name]);
    }
    return { ...times, studio: { slowest: times.studio }, plain: { slowest: times.plain } };
  } finally {
    await browser.close();
    await site.close();
  }
}

/** The studio with the long case, open at a decision. */
async function openCard(context: BrowserContext, site: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site}studio/`);
  const buffer = Buffer.from(await writeCaseArchive(longDraft(SCENES)));
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: 'long.zip', mimeType: 'application/zip', buffer });
  await page.getByRole('link', { name: TITLE, exact: true }).first().click({ timeout: 120_000 });
  await page.locator(FIELD).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: /to mend|Nothing to mend/ }).waitFor({ timeout: 120_000 });
  return page;
}

/** Milliseconds from a key to the end of its frame, for the slowest of those typed at the slowed processor. */
async function slowestKey(page: Page): Promise<number> {
  await page.bringToFront();
  const protocol = await page.context().newCDPSession(page);
  await page.locator(FIELD).focus();
  await page.evaluate(watchKeys);
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
  for (const word of WORDS) {
    await page.keyboard.type(word, { delay: KEY_MS });
    // An author pauses between two words; what the page does meanwhile is part of the measurement.
    await page.waitForTimeout(PAUSE_MS);
  }
  await protocol.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await protocol.detach();
  const keys = await page.evaluate(() => (globalThis as unknown as { keys: number[] }).keys);
  if (keys.length < WORDS.length) throw new Error('The keys were not seen.');
  return quantile(keys, 1);
}

/** Runs in the page: notes for each key how long it took from its press until after the next painting. */
function watchKeys(): void {
  const keys: number[] = [];
  const world = globalThis as unknown as { keys: number[]; watching?: AbortController };
  world.keys = keys;
  world.watching?.abort();
  world.watching = new AbortController();
  const note = ({ timeStamp }: KeyboardEvent) =>
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => keys.push(performance.now() - timeStamp);
      after.port2.postMessage(0);
    });
  addEventListener('keydown', note, { capture: true, signal: world.watching.signal });
}

/** Milliseconds until a finding shows once the author has paused and both waits are over. */
async function timeToFinding(page: Page): Promise<number> {
  await page.bringToFront();
  const field = page.locator(FIELD);
  const before = await field.inputValue();
  await page.evaluate(watchFinding, FOUND);
  await field.fill(BAD);
  const shown = await page.evaluate(() => (globalThis as unknown as { shown: Promise<number> }).shown);
  await field.fill(before);
  await page.locator(FOUND).waitFor({ state: 'detached', timeout: 60_000 });
  return shown - WAITS_MS;
}

/** Runs in the page: milliseconds from the next input until an element is there. */
function watchFinding(found: string): void {
  const world = globalThis as unknown as { shown: Promise<number> };
  world.shown = new Promise((resolve) => {
    let began = 0;
    addEventListener('input', () => (began = performance.now()), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      if (began === 0 || !document.querySelector(found)) return;
      observer.disconnect();
      resolve(performance.now() - began);
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
}

/** The same edit and check in Node, each time with another text; milliseconds. */
function nodeChecks(): (round: number) => number {
  const engine = createDraftEngine(LIBRARY);
  engine.open(longDraft(SCENES));
  engine.check();
  return (round) => {
    const start = performance.now();
    engine.edit([{ do: 'set', file: STORY_FILE, at: ['states', 's1', 'text'], value: `${BAD} ${round}.` }]);
    if (engine.check().findings.length === 0) throw new Error('Nothing was found.');
    return performance.now() - start;
  };
}
