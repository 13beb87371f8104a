import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from '@playwright/test';
import { attemptOfPages, CASE_OF_PAGES } from './attempts/attempt-of-pages.ts';
import { putAttempt } from './attempts/put-attempt.ts';
import { badArgument, command, readArguments } from './command/command-line.ts';
import { printLines } from './command/print-text.ts';
import { runCommand } from './command/run-command.ts';
import { findBrowser } from './site/find-browser.mjs';

const PATIENCE = 180_000;
const MEMORY_EVERY_MS = 20;

const HELP = `Usage: npm run -s measure-locker-page -- ADDRESS [PAGES...]
Measures export and verifying in Chromium: an attempt that has kept so many pages is exported at its bench, and what came
out is verified on the page for lockers. Says for each how long it took, the longest task of the page meanwhile, and the
memory of its process before and at most (on Linux; some 200 MB of it are the browser's own code).
  ADDRESS   of a served site, such as http://127.0.0.1:4321/
  PAGES     numbers of pages (default 10 100 1000)`;

export const main = command(HELP, async (args, io) => {
  const { positionals } = readArguments(() =>
    parseArgs({ args, allowPositionals: true, options: { help: { type: 'boolean', default: false } } }),
  );
  const [site = badArgument('Give the address of a served site.'), ...counts] = positionals;
  const folder = mkdtempSync(join(tmpdir(), 'locker-'));
  for (const count of counts.length > 0 ? counts : ['10', '100', '1000'])
    printLines(io, await measure(site, Number(count), folder));
  rmSync(folder, { recursive: true });
  return 0;
});

/** Measures in a new browser, so that earlier measurements leave nothing behind. */
async function measure(site: string, count: number, folder: string): Promise<string> {
  // Imported here because it is slow to load, and `--help` does not need it.
  const { chromium } = await import('@playwright/test');
  const executablePath = findBrowser();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await putAttempt(page, `${site}cases/${CASE_OF_PAGES}/`, attemptOfPages(count));
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
  await browser.close();
  return `${count} pages, ${statSync(zip).size} bytes: export ${packing.said}; verify ${verifying.said}`;
}

/** Duration of `run`, and the longest task of the page during it. */
async function timed<Value>(page: Page, run: () => Promise<Value>) {
  await page.evaluate(() => {
    const tasks: number[] = [];
    Object.assign(globalThis, { longTasks: tasks });
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    });
  });
  const memory = await watchMemory(page.context().browser());
  const began = performance.now();
  const value = await run();
  const seconds = (performance.now() - began) / 1000;
  const memorySaid = memory.end();
  const tasks = await page.evaluate(() => (globalThis as unknown as { longTasks: number[] }).longTasks);
  const longest = tasks.length > 0 ? `${Math.round(Math.max(...tasks))} ms` : 'under 50 ms';
  return { value, said: `${seconds.toFixed(1)} s, longest task of the page ${longest}${memorySaid}` };
}

/** Samples the memory of the largest renderer process until `end`. */
async function watchMemory(browser: Browser | null) {
  const session = await browser?.newBrowserCDPSession();
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {};
  await session?.detach();
  const statuses = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => `/proc/${id}/status`)
    .filter((path) => existsSync(path));
  const now = () => Math.max(...statuses.map(residentMegabytes));
  const before = statuses.length > 0 ? now() : 0;
  let most = before;
  const watching = setInterval(() => {
    if (statuses.length > 0) most = Math.max(most, now());
  }, MEMORY_EVERY_MS);
  return {
    end() {
      clearInterval(watching);
      return most > 0 ? `, memory ${Math.round(before)} MB before and ${Math.round(most)} MB at most` : '';
    },
  };
}

function residentMegabytes(status: string): number {
  const said = existsSync(status) ? readFileSync(status, 'utf8') : '';
  return Number(/^VmRSS:\s*(\d+) kB/m.exec(said)?.[1] ?? 0) / 1024;
}

if (import.meta.main) await runCommand(main);
