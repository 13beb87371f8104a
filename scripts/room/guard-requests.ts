import type { IncomingMessage } from 'node:http';
import type { RequestRefusal } from '#room/model/protocol.ts';

/** Maximum bytes of a request body: of a request to join, from a team, and from the control page, which sends whole files. */
export const MAX_BODY = { join: 4 * 1024, team: 256 * 1024, control: 4 * 1024 * 1024 } as const;

/** Who asks: the facilitator, on this machine and by its own name; or a team, by the address of the room. */
export type Asker = 'facilitator' | 'team';

/** Names by which the server may be asked, each with its port as a browser writes it. */
export interface ServerNames {
  /** Names of the facilitator, such as `localhost:4400`. */
  readonly own: readonly string[];
  /** Names of the room, such as `192.0.2.7:4400`. */
  readonly room: readonly string[];
}

/** A request that is refused before anything of it is read. */
export interface Refused {
  readonly status: 400 | 401 | 403 | 404 | 413 | 415 | 429 | 503;
  readonly refused: RequestRefusal;
}

export const isRefused = (value: object): value is Refused => 'refused' in value && 'status' in value;

const LOOPBACK = /^(?:127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|::ffff:127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;

/**
 * Who asks, by the name that was asked for and by the socket. Another name than ours is refused: a page that makes its
 * own name lead to this machine (DNS rebinding) sends that name.
 */
export function askerOf(request: IncomingMessage, { own, room }: ServerNames): Asker | Refused {
  const hosts = request.rawHeaders.filter((name, n) => n % 2 === 0 && name.toLowerCase() === 'host');
  const host = (request.headers.host ?? '').toLowerCase();
  if (hosts.length !== 1) return { status: 400, refused: 'wrong-host' };
  const isLocal = LOOPBACK.test(request.socket.remoteAddress ?? '');
  if (own.includes(host)) return isLocal ? 'facilitator' : { status: 403, refused: 'wrong-host' };
  return room.includes(host) ? 'team' : { status: 403, refused: 'wrong-host' };
}

/**
 * Refuses what another site made a browser send. Browsers on plain http send no Sec-Fetch headers to an address of a
 * LAN, but they do send Origin with every POST; a POST without it is refused.
 */
export function foreignOrigin({ method, headers }: IncomingMessage, isPage: boolean): Refused | undefined {
  const { host = '', origin } = headers;
  const refused: Refused = { status: 403, refused: 'foreign-origin' };
  if (origin !== undefined ? origin.toLowerCase() !== `http://${host.toLowerCase()}` : method === 'POST')
    return refused;
  const site = headers['sec-fetch-site'];
  const isOpened = isPage && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
  return site === undefined || site === 'same-origin' || site === 'none' || isOpened ? undefined : refused;
}

/**
 * Reads a body of JSON up to `most` bytes. `pay` is called with its bytes before they are read as JSON, and returns false
 * for a sender who has sent too much.
 */
export async function readJsonBody(
  request: IncomingMessage,
  most: number,
  pay: (bytes: number) => boolean = () => true,
): Promise<{ readonly value: unknown } | Refused> {
  const { headers } = request;
  if (!/^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(headers['content-type'] ?? ''))
    return { status: 415, refused: 'not-json' };
  if (headers['content-encoding'] !== undefined) return { status: 415, refused: 'not-json' };
  if (Number(headers['content-length'] ?? 0) > most) return { status: 413, refused: 'too-large' };
  const bytes = await bodyOf(request, most);
  if (!pay(bytes?.length ?? most)) return { status: 429, refused: 'too-many-requests' };
  if (bytes === undefined) return { status: 413, refused: 'too-large' };
  try {
    return { value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown };
  } catch {
    return { status: 400, refused: 'not-json' };
  }
}

/** Time for a client to read that its body is too large, before its connection is closed. */
const PARTING_MS = 2_000;

/** The body; undefined for one that is longer than `most` bytes: the rest of it is thrown away. */
function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else {
        chunks.length = 0;
        resolve(undefined);
        setTimeout(() => request.destroy(), PARTING_MS).unref();
      }
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('aborted', () => reject(new Error('The client has gone.')));
  });
}

/** The token of a request. */
export function bearerOf({ headers }: IncomingMessage): string | undefined {
  return /^Bearer ([\w-]{20,200})$/.exec(headers.authorization ?? '')?.[1];
}
