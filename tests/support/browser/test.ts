import { type BrowserContext, test as base, expect } from '@playwright/test';
import { CasePlayer } from './case-player.ts';
import { CaseText } from './case-text.ts';
import { type SiteServer, serveSite } from './site-server.ts';
import { watchTrouble } from './trouble.ts';

interface Fixtures {
  /**
   * Problems on any page of the context: console errors, uncaught errors, policy violations. Must be empty at the end.
   */
  trouble: string[];
  player: CasePlayer;
  /** A trainee at the page of any case. */
  playerOf: (id: string) => Promise<CasePlayer>;
  /** Address of the site's root. */
  site: string;
  /** The site in a folder deep below the root of a server. */
  deepSite: SiteServer;
  /** A browser on a local network: the site has a host name and plain http, so it is no secure context. */
  plainHttp: BrowserContext;
}

interface WorkerFixtures {
  caseText: CaseText;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  trouble: [
    async ({ context }, use) => {
      const trouble = watchTrouble(context);
      await use(trouble);
      expect(trouble).toEqual([]);
    },
    { auto: true },
  ],
  caseText: [
    async ({ playwright }, use, { project }) => {
      const request = await playwright.request.newContext({ baseURL: siteOf(project.use.baseURL) });
      await use(await CaseText.fetch(request));
      await request.dispose();
    },
    { scope: 'worker' },
  ],
  player: async ({ page, caseText }, use) => {
    await use(new CasePlayer(page, caseText));
  },
  playerOf: async ({ page, request }, use) => {
    await use(async (id) => new CasePlayer(page, await CaseText.fetch(request, id)));
  },
  site: async ({ baseURL }, use) => {
    await use(siteOf(baseURL));
  },
  // Playwright asks for the names of the fixtures that a fixture uses, even of none.
  // biome-ignore lint/correctness/noEmptyPattern: see above
  deepSite: async ({}, use) => {
    const server = await serveSite('/deep/er/kit/');
    await use(server);
    await server.close();
  },
  plainHttp: async ({ browser }, use) => {
    const server = await serveSite();
    const context = await browser.newContext({ baseURL: 'http://room.example/', proxy: { server: server.url } });
    const trouble = watchTrouble(context);
    await use(context);
    await context.close();
    await server.close();
    expect(trouble).toEqual([]);
  },
});

function siteOf(baseURL: string | undefined): string {
  if (!baseURL) throw new Error('The Playwright configuration names no baseURL.');
  return baseURL;
}

export { expect };
