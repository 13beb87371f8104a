import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStaticServer } from '../../scripts/site/static-server.ts';
import { askRaw, HOSTILE_REQUESTS } from '../support/raw-requests.ts';

const PAGE = `<!doctype html><title>Lesson</title>${'<p>text</p>'.repeat(100)}`;

describe('the server of the built site', () => {
  let folder: string;
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'site-'));
    mkdirSync(join(folder, 'site', 'learn'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'outside');
    writeFileSync(join(folder, 'site', '.built-from'), 'stamp');
    writeFileSync(join(folder, 'site', '404.html'), 'no such page');
    writeFileSync(join(folder, 'site', 'learn', 'index.html'), PAGE);
    mkdirSync(join(folder, 'site', '_astro'));
    writeFileSync(join(folder, 'site', '_astro', 'page.Ab1.js'), 'let a;');
    server = createStaticServer(join(folder, 'site'), '/deep/kit/');
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  });

  const ask = (path: string, init: RequestInit = {}) => fetch(origin + path, { redirect: 'manual', ...init });

  it('serves the index page of a folder, compressed and complete', async () => {
    const response = await ask('/deep/kit/learn/');

    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-encoding')).toMatch(/^(br|gzip)$/);
    expect(await response.text()).toBe(PAGE);
  });

  it('redirects a folder address without its slash, keeping the query', async () => {
    const response = await ask('/deep/kit/learn?q=1');

    expect([response.status, response.headers.get('location')]).toEqual([301, '/deep/kit/learn/?q=1']);
  });

  it.each(['/deep/kit/nowhere', '/learn/', '/deep/kit/.built-from', '/deep/kit/%2e%2e/secret.txt'])(
    'has no page at %s',
    async (path) => {
      const response = await ask(path);

      expect([response.status, await response.text()]).toEqual([404, 'no such page']);
    },
  );

  it('lets a browser keep a built file for a year, and nothing that is missing, moved or a page', async () => {
    const kept = async (path: string) => {
      const { status, headers } = await ask(path);
      return [status, headers.get('cache-control')];
    };

    expect(await kept('/deep/kit/_astro/page.Ab1.js')).toEqual([200, 'public, max-age=31536000, immutable']);
    expect(await kept('/deep/kit/_astro/page.Ab2.js')).toEqual([404, 'no-cache']);
    expect(await kept('/deep/kit/_astro/page.Ab1.js/x')).toEqual([404, 'no-cache']);
    expect(await kept('/deep/kit/_astro/')).toEqual([404, 'no-cache']);
    expect(await kept('/deep/kit/_astro')).toEqual([301, 'no-cache']);
    expect(await kept('/elsewhere/_astro/page.Ab1.js')).toEqual([404, 'no-cache']);
    expect(await kept('/deep/kit/learn/')).toEqual([200, 'no-cache']);
    rmSync(join(folder, 'site', '404.html'));
    expect(await kept('/deep/kit/_astro/page.Ab2.js')).toEqual([404, 'no-cache']);
    writeFileSync(join(folder, 'site', '404.html'), 'no such page');
  });

  it('reports a malformed address', async () => {
    for (const path of ['/deep/kit/%zz', '/deep/kit/..%2fsecret.txt']) expect((await ask(path)).status).toBe(400);
  });

  it.each(HOSTILE_REQUESTS)('refuses %s, and continues to serve', async (_, request) => {
    const port = Number(new URL(origin).port);
    const said = await askRaw(port, request(`127.0.0.1:${port}`));

    expect(said).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(said).not.toMatch(/\n\s+at /);
    expect((await ask('/deep/kit/learn/')).status).toBe(200);
  });

  it('forbids other sites to frame a page', async () => {
    const { headers } = await ask('/deep/kit/learn/');

    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
  });

  it('accepts only GET and HEAD', async () => {
    expect((await ask('/deep/kit/learn/', { method: 'POST' })).status).toBe(405);
  });
});
