// @ts-check

import { resolve, sep } from 'node:path';
import { guardConnections, putGuardInFront } from '../site/check-request.ts';

/** Address by which the development server opens a file in the developer's editor. */
const OPENS_EDITOR = '/__open-in-editor';

/**
 * Makes the development server answer this machine and its own pages only. Without it a page of any site could make the
 * browser of a developer ask it: to open a file of the machine in the editor, or for the source of the kit.
 *
 * @param {import('../site/check-request.ts').ConnectionLimits} [limits] how long a client may take
 * @returns {import('astro').AstroIntegration}
 */
export function ownMachineOnly(limits) {
  return {
    name: 'own-machine-only',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const http = /** @type {import('node:http').Server | null} */ (server.httpServer);
        if (!http) return;
        guardConnections(http, limits);
        putGuardInFront(http, (request, address) => refuseFile(request, address, server.config.root));
      },
    },
  };
}

/**
 * A file is opened for a page of this server, and only below the project: a browser that sends no Sec-Fetch-Site does not say
 * who asks.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('../site/check-request.ts').CheckedRequest} address
 * @param {string} root
 * @returns {import('../site/check-request.ts').RefusedRequest | undefined}
 */
function refuseFile({ headers }, { path, search }, root) {
  // The server compares the address without regard to case.
  if (!path.toLowerCase().includes(OPENS_EDITOR)) return undefined;
  const file = resolve(root, new URLSearchParams(search).get('file') ?? '');
  const isOwn = headers['sec-fetch-site'] === 'same-origin' && file.startsWith(resolve(root) + sep);
  return isOwn ? undefined : { status: 403, said: 'Only pages of this server open files, and only of this project.' };
}
