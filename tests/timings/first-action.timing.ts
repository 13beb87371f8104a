import { rm } from 'node:fs/promises';
import { type Browser, chromium } from '@playwright/test';
import messages from '#words/case/case.json' with { type: 'json' };
import type { TimingRow } from '../../scripts/gate/timing-row.ts';
import { findBrowser } from '../../scripts/site/find-browser.mjs';
import { pairedRatios, summarize } from './harness.ts';
import { STATIC_LINK, writeStaticCase } from './reference/static-case.ts';
import { serveBuiltSite, serveFolder } from './serve-built-site.ts';
import { type Visit, visitOnSlowPhone } from './slow-phone.ts';

/** One case whose first act leads to a market of ads, and one where it leads to a decision. */
const CASES = ['quiet-number', 'gone-by-noon'] as const;
type Case = (typeof CASES)[number];
const ROUNDS = 5;

interface Rounds {
  readonly ours: readonly Visit[];
  readonly text: readonly Visit[];
}
let measured: Promise<Readonly<Record<Case, Rounds>>> | undefined;

/**
 * The page of a case on a slow phone beside two pages of text that say the same, the first of which links to the
 * second: until something is painted, and from opening until the next scene is on the screen, when somebody presses the
 * button as soon as it is painted and can be pressed. Nothing is in the cache of the browser.
 */
export const rows: readonly TimingRow[] = CASES.flatMap((id) => [
  row(`first-paint-of-${id}-over-text`, 1.5, id, ({ ours, text }) => ratiosOf(ours, text, 'painted')),
  row(`next-scene-of-${id}-over-text`, 2, id, ({ ours, text }) => ratiosOf(ours, text, 'nextScene')),
  row(`controls-of-the-next-scene-of-${id}-over-text`, null, id, ({ ours, text }) => ratiosOf(ours, text, 'awake')),
  row(`jumps-of-${id}-as-it-wakes`, 0.01, id, ({ ours }) => ours.map(({ moved }) => moved)),
  row(`jumps-of-${id}-before-it-wakes`, null, id, ({ ours }) => ours.map(({ movedBefore }) => movedBefore)),
  row(`requests-before-the-first-act-in-${id}`, null, id, ({ ours }) => ours.map(({ requests }) => requests)),
  row(`kilobytes-before-the-first-act-in-${id}`, null, id, ({ ours }) => ours.map(({ bytes }) => bytes / 1024)),
  row(`milliseconds-until-the-first-act-in-${id}`, null, id, ({ ours }) => ours.map(({ pressed }) => pressed)),
  row(`milliseconds-until-the-first-act-in-text-of-${id}`, null, id, ({ text }) => text.map(({ pressed }) => pressed)),
]);

function ratiosOf(ours: readonly Visit[], text: readonly Visit[], time: 'painted' | 'nextScene' | 'awake'): number[] {
  return pairedRatios(
    ours.map((visit) => visit[time]),
    text.map((visit) => visit[time]),
  );
}

function row(name: string, goal: number | null, id: Case, figures: (rounds: Rounds) => number[]): TimingRow {
  const measure = async () => {
    measured ??= measureAll();
    const rounds = (await measured)[id];
    return summarize(figures(rounds));
  };
  return { name, goal, atMost: true, measure };
}

async function measureAll(): Promise<Record<Case, Rounds>> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const site = await serveBuiltSite();
  try {
    const all = {} as Record<Case, Rounds>;
    for (const id of CASES) all[id] = await measureCase(browser, `${site.address}cases/${id}/`);
    return all;
  } finally {
    await browser.close();
    await site.close();
  }
}

async function measureCase(browser: Browser, address: string): Promise<Rounds> {
  const { folder, title } = await copyAsText(browser, address);
  const text = await serveFolder(folder);
  try {
    const rounds = { ours: [] as Visit[], text: [] as Visit[] };
    const visits = [
      () =>
        visitOnSlowPhone(browser, address, { press: messages.begin, title }).then((visit) => rounds.ours.push(visit)),
      () =>
        visitOnSlowPhone(browser, text.address, { press: STATIC_LINK, title }).then((visit) => rounds.text.push(visit)),
    ];
    // The first round fills the cache of the servers.
    for (let round = -1; round < ROUNDS; round++) {
      for (const visit of round % 2 ? visits : visits.toReversed()) await visit();
      if (round < 0) rounds.ours.length = rounds.text.length = 0;
    }
    return rounds;
  } finally {
    await text.close();
    await rm(folder, { recursive: true });
  }
}

/** Runs in the page: waits until the island has fetched and drawn all, so that nothing changes for a second. */
function untilNothingChanges(): Promise<void> {
  return new Promise((resolve) => {
    let waiting: number;
    const watched = new MutationObserver(() => waitOn());
    const waitOn = () => {
      clearTimeout(waiting);
      waiting = window.setTimeout(() => {
        watched.disconnect();
        resolve();
      }, 1000);
    };
    watched.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    waitOn();
  });
}

/** The case as pages of text, and the title of the scene to which its first act leads. */
async function copyAsText(browser: Browser, address: string): Promise<{ folder: string; title: string }> {
  const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => !document.querySelector('astro-island[ssr]'));
  const before = await page.locator('h1').first().textContent();
  const folder = await writeStaticCase(page, messages.begin, async () => {
    await page.getByRole('button', { name: messages.begin, exact: true }).click();
    await page.waitForFunction((other) => document.querySelector('h1')?.textContent !== other, before);
    await page.evaluate(untilNothingChanges);
  });
  const title = (await page.locator('h1').first().textContent())?.trim() ?? '';
  await context.close();
  return { folder, title };
}
