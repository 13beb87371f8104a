import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Why a request is refused: the status, and a sentence for the user. */
export interface RefusedRequest {
  readonly status: 400 | 403 | 405 | 413;
  readonly said: string;
}

/** An accepted request for a page. */
export interface CheckedRequest {
  readonly ok: true;
  /** The decoded path; begins with a slash and contains no `..`. */
  readonly path: string;
  readonly search: string;
}

/** Maximum length of an address; no address of the site has a tenth of it. */
const MAX_ADDRESS = 4_096;
const OWN_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/** Headers of every response: other sites may not frame or read our pages, and browsers may not sniff other types. */
export const GUARD_HEADERS = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
} as const;

/** Forbids framing. Needs a header: in a page's meta element frame-ancestors is ignored (CSP 3, 6.4.2). */
export const NO_FRAME = { 'x-frame-options': 'DENY', 'content-security-policy': "frame-ancestors 'none'" };

/** Refuses requests that cannot be for a page: other methods, a body, a malformed address. */
export function checkRequest(request: IncomingMessage): CheckedRequest | RefusedRequest {
  const { method = '', headers } = request;
  if (hasTwoHosts(request)) return malformed();
  if (method !== 'GET' && method !== 'HEAD') return refused(405, 'Pages are only read here.');
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0)
    return refused(413, 'Nothing is taken here.');
  return checkAddress(request);
}

/** Refuses a PUT that no page of this very server has sent, or whose body has more than `most` bytes. */
export function checkWrite(request: IncomingMessage, most: number): CheckedRequest | RefusedRequest {
  const { method, headers } = request;
  if (hasTwoHosts(request)) return malformed();
  if (method !== 'PUT') return refused(405, 'Files are only put here.');
  // Browsers send Origin with every PUT. A program that sends none has to go through the files.
  if (headers.origin === undefined) return refused(403, 'This server takes nothing from outside its own pages.');
  const length = Number(headers['content-length'] ?? Number.NaN);
  if (headers['transfer-encoding'] !== undefined || !(length <= most))
    return refused(413, `A body of up to ${most} bytes is taken here.`);
  return checkOrigin(request) ?? checkAddress(request);
}

const hasTwoHosts = ({ rawHeaders }: IncomingMessage) =>
  rawHeaders.filter((name, n) => n % 2 === 0 && name.toLowerCase() === 'host').length > 1;

function checkAddress({ url = '' }: IncomingMessage): CheckedRequest | RefusedRequest {
  if (url.length > MAX_ADDRESS || !url.startsWith('/') || url.startsWith('//')) return malformed();
  const [written = '', ...rest] = url.split('?');
  const path = decoded(written);
  // Checked as written and decoded once or twice: no `..`, no NUL, no separator of another system.
  const twice = path === undefined ? undefined : (decoded(path) ?? path);
  if (path === undefined || twice === undefined || [path, twice].some(isOdd)) return malformed();
  return { ok: true, path, search: rest.length > 0 ? `?${rest.join('?')}` : '' };
}

/**
 * Refuses requests from other sites, by their Host header or by the page that sent them; a link on another site too. For a
 * server that can do more than show pages. A page that makes its own name lead to this machine (DNS rebinding) sends that name.
 */
export function checkOrigin({ headers }: IncomingMessage): RefusedRequest | undefined {
  const { host = '', origin } = headers;
  if (!OWN_HOST.test(host)) return refused(403, 'This server answers on this machine only.');
  if (origin !== undefined && origin !== `http://${host}`) return refused(403, NO_OTHER_SITE);
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin' || site === 'none' ? undefined : refused(403, NO_OTHER_SITE);
}

const NO_OTHER_SITE = 'This server answers no other site, and no link on one. Type the address into the browser.';

/** Answers a refused request, and closes its connection. */
export function answerRefused(response: ServerResponse, { status, said }: RefusedRequest): void {
  response.writeHead(status, {
    ...GUARD_HEADERS,
    'content-type': 'text/plain; charset=utf-8',
    connection: 'close',
    ...(status === 405 && { allow: 'GET, HEAD' }),
  });
  response.end(said);
}

/** Time limits for clients, in milliseconds. */
export interface ConnectionLimits {
  /** Until the head of a request has arrived, and until all of it has. */
  readonly head: number;
  readonly whole: number;
  /** Interval between checks of all connections: a slow one is closed at the first check after its limit. */
  readonly look: number;
  /** From the response to a refused request until its connection is closed, whether or not the client has read it. */
  readonly parting: number;
}

const LIMITS: ConnectionLimits = { head: 10_000, whole: 20_000, look: 5_000, parting: 2_000 };

/**
 * Limits slow clients (slowloris): answers invalid HTTP with 400 and a request that is not complete in time with 408.
 * Must be called before the server listens.
 */
export function guardConnections(server: Server, { head, whole, look, parting }: ConnectionLimits = LIMITS): void {
  server.headersTimeout = head;
  server.requestTimeout = whole;
  server.maxRequestsPerSocket = 1_000;
  // Node reads it when the server begins to listen. Set here because Vite's server takes no such option.
  Object.assign(server, { connectionsCheckingInterval: look });
  // Vite's own listener closes the connection before the client can read the response.
  server.removeAllListeners('clientError');
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket) => {
    // An oversized head also gets 400.
    const status = code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request';
    part(socket, status, parting);
  });
  // Refuses proxy requests (CONNECT).
  server.on('connect', (_, socket) => part(socket, '400 Bad Request', parting));
}

/** Connections that have got their final response. */
const parted = new WeakSet<Duplex>();

/**
 * Sends an error status to a client without a valid request, and closes the connection after `afterMs`. Without the
 * timer, a client that continues to send would keep its half open; closing at once could reach the client before the
 * response does.
 */
function part(socket: Duplex, status: string, afterMs: number): void {
  if (parted.has(socket)) return;
  parted.add(socket);
  socket.on('error', () => socket.destroy());
  if (!socket.writable) return void socket.destroy();
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  const closing = setTimeout(() => socket.destroy(), afterMs);
  socket.once('close', () => clearTimeout(closing));
}

/** Refuses every change of protocol, such as a WebSocket. */
export function refuseUpgrades(server: Server): void {
  server.on('upgrade', (_, socket) => part(socket, '400 Bad Request', LIMITS.parting));
}

/**
 * Refuses requests from other sites, and what asks for no page, before all other listeners of a server that another program
 * has made. Must be called when those listeners are there. `refuse` names what else is refused.
 */
export function putGuardInFront(
  server: Server,
  refuse: (request: IncomingMessage, address: CheckedRequest) => RefusedRequest | undefined,
): void {
  const behind = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const checked = checkRequest(request);
    const refused = 'ok' in checked ? (checkOrigin(request) ?? refuse(request, checked)) : checked;
    if (refused) answerRefused(response, refused);
    else for (const listener of behind) listener.call(server, request, response);
  });
  const upgraders = server.listeners('upgrade') as ((...given: unknown[]) => void)[];
  server.removeAllListeners('upgrade');
  server.on('upgrade', (request, socket, head) => {
    // Browsers send Origin with every WebSocket.
    const isOwn = request.headers.origin !== undefined && !checkOrigin(request) && 'ok' in checkRequest(request);
    if (isOwn) for (const listener of upgraders) listener.call(server, request, socket, head);
    if (!isOwn || upgraders.length === 0) part(socket, '400 Bad Request', LIMITS.parting);
  });
}

const refused = (status: RefusedRequest['status'], said: string): RefusedRequest => ({ status, said });
const malformed = () => refused(400, 'This address is not well formed.');

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

const isOdd = (path: string) =>
  /[\p{Cc}\\]/u.test(path) || path.split('/').some((part) => part === '..' || part === '.');
