import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createViteServer } from 'vitest/node';
import { authorTool } from '../../../scripts/astro/author-tool.mjs';
import type { ConnectionLimits } from '../../../scripts/site/check-request.ts';
import { createStaticServer } from '../../../scripts/site/static-server.ts';
import { SLOW_CLIENTS, sendSlowly } from '../../support/slow-clients.ts';

const LIMITS: ConnectionLimits = { head: 300, whole: 600, look: 50, parting: 100 };

interface Opened {
  readonly port: number;
  close(): Promise<void>;
}

async function siteServer(folder: string): Promise<Opened> {
  writeFileSync(join(folder, 'index.html'), 'a page');
  const server: Server = createStaticServer(folder, '/', { limits: LIMITS });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

/** The server of `npm run author` without the pages of Astro: its guard and its answers, over cases that never change. */
async function authorServer(folder: string): Promise<Opened> {
  const plugins: unknown[] = [];
  const cases = { list: () => [], read: () => ({}), onChange: () => () => undefined };
  const setUp = authorTool(cases as never, LIMITS).hooks['astro:config:setup'] as (given: unknown) => void;
  setUp({
    injectRoute: () => undefined,
    updateConfig: (config: { vite: { plugins: unknown[] } }) => plugins.push(...config.vite.plugins),
  });
  const server = await createViteServer({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    appType: 'custom',
    plugins: plugins as never,
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const address = server.httpServer?.address() as AddressInfo | undefined;
  return { port: address?.port ?? 0, close: () => server.close() };
}

describe.each([
  ['the server of the built site', siteServer, '/'],
  ['the server of the author', authorServer, '/studio/folder/case/?place=x'],
] as const)('%s', (_, open, path) => {
  let folder: string;
  let opened: Opened;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'checkathon-test-'));
    opened = await open(folder);
  });
  afterAll(async () => {
    await opened.close();
    rmSync(folder, { recursive: true });
  });

  it.each(SLOW_CLIENTS)('closes the connection of %s, and serves others meanwhile', async (_what, begun) => {
    const answers = new Set<number>();
    const { got, turns } = await sendSlowly(opened.port, begun(path), async () => {
      const answer = await fetch(`http://127.0.0.1:${opened.port}${path}`);
      await answer.arrayBuffer();
      answers.add(answer.status);
    });

    expect([...answers]).toEqual([200]);
    expect(turns).toBeGreaterThan(1);
    expect(got).toMatch(/HTTP\/1\.1 408 Request Timeout\r\nConnection: close\r\n/);
  });
});
