import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { ASSETS } from './built-folders.ts';
import {
  answerRefused,
  type ConnectionLimits,
  checkRequest,
  GUARD_HEADERS,
  guardConnections,
  NO_FRAME,
} from './check-request.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.yaml': 'text/yaml; charset=utf-8',
  '.zip': 'application/zip',
};

/** The file for a path of the site, a redirect to a folder's address with its slash, or `null` where neither exists. */
async function locate(folder: string, path: string): Promise<{ file: string } | { redirect: string } | null> {
  const file = resolve(join(folder, path));
  const inside = file === folder || file.startsWith(folder + sep);
  if (!inside || path.includes('\0') || path.split('/').some((part) => part.startsWith('.'))) return null;
  // What cannot be read is not there, for whoever asks.
  const found = await stat(file).catch(() => null);
  if (found?.isFile()) return { file };
  if (!found?.isDirectory()) return null;
  if (!path.endsWith('/')) return { redirect: `${path}/` };
  const index = join(file, 'index.html');
  // A folder without a page is not there either.
  return (await stat(index).catch(() => null)) ? { file: index } : null;
}

/** Compresses text once per file and version of it, as a static host does. */
function createCompressor() {
  const cache = new Map<string, Buffer>();
  return (file: string, version: number | string, body: Buffer, accepted: string): [Buffer, string | null] => {
    const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
    if (!encoding || body.length < 512 || !(TYPES[extname(file)] ?? '').includes('charset')) return [body, null];
    const key = `${encoding} ${version} ${file}`;
    let packed = cache.get(key);
    if (!packed) {
      packed =
        encoding === 'br'
          ? brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
          : gzipSync(body, { level: 9 });
      cache.set(key, packed);
    }
    return [packed, encoding];
  };
}

/** How a request for a file is answered in another way than with the file. */
export interface FileOptions {
  /** Keeps the answer out of every cache. */
  readonly noStore?: boolean;
  /** Answers as if the file were not there. */
  readonly missing?: boolean;
  /** A text in place of the file, the name that says its type, and what tells it from other texts of that name. */
  readonly instead?: { readonly name: string; readonly text: string; readonly version?: string } | undefined;
}

/** Called with the path of a file, from the root of the site, before it is looked for: it may make that file. */
export type PrepareFile = (path: string) => Promise<void>;

/** Answers a request for a file. */
export type FileHandler = (request: IncomingMessage, response: ServerResponse, options?: FileOptions) => Promise<void>;

/**
 * Reads the files below `folder` at the path `base` (begins and ends with a slash). Read-only, hides dot-files.
 * Own code, because sirv 3 sends a file compressed only where its compressed copy lies beside it: a case page then takes
 * 1,740 KB instead of 560 (74 files, Chromium).
 */
export function createFileHandler(folder: string, base: string, prepare?: PrepareFile): FileHandler {
  const root = resolve(folder);
  const compress = createCompressor();

  return async (request, response, { noStore = false, missing = false, instead } = {}) => {
    const send = (status: number, headers: Record<string, string | number>, body?: Buffer | string) => {
      response.writeHead(status, { ...GUARD_HEADERS, ...NO_FRAME, ...headers });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const asked = checkRequest(request);
    if (!('ok' in asked)) return answerRefused(response, asked);
    const { path, search } = asked;
    const accepted = String(request.headers['accept-encoding'] ?? '');
    const sendFile = (status: 200 | 404, file: string, version: number | string, body: Buffer) => {
      const [packed, encoding] = compress(file, version, body, accepted);
      send(
        status,
        {
          'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
          'content-length': packed.length,
          'cache-control': cacheFor(path, noStore, status === 200 && !instead),
          vary: 'accept-encoding',
          ...(encoding ? { 'content-encoding': encoding } : {}),
        },
        packed,
      );
    };
    if (instead) {
      const body = Buffer.from(instead.text);
      const version = instead.version ?? createHash('sha256').update(body).digest('hex');
      return sendFile(200, instead.name, version, body);
    }
    if (`${path}/` === base) return send(301, { location: base + search, 'cache-control': 'no-cache' });
    if (path.startsWith(base) && !missing) await prepare?.(path.slice(base.length));
    const found = path.startsWith(base) && !missing ? await locate(root, `/${path.slice(base.length)}`) : null;
    if (found && 'redirect' in found) {
      const location = base + encodeURI(found.redirect.slice(1)) + search;
      return send(301, { location, 'cache-control': 'no-cache' });
    }
    const file = found?.file ?? join(root, '404.html');
    // A site without a page of its own for this says so in plain text, below.
    const known = await stat(file).catch(() => null);
    const asText = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': cacheFor(path, noStore, false) };
    if (!known) return send(404, asText, 'There is no such page.');
    sendFile(found ? 200 : 404, file, known.mtimeMs, await readFile(file));
  };
}

/** Only a file whose name changes with its bytes is kept for a year; what is missing there may be there in a minute. */
function cacheFor(path: string, noStore: boolean, isFile: boolean): string {
  if (noStore) return 'no-store';
  return isFile && path.includes(`/${ASSETS}/`) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Serves the files below `folder` at the path `base` (begins and ends with a slash). Read-only, hides dot-files. */
export function createStaticServer(
  folder: string,
  base: string,
  { limits, prepare }: { readonly limits?: ConnectionLimits; readonly prepare?: PrepareFile } = {},
): Server {
  const answer = createFileHandler(folder, base, prepare);
  const server = createServer((request, response) => {
    // A file was deleted while it was read: the server continues, and the client can retry.
    answer(request, response).catch(() => response.destroy());
  });
  guardConnections(server, limits);
  return server;
}
