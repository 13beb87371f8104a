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
  /**
   * What a captive portal does with a request for a path below the base: it answers with its log-in page, as if that were the
   * file, or leads there. Undefined lets the request through.
   */
  portal: ((path: string) => 'page' | 'redirect' | undefined) | undefined;
  close(): Promise<void>;
}

/** The words of the log-in page of a captive portal. */
export const LOG_IN = 'Log in to the network of the hotel';
const LOG_IN_PAGE = `<!doctype html><html lang="en"><title>${LOG_IN}</title><h1>${LOG_IN}</h1></html>`;
const LOG_IN_PATH = '/portal/';

/**
 * Serves the built site below the path `base` and nothing above it. Also answers proxy requests, so that a browser can
 * open the site under any host name.
 */
export async function serveSite(base = '/'): Promise<SiteServer> {
  const asked: string[] = [];
  const instead = new Map<string, string>();
  const answer = createFileHandler(SITE, base);
  const site = {
    url: '',
    asked,
    instead,
    portal: undefined as SiteServer['portal'],
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
  const server = createServer((request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    asked.push(pathname);
    request.url = pathname + search;
    const taken =
      pathname === LOG_IN_PATH ? 'page' : pathname.startsWith(base) && site.portal?.(pathname.slice(base.length));
    if (taken) {
      const redirect = { location: LOG_IN_PATH };
      response.writeHead(taken === 'page' ? 200 : 302, {
        'content-type': 'text/html',
        ...(taken === 'redirect' && redirect),
      });
      response.end(taken === 'page' ? LOG_IN_PAGE : '');
      return;
    }
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
  site.url = `http://127.0.0.1:${port}${base}`;
  return site;
}
