import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server of the same site in another place. */
export interface SiteServer {
  readonly url: string;
  /** Paths that were asked for, below the base or not. */
  readonly asked: string[];
  /** Texts sent instead of the files of the site, by path below the base. */
  readonly instead: Map<string, string>;
  close(): Promise<void>;
}

/**
 * Serves `site` below the path `base` and nothing above it. Also answers proxy requests, so that a browser can open the
 * site under any host name.
 */
export async function serveSite(site: string, base = '/'): Promise<SiteServer> {
  const asked: string[] = [];
  const instead = new Map<string, string>();
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    if (!pathname.startsWith(base)) {
      response.writeHead(404).end();
      return;
    }
    const path = pathname.slice(base.length);
    fetch(new URL(path + search, site), { redirect: 'manual' })
      .then(async (answer) => {
        const type = answer.headers.get('content-type');
        response.writeHead(answer.status, type ? { 'content-type': type } : {});
        response.end(instead.get(path) ?? Buffer.from(await answer.arrayBuffer()));
      })
      .catch((error: unknown) => response.destroy(error as Error));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${base}`,
    asked,
    instead,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
