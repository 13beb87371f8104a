import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { describe, expect, it } from 'vitest';
import { bagFiles } from '#evidence/locker/use-cases/pack-locker.ts';
import { findBrowser } from '../../scripts/site/find-browser.mjs';
import { aLocker, NONCE, SAY } from '../support/builders/a-locker.ts';
import { replayWebPage } from './outside-tools.ts';
import { serve } from './served.ts';

const REPLAY = replayWebPage();

describe.skipIf(!REPLAY || !findBrowser())('ReplayWeb.page in Chromium', () => {
  it.each([
    ['every captured ad', 'scenarios/quiet-number'],
    ['every captured ad behind a redirect, from the address asked for,', 'scenarios/two-addresses'],
  ])('replays %s from the WACZ and asks nobody outside', async (_, folder) => {
    const locker = aLocker(folder);
    const parts: Uint8Array[] = [];
    for await (const { path, chunks } of bagFiles(locker, SAY, { nonce: NONCE }))
      for await (const chunk of chunks) if (path === 'data/locker.wacz') parts.push(chunk);
    const script = (name: string) => ({ type: 'text/javascript', body: readFileSync(join(REPLAY ?? '', name)) });
    const player = (url: string) => ({
      type: 'text/html',
      body: `<!doctype html><script src="/ui.js"></script><replay-web-page source="/locker.wacz" embed="replayonly" url="${url.replaceAll('&', '&amp;')}"></replay-web-page>`,
    });
    const pages = locker.items.map(({ facts }, n) => [`/${n}.html`, player(facts.url)] as const);
    const site = await serve({
      ...Object.fromEntries(pages),
      '/ui.js': script('ui.js'),
      // The response that its service worker sends, for the time before the worker is active.
      '/replay/': {
        type: 'text/html',
        body: '<!doctype html><script src="/ui.js"></script><replay-app-main></replay-app-main>',
      },
      '/replay/ui.js': script('ui.js'),
      '/replay/sw.js': script('sw.js'),
      '/locker.wacz': { type: 'application/wacz', body: Buffer.concat(parts) },
    });
    const executablePath = findBrowser();
    const browser = await chromium.launch({
      ...(executablePath && { executablePath }),
      chromiumSandbox: process.getuid?.() !== 0,
    });
    try {
      const context = await browser.newContext();
      const outside: string[] = [];
      context.on('request', (request) => {
        if (!/^(?:data|blob|about):/.test(request.url()) && !request.url().startsWith(site.origin))
          outside.push(request.url());
      });
      for (const [n, { facts }] of locker.items.entries()) {
        const page = await context.newPage();
        // The limit of the test is enough.
        page.setDefaultTimeout(0);
        await page.goto(`${site.origin}/${n}.html`);
        const ad = page.frameLocator('replay-web-page iframe').frameLocator('iframe');
        await ad.getByRole('heading', { name: facts.title, exact: true }).waitFor();
        expect(await ad.locator('.mark').textContent()).toBe(locker.notice);
        await page.close();
      }
      expect(outside).toEqual([]);
    } finally {
      await browser.close();
      await site.close();
    }
  });
});
