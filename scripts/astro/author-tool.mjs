// @ts-check

import { answerFolder, FOLDER_PATH, guardFolder } from '../authoring/answer-folder.ts';
import { guardConnections, putInFront } from '../site/check-request.ts';

/**
 * The studio over a folder, only in the server of `npm run author`: its route is added here, from a page that no build
 * reads, so that the shipped site never contains it.
 *
 * @param {import('../authoring/watch-folder.ts').WatchedFolder} folder
 * @param {import('../site/check-request.ts').ConnectionLimits} [limits] how long a client may take
 * @returns {import('astro').AstroIntegration}
 */
export function authorTool(folder, limits) {
  return {
    name: 'author-tool',
    hooks: {
      'astro:config:setup': ({ injectRoute, updateConfig }) => {
        injectRoute({ pattern: FOLDER_PATH, entrypoint: './src/site/pages/studio/_folder.astro' });
        updateConfig({ vite: { plugins: [folderServer(folder, limits)] } });
      },
    },
  };
}

/**
 * Serves the cases of the folder to the page, and takes what it writes.
 *
 * @param {import('../authoring/watch-folder.ts').WatchedFolder} folder
 * @param {import('../site/check-request.ts').ConnectionLimits | undefined} limits
 * @returns {import('vite').Plugin}
 */
function folderServer(folder, limits) {
  return {
    name: 'case-folder',
    // When this server starts anew, Vite's client would reload the page, and what waits there to be written would be lost.
    transform: (code, id) =>
      id.endsWith('/vite/dist/client/client.mjs') ? code.replaceAll('location.reload()', 'undefined') : undefined,
    configureServer(server) {
      const http = /** @type {import('node:http').Server} */ (server.httpServer);
      guardConnections(http, limits);
      putInFront(http, guardFolder);
      server.middlewares.use((request, response, next) => {
        if (!answerFolder(folder, request, response)) next();
      });
    },
  };
}
