import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of another site. */
const EVIL_PAGE = '<!doctype html><html lang="en"><title>Win a prize</title><h1>Win a prize</h1></html>';

/** A server of this machine that is open until `close`. */
export interface OpenServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Serves a page of another site. By the name `localhost` it is cross-site for `127.0.0.1`; by `127.0.0.1` it is same-site. */
export const serveEvilSite = (): Promise<OpenServer> =>
  listen(
    createServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(EVIL_PAGE);
    }),
  );

/**
 * A proxy by which a browser reaches the server at `port` under every name: what a name server can do that leads a name of an
 * attacker to this machine (DNS rebinding). The request arrives as the browser has written it.
 */
export const serveRebinding = (port: number): Promise<OpenServer> =>
  listen(
    createServer((asked, answer) => {
      const { pathname, search } = new URL(asked.url ?? '/');
      const passed = request(
        { host: '127.0.0.1', port, path: pathname + search, method: asked.method, headers: asked.headers },
        (got) => {
          answer.writeHead(got.statusCode ?? 502, got.headers);
          got.pipe(answer);
        },
      );
      passed.on('error', () => answer.destroy());
      asked.pipe(passed);
    }),
  );

async function listen(server: Server): Promise<OpenServer> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
