import { createHash, timingSafeEqual } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { KEY_LIST, WORKER } from '../site/built-folders.ts';
import {
  answerRefused,
  type CheckedRequest,
  type ConnectionLimits,
  checkOrigin,
  checkRequest,
  checkWrite,
  guardConnections,
  type RefusedRequest,
  refuseUpgrades,
} from '../site/check-request.ts';
import { createFileHandler } from '../site/static-server.ts';
import { answerFolder, isWritten, MAX_BODY, type ServedFolder } from './answer-folder.ts';

/** What the server of the author serves. */
export interface AuthorPlace {
  /** Secret first part of every address: no other program and no page of another site knows it. */
  readonly token: string;
  /** Folder of the built page of the studio over a folder. */
  readonly pages: string;
  /** Folder of the built site, for the links of that page; it may be missing. */
  readonly site: string;
  readonly folder: ServedFolder;
}

/**
 * The server of `npm run author`: built files below the token, and the routes of `answerFolder`. It answers pages of its own
 * on this machine only: no other Host, no other site, not even by a link.
 */
export function createAuthorServer(place: AuthorPlace, limits?: ConnectionLimits): Server {
  const server = createServer(createAuthorHandler(place));
  guardConnections(server, limits);
  refuseUpgrades(server);
  return server;
}

/** Answers the requests of that server. */
export function createAuthorHandler({ token, pages, site, folder }: AuthorPlace) {
  const base = `/${token}/`;
  const [ownFiles, siteFiles] = [createFileHandler(pages, base), createFileHandler(site, base)];
  const own = addressesIn(pages);

  return (request: IncomingMessage, response: ServerResponse): void => {
    const checked = check(request, token);
    if (!('ok' in checked)) {
      answerRefused(response, checked);
      return;
    }
    const path = checked.path.slice(base.length - 1);
    if (answerFolder(folder, request, response, { path, search: checked.search })) return;
    // The site as a whole is not kept offline here: its copy would hide what is built later.
    const missing = [WORKER, KEY_LIST].includes(path.slice(1));
    const files = own.has(path.slice(1)) ? ownFiles : siteFiles;
    // A file may go while it is read: the server continues, and the client can retry.
    files(request, response, { missing, noStore: true }).catch(() => response.destroy());
  };
}

/** Whether a request is answered: what it asks for, who asks, the token, and that nothing but a case is written. */
function check(request: IncomingMessage, token: string): CheckedRequest | RefusedRequest {
  const isPut = request.method === 'PUT';
  const checked = isPut ? checkWrite(request, MAX_BODY) : checkRequest(request);
  if (!('ok' in checked)) return checked;
  const refused = checkOrigin(request) ?? checkToken(checked, token);
  if (refused) return refused;
  const isCase = isWritten(checked.path.slice(token.length + 1));
  return isPut && !isCase ? { status: 405, said: 'Pages are only read here.' } : checked;
}

const NO_TOKEN: RefusedRequest = {
  status: 403,
  said: 'This address lacks the token. Open the address that “npm run author” has printed.',
};

function checkToken({ path }: CheckedRequest, token: string): RefusedRequest | undefined {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const [, first = '', ...rest] = path.split('/');
  // Compared by digest, so that the time of an answer says nothing of the token.
  return timingSafeEqual(digest(first), digest(token)) && rest.length > 0 ? undefined : NO_TOKEN;
}

/** Addresses of the files below a folder: those of its pages end with a slash. */
function addressesIn(folder: string): ReadonlySet<string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) =>
    join(parentPath, name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/'),
  );
  return new Set(paths.map((path) => path.replace(/(^|\/)index\.html$/, '$1')));
}
