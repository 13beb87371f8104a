import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** Why a request is not answered with a page: the status, and a sentence for the person who asked. */
export interface RefusedRequest {
  readonly status: 400 | 403 | 405 | 413;
  readonly said: string;
}

/** A request that asks for a page, as a server may answer it. */
export interface CheckedRequest {
  readonly ok: true;
  /** The path with its signs decoded, which begins with a slash and leads nowhere upwards. */
  readonly path: string;
  readonly search: string;
}

/** No address of ours has a tenth of it. */
const MAX_ADDRESS = 4_096;
const OWN_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/i;

/** Headers of every answer: no other site may put our pages into a frame, read them, or have them taken for another kind. */
export const GUARD_HEADERS = {
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
} as const;

/** Refuses what asks for no page of a site: another method, a body, an address that is not well formed. */
export function checkRequest(request: IncomingMessage): CheckedRequest | RefusedRequest {
  const { method = '', url = '', headers } = request;
  if (request.rawHeaders.filter((name, n) => n % 2 === 0 && name.toLowerCase() === 'host').length > 1)
    return malformed();
  if (method !== 'GET' && method !== 'HEAD') return refused(405, 'Pages are only read here.');
  if (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0)
    return refused(413, 'Nothing is taken here.');
  if (url.length > MAX_ADDRESS || !url.startsWith('/') || url.startsWith('//')) return malformed();
  const [written = '', ...rest] = url.split('?');
  const path = decoded(written);
  // Written or decoded, once or twice, no part of an address leads upwards, ends a text or is of another system.
  const twice = path === undefined ? undefined : (decoded(path) ?? path);
  if (path === undefined || twice === undefined || [path, twice].some(isOdd)) return malformed();
  return { ok: true, path, search: rest.length > 0 ? `?${rest.join('?')}` : '' };
}

/** Refuses what another site has sent: by the name it asks for, or by the page that it comes from. */
export function checkOrigin({ headers }: IncomingMessage): RefusedRequest | undefined {
  const { host = '', origin } = headers;
  if (!OWN_HOST.test(host)) return refused(403, 'This server answers on this machine only.');
  if (origin !== undefined && origin !== `http://${host}`) return refused(403, 'This server answers no other site.');
  const site = headers['sec-fetch-site'];
  // A link on another page may lead here; nothing else there may ask.
  const isOpened = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return site === undefined || site === 'same-origin' || site === 'none' || isOpened
    ? undefined
    : refused(403, 'This server answers no other site.');
}

/** Answers a refused request, and takes nothing more on its connection. */
export function answerRefused(response: ServerResponse, { status, said }: RefusedRequest): void {
  response.writeHead(status, {
    ...GUARD_HEADERS,
    'content-type': 'text/plain; charset=utf-8',
    connection: 'close',
    ...(status === 405 && { allow: 'GET, HEAD' }),
  });
  response.end(said);
}

/** How long a client may take, in milliseconds. */
export interface ConnectionLimits {
  /** Until the head of a request is there, and until all of it is. */
  readonly head: number;
  readonly whole: number;
  /** Between two looks at all connections: a slow one is closed at the first look after its limit. */
  readonly look: number;
  /** From the answer to a request that was refused until its connection is closed, whether it was read or not. */
  readonly parting: number;
}

const LIMITS: ConnectionLimits = { head: 10_000, whole: 20_000, look: 5_000, parting: 2_000 };

/**
 * Lets nobody hold a connection by sending slowly, and answers what is no HTTP with 400, what has not ended in time with
 * 408. To be called before the server listens.
 */
export function guardConnections(server: Server, { head, whole, look, parting }: ConnectionLimits = LIMITS): void {
  server.headersTimeout = head;
  server.requestTimeout = whole;
  server.maxRequestsPerSocket = 1_000;
  // Read by Node when the server begins to listen; as an option it could be given to servers of our own only.
  Object.assign(server, { connectionsCheckingInterval: look });
  // That of Vite's server closes the connection before its answer can be read.
  server.removeAllListeners('clientError');
  server.on('clientError', ({ code }: NodeJS.ErrnoException, socket) => {
    // Also where the head is too long: it is no request.
    const status = code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request';
    part(socket, status, parting);
  });
  // One who asks for a way through to another server.
  server.on('connect', (_, socket) => part(socket, '400 Bad Request', parting));
}

/** Connections that have got their last answer. */
const parted = new WeakSet<Duplex>();

/**
 * Says why to one who made no request, and closes the connection. One who goes on sending would hold their half for ever;
 * what they send until then is no reason to close it sooner, for that could reach them before the answer does.
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

/**
 * Puts a check in front of everything that listens to a server, which then meets only what the check lets through. `pass`
 * answers what it refuses itself and gives false.
 */
export function putInFront(
  server: Server,
  pass: (request: IncomingMessage, response: ServerResponse) => boolean,
): void {
  const behind = server.listeners('request') as ((request: IncomingMessage, response: ServerResponse) => void)[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (pass(request, response)) for (const listener of behind) listener.call(server, request, response);
  });
  const upgraders = server.listeners('upgrade') as ((...given: unknown[]) => void)[];
  server.removeAllListeners('upgrade');
  server.on('upgrade', (request, socket, head) => {
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
