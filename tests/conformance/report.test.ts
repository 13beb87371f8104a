import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/site/find-browser.mjs';
import { bagOf } from '../support/builders/a-bag.ts';
import { aLocker } from '../support/builders/a-locker.ts';
import { temporaryFolder } from './outside-tools.ts';

/** Width between the margins of A4, in CSS pixels. */
const SHEET_WIDTH = Math.round(((210 - 2 * 16) / 25.4) * 96);

describe.skipIf(!findBrowser())('the case report, printed by Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    const executablePath = findBrowser();
    browser = await chromium.launch({
      ...(executablePath && { executablePath }),
      chromiumSandbox: process.getuid?.() !== 0,
    });
  });
  afterAll(() => browser.close());

  it('has pages, clips nothing at their edge, and keeps each hash on one line', async () => {
    const locker = aLocker('scenarios/two-addresses');
    const file = join(temporaryFolder(), 'report.html');
    writeFileSync(file, (await bagOf(locker)).get('data/report.html') ?? '');
    const page = await browser.newPage({ viewport: { width: SHEET_WIDTH, height: 900 } });
    await page.emulateMedia({ media: 'print' });
    await page.goto(pathToFileURL(file).href);

    const seen = await page.evaluate(() => {
      const hashes = [...document.querySelectorAll('.hash')].map((hash) => {
        const range = document.createRange();
        range.selectNodeContents(hash);
        return { text: hash.textContent ?? '', lines: new Set([...range.getClientRects()].map(({ top }) => top)).size };
      });
      const { clientWidth, scrollWidth } = document.documentElement;
      return { hashes, fits: scrollWidth <= clientWidth, heads: document.querySelectorAll('thead').length };
    });
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g);

    expect(seen.fits).toBe(true);
    expect(seen.hashes.length).toBeGreaterThan(locker.custody.length + 8 * locker.items.length);
    expect(seen.hashes.filter(({ text, lines }) => lines !== 1 || !/^[0-9a-f]{64}$/.test(text))).toEqual([]);
    expect(sheets?.length).toBeGreaterThan(locker.items.length);
  });
});
