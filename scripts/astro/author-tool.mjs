// @ts-check

import {
  answerRefused,
  checkOrigin,
  checkRequest,
  GUARD_HEADERS,
  guardConnections,
  putInFront,
} from '../site/check-request.ts';

/** Address prefix of the author's page, of the played case in it, and of the feed for both. */
const PLACE = '/author';

/**
 * The author's page, only in the server of `npm run author`: its routes are added here and are in a folder that no
 * build reads, so that the shipped site never contains them.
 *
 * @param {import('../authoring/watch-cases.ts').WatchedCases} cases
 * @param {import('../site/check-request.ts').ConnectionLimits} [limits] how long a client may take
 * @returns {import('astro').AstroIntegration}
 */
export function authorTool(cases, limits) {
  return {
    name: 'author-tool',
    hooks: {
      'astro:config:setup': ({ injectRoute, updateConfig }) => {
        injectRoute({ pattern: PLACE, entrypoint: './src/pages/_author/index.astro' });
        injectRoute({ pattern: `${PLACE}/play`, entrypoint: './src/pages/_author/play.astro' });
        updateConfig({ vite: { plugins: [feed(cases, limits)] } });
      },
    },
  };
}

/**
 * Serves the data of the page: the list of cases, now and after every change, and one complete case.
 *
 * @param {import('../authoring/watch-cases.ts').WatchedCases} cases
 * @param {import('../site/check-request.ts').ConnectionLimits | undefined} limits
 * @returns {import('vite').Plugin}
 */
function feed(cases, limits) {
  return {
    name: 'author-feed',
    configureServer(server) {
      const http = /** @type {import('node:http').Server} */ (server.httpServer);
      guardConnections(http, limits);
      putInFront(http, guard);
      server.middlewares.use((request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://localhost');
        if (url.pathname === `${PLACE}/changes/`) return tellChanges(cases, request, response);
        if (url.pathname !== `${PLACE}/case/`) return next();
        const draft = cases.draft(url.searchParams.get('place') ?? '');
        response.writeHead(draft ? 200 : 404, { 'content-type': 'application/json', 'cache-control': 'no-store' });
        response.end(JSON.stringify(draft ?? null));
      });
    },
  };
}

/**
 * Refuses requests from other machines and other sites, and forbids other sites to frame the page; the page frames the
 * played case itself.
 *
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function guard(request, response) {
  const asked = checkRequest(request);
  const refused = 'ok' in asked ? checkOrigin(request) : asked;
  if (refused) {
    answerRefused(response, refused);
    return false;
  }
  for (const [name, value] of Object.entries(GUARD_HEADERS)) response.setHeader(name, value);
  response.setHeader('x-frame-options', 'SAMEORIGIN');
  response.setHeader('content-security-policy', "frame-ancestors 'self'");
  return true;
}

/**
 * A stream of lists, each after a check (server-sent events).
 *
 * @param {import('../authoring/watch-cases.ts').WatchedCases} cases
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function tellChanges(cases, request, response) {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const tell = () => response.write(`data: ${JSON.stringify(cases.list())}\n\n`);
  tell();
  request.on('close', cases.onChange(tell));
}
