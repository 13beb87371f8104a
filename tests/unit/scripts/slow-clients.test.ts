import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createViteServer } from 'vitest/node';
import { ownMachineOnly } from '../../../scripts/astro/own-machine-only.mjs';
import { createAuthorServer } from '../../../scripts/authoring/author-server.ts';
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
  return opened(server);
}

const opened = (server: Server): Opened => ({
  port: (server.address() as AddressInfo).port,
  close: () =>
    new Promise((closed) => {
      server.close(() => closed());
      server.closeAllConnections();
    }),
});

const TOKEN = 'token';

/** The server of `npm run author`, over cases that never change. */
async function authorServer(folder: string): Promise<Opened> {
  const cases = { list: () => [], read: () => ({}), onChange: () => () => undefined };
  const server = createAuthorServer({ token: TOKEN, pages: folder, site: folder, folder: cases as never }, LIMITS);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return opened(server);
}

/** The server of `npm run dev` without the pages of Astro: its guard, and pages that never change. */
async function devServer(folder: string): Promise<Opened> {
  writeFileSync(join(folder, 'index.html'), 'a page');
  const server = await createViteServer({
    configFile: false,
    root: folder,
    logLevel: 'silent',
    appType: 'mpa',
    server: { host: '127.0.0.1', port: 0, watch: null },
  });
  const setUp = ownMachineOnly(LIMITS).hooks['astro:server:setup'] as (given: unknown) => void;
  setUp({ server });
  await server.listen();
  const address = server.httpServer?.address() as AddressInfo | undefined;
  return { port: address?.port ?? 0, close: () => server.close() };
}

describe.each([
  ['the server of the built site', siteServer, '/'],
  ['the server of the author', authorServer, `/${TOKEN}/studio/folder/case/?place=x`],
  ['the server of a developer', devServer, '/'],
] as const)('%s', (_, open, path) => {
  let folder: string;
  let served: Opened;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'checkathon-test-'));
    served = await open(folder);
  });
  afterAll(async () => {
    await served.close();
    rmSync(folder, { recursive: true });
  });

  it.each(SLOW_CLIENTS)('closes the connection of %s, and serves others meanwhile', async (_what, begun) => {
    const answers = new Set<number>();
    const { got, turns } = await sendSlowly(served.port, begun(path), async () => {
      const answer = await fetch(`http://127.0.0.1:${served.port}${path}`);
      await answer.arrayBuffer();
      answers.add(answer.status);
    });

    expect([...answers]).toEqual([200]);
    expect(turns).toBeGreaterThan(1);
    expect(got).toMatch(/HTTP\/1\.1 408 Request Timeout\r\nConnection: close\r\n/);
  });
});
