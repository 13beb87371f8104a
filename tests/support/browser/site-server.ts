import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createFileHandler } from '../../../scripts/site/static-server.ts';
import { SITE } from './built-site.ts';

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
 * Serves the built site below the path `base` and nothing above it. Also answers proxy requests, so that a browser can
 * open the site under any host name.
 */
export async function serveSite(base = '/'): Promise<SiteServer> {
  const asked: string[] = [];
  const instead = new Map<string, string>();
  const answer = createFileHandler(SITE, base);
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    request.url = pathname + search;
    // To compress all files anew in each test takes longer than to send them.
    delete request.headers['accept-encoding'];
    const path = pathname.slice(base.length);
    const text = pathname.startsWith(base) ? instead.get(path) : undefined;
    answer(request, response, text === undefined ? {} : { instead: { name: path, text } }).catch((error: unknown) =>
      response.destroy(error as Error),
    );
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
