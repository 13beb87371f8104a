import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StudioCatalogue } from '#studio/screens/studio-board.ts';
import { isRefused, readJsonBody } from '../room/guard-requests.ts';
import { GUARD_HEADERS, NO_FRAME } from '../site/check-request.ts';
import { MAX_CASE_BYTES } from './cases-on-disk.ts';
import { FOLDER_PATH } from './folder-path.ts';
import type { WatchedFolder } from './watch-folder.ts';

/** Maximum bytes of a request body: the texts of a case, with the escapes of JSON. */
export const MAX_BODY = 2 * MAX_CASE_BYTES;

/** What the studio over a folder is served from. */
export interface ServedFolder extends WatchedFolder {
  /** What authors choose from: decisions, sources, exercises of shipped cases. Takes seconds when it is first asked for. */
  catalogue(): Promise<StudioCatalogue>;
}

type Answer = (folder: ServedFolder, request: IncomingMessage, response: ServerResponse, place: string) => void;

/** Every address below `FOLDER_PATH` that is answered, by method. What is not in this list is not there. */
const ROUTES: Readonly<Record<string, Answer>> = {
  [`GET ${FOLDER_PATH}/cases/`]: (folder, _, response) => answer(response, 200, folder.list()),
  [`GET ${FOLDER_PATH}/library/`]: (folder, _, response) => answer(response, 200, folder.library()),
  [`GET ${FOLDER_PATH}/catalogue/`]: (folder, _, response) =>
    void folder.catalogue().then(
      (catalogue) => answer(response, 200, catalogue),
      (error: unknown) => say(response, 500, String(error)),
    ),
  [`GET ${FOLDER_PATH}/changes/`]: tellChanges,
  [`GET ${FOLDER_PATH}/case/`]: (folder, _, response, place) => {
    const lying = folder.read(place);
    answer(response, lying ? 200 : 404, lying ?? null);
  },
  [`PUT ${FOLDER_PATH}/case/`]: (folder, request, response, place) => void put(folder, place, request, response),
};

/** True for the address of a case that is written. */
export const isWritten = (path: string): boolean => `PUT ${path}` in ROUTES;

/**
 * Answers a request that the server of the author lets through: the cases of the folder, one of them, a write of one, the
 * library, the catalogue, or a stream of how the folder stands (server-sent events). `path` is the address below the token.
 * Returns false where it is none of these.
 */
export function answerFolder(
  folder: ServedFolder,
  request: IncomingMessage,
  response: ServerResponse,
  { path, search }: { readonly path: string; readonly search: string },
): boolean {
  const route = `${request.method} ${path}`;
  const answered = Object.hasOwn(ROUTES, route) ? ROUTES[route] : undefined;
  answered?.(folder, request, response, new URLSearchParams(search).get('place') ?? '');
  return answered !== undefined;
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
  response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
  const tell = () => response.write(`data: ${JSON.stringify(folder.stand())}\n\n`);
  tell();
  request.on('close', folder.onChange(tell));
}

const HEADERS = { ...GUARD_HEADERS, ...NO_FRAME, 'cache-control': 'no-store' };

function answer(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

function say(response: ServerResponse, status: number, said: string): void {
  response.writeHead(status, { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' });
  response.end(said);
}
