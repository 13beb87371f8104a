import type { Browser, Page } from '@playwright/test';
import { AuthorTool } from '../support/browser/author-tool.ts';
import { DevServer } from '../support/browser/dev-server.ts';
import { type OpenServer, serveEvilSite, serveRebinding } from '../support/browser/evil-site.ts';
import { test as base, expect } from '../support/browser/test.ts';

interface Attack {
  trouble: string[];
}
interface Attacked {
  evil: OpenServer;
  dev: DevServer;
  tool: AuthorTool;
}

const test = base.extend<Attack, Attacked>({
  // What a server refuses, the browser reports as an error of the page of the attacker.
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object here
  trouble: async ({}, use) => use([]),
  evil: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object here
    async ({}, use) => {
      const server = await serveEvilSite();
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  dev: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object here
    async ({}, use) => {
      const server = new DevServer();
      await use(server);
      await server.end();
    },
    { scope: 'worker' },
  ],
  tool: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for an object here
    async ({}, use) => {
      const tool = new AuthorTool();
      await use(tool);
      await tool.end();
    },
    { scope: 'worker' },
  ],
});
// One after another in one worker, so that they have one server each.
test.describe.configure({ mode: 'default' });

const SITES = [
  ['a page of another site', 'localhost'],
  ['a page of another port of this machine', '127.0.0.1'],
] as const;

/** Everything by which a page can make a browser ask for an address, but a link that is followed. Returns what arrived. */
function askFrom(page: Page, address: string): Promise<readonly string[]> {
  return page.evaluate(async (address) => {
    const arrived: string[] = [];
    const loaded = (tag: 'img' | 'script' | 'link' | 'iframe') =>
      new Promise<void>((done) => {
        const element = document.createElement(tag);
        if (element instanceof HTMLLinkElement) element.rel = 'stylesheet';
        element.addEventListener('load', () => {
          // A frame is loaded with the page of an error too.
          if (tag !== 'iframe') arrived.push(tag);
          done();
        });
        element.addEventListener('error', () => done());
        element.setAttribute(tag === 'link' ? 'href' : 'src', address);
        document.body.append(element);
      });
    const fetched = async (what: string, init: RequestInit) => {
      const answer = await fetch(address, init).catch(() => undefined);
      if (answer?.ok) arrived.push(what);
    };
    const socket = new Promise<void>((done) => {
      const opened = new WebSocket(address.replace('http', 'ws'), 'vite-hmr');
      opened.addEventListener('open', () => {
        arrived.push('socket');
        done();
      });
      opened.addEventListener('error', () => done());
    });
    await Promise.all([
      ...(['img', 'script', 'link', 'iframe'] as const).map(loaded),
      fetched('a simple request', { mode: 'no-cors' }),
      fetched('a form', { mode: 'no-cors', method: 'POST', body: 'a=b' }),
      fetched('a request that reads', {}),
      fetched('a write', { method: 'PUT', body: '{}', headers: { 'content-type': 'application/json' } }),
      socket,
    ]);
    return arrived;
  }, address);
}

/** Follows a link from the page as a reader does; the status of what comes. */
async function follow(page: Page, address: string): Promise<number | undefined> {
  const answered = page.waitForResponse((response) => response.url() === address);
  await page.evaluate((to) => {
    const link = Object.assign(document.createElement('a'), { href: to, textContent: 'Your prize', rel: 'noopener' });
    document.body.append(link);
    link.click();
  }, address);
  await page.waitForURL(address);
  return (await answered).status();
}

/** The status of an address below the root, asked by a page whose name has been led to the server at this port. */
async function rebound(browser: Browser, port: number, path: string): Promise<number | undefined> {
  const proxy = await serveRebinding(port);
  const context = await browser.newContext({ proxy: { server: `http://127.0.0.1:${proxy.port}` } });
  const page = await context.newPage();
  const status = (await page.goto(`http://rebound.example${path}`))?.status();
  await context.close();
  await proxy.close();
  return status;
}

for (const [what, name] of SITES) {
  test(`${what} gets nothing of the development server, and opens no file in the editor`, async ({
    page,
    evil,
    dev,
  }) => {
    const site = await dev.address;
    const attack = `${site}__open-in-editor?file=/etc/passwd`;

    for (const address of [attack, site, `${site}@vite/client`]) {
      await page.goto(`http://${name}:${evil.port}/`);
      expect([address, await askFrom(page, address)]).toEqual([address, []]);
      expect([address, await follow(page, address)]).toEqual([address, 403]);
    }
    expect(dev.opened()).toEqual([]);
  });

  test(`${what} gets nothing of the studio over a folder, even if it knows the address`, async ({
    page,
    evil,
    tool,
  }) => {
    const studio = await tool.address;
    for (const path of ['', 'cases/', 'case/?place=my-case', '__open-in-editor?file=/etc/passwd']) {
      await page.goto(`http://${name}:${evil.port}/`);
      expect([path, await askFrom(page, studio + path)]).toEqual([path, []]);
      expect([path, await follow(page, studio + path)]).toEqual([path, 403]);
    }
    expect(tool.text('scenario.yaml')).toBe(tool.begun('scenario.yaml'));
  });
}

test('a name that is led to this machine reaches neither of both servers', async ({ browser, dev, tool }) => {
  const [site, studio] = [new URL(await dev.address), new URL(await tool.address)];
  expect(await rebound(browser, Number(site.port), '/')).toBe(403);
  expect(await rebound(browser, Number(site.port), '/__open-in-editor?file=/etc/passwd')).toBe(403);
  expect(await rebound(browser, Number(studio.port), studio.pathname)).toBe(403);
  expect(dev.opened()).toEqual([]);
});

test('the pages of the development server work, hear of changes, and open files of the project alone', async ({
  page,
  dev,
}) => {
  const site = await dev.address;
  const frames: string[] = [];
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => frames.push(String(payload))));
  await page.goto(`${site}about/`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect.poll(() => frames.some((frame) => frame.includes('"connected"'))).toBe(true);

  const open = (file: string) =>
    page.evaluate(async (file) => (await fetch(`/__open-in-editor?file=${file}`)).status, encodeURIComponent(file));
  for (const file of ['/etc/passwd', '../../etc/passwd', 'src/../../x'])
    expect([file, await open(file)]).toEqual([file, 403]);
  expect(await open('README.md')).toBe(200);
  await expect.poll(() => dev.opened().length).toBe(1);
  expect(dev.opened()[0]).toMatch(/README\.md$/);
});
