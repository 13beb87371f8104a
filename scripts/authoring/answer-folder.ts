import type { IncomingMessage, ServerResponse } from 'node:http';
import { isRefused, readJsonBody } from '../room/guard-requests.ts';
import { answerRefused, checkOrigin, checkRequest, checkWrite, GUARD_HEADERS } from '../site/check-request.ts';
import { MAX_CASE_BYTES } from './cases-on-disk.ts';
import type { WatchedFolder } from './watch-folder.ts';

/** Path of the studio over a folder; below it lie the answers of this module. */
export const FOLDER_PATH = '/studio/folder';

/** Maximum bytes of a request body: the texts of a case, with the escapes of JSON. */
const MAX_BODY = 2 * MAX_CASE_BYTES;

/**
 * Refuses requests from other machines and other sites, and whatever neither reads nor puts a case; answers those itself.
 * Returns true where the request may go on. No other site may frame a page of this server.
 */
export function guardFolder(request: IncomingMessage, response: ServerResponse): boolean {
  const refused = refusalOf(request);
  if (refused) {
    answerRefused(response, refused);
    return false;
  }
  for (const [name, value] of Object.entries(GUARD_HEADERS)) response.setHeader(name, value);
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('content-security-policy', "frame-ancestors 'none'");
  return true;
}

function refusalOf(request: IncomingMessage) {
  const checked = request.method === 'PUT' ? checkWrite(request, MAX_BODY) : checkRequest(request);
  if (!('ok' in checked)) return checked;
  const elsewhere = request.method === 'PUT' && checked.path !== `${FOLDER_PATH}/case/`;
  return elsewhere ? ({ status: 405, said: 'Pages are only read here.' } as const) : checkOrigin(request);
}

/**
 * Answers a request that `guardFolder` lets through: the cases of the folder, one of them, a write of one, the library, or a
 * stream of how the folder stands (server-sent events). Returns false where the address is none of these.
 */
export function answerFolder(folder: WatchedFolder, request: IncomingMessage, response: ServerResponse): boolean {
  const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const place = searchParams.get('place') ?? '';
  if (path === `${FOLDER_PATH}/cases/`) answer(response, 200, folder.list());
  else if (path === `${FOLDER_PATH}/library/`) answer(response, 200, folder.library());
  else if (path === `${FOLDER_PATH}/changes/`) tellChanges(folder, request, response);
  else if (path !== `${FOLDER_PATH}/case/`) return false;
  else if (request.method === 'PUT') void put(folder, place, request, response);
  else {
    const lying = folder.read(place);
    answer(response, lying ? 200 : 404, lying ?? null);
  }
  return true;
}

async function put(
  folder: WatchedFolder,
  place: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    const body = await readJsonBody(request, MAX_BODY);
    if (isRefused(body)) return say(response, body.status, 'A case is put here as JSON in UTF-8.');
    const restsOn = /^"([0-9a-f]{64})"$/.exec(request.headers['if-match'] ?? '')?.[1];
    if (restsOn === undefined) return say(response, 428, 'Say on which text the new one rests, by If-Match.');
    const written = folder.write(place, body.value, restsOn);
    if ('digest' in written) answer(response, 200, written);
    else if (written.refused === 'newer') answer(response, 412, written.newest);
    else if (written.refused === 'removed') say(response, 404, 'The case is no longer in the folder.');
    else say(response, 422, written.said);
  } catch (error) {
    say(response, 500, error instanceof Error ? error.message : String(error));
  }
}

function tellChanges(folder: WatchedFolder, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const tell = () => response.write(`data: ${JSON.stringify(folder.stand())}\n\n`);
  tell();
  request.on('close', folder.onChange(tell));
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

function say(response: ServerResponse, status: number, said: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(said);
}
