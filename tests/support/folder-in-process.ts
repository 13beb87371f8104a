import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { NO_CATALOGUE } from '#studio/screens/studio-board.ts';
import { createAuthorHandler } from '../../scripts/authoring/author-server.ts';
import { type CasesOnDisk, openCases } from '../../scripts/authoring/cases-on-disk.ts';

const HOST = '127.0.0.1:4400';

/** The token of that server, and the root of its addresses. */
const TOKEN = 'the-token-of-this-server';
export const AUTHOR_ROOT = `/${TOKEN}/`;

/** A request to the server of a folder, with the headers that it has beside its host. */
export interface Asked {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** What a page of that server sends with a write. */
export const OWN_PUT = {
  origin: `http://${HOST}`,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/json',
};

/** The requests of `npm run author` over the cases below a folder, without a socket. */
export class FolderInProcess {
  readonly cases: CasesOnDisk;
  readonly #handle: ReturnType<typeof createAuthorHandler>;

  constructor(home: string) {
    this.cases = openCases(home, home);
    const folder = {
      ...this.cases,
      stand: () => ({ library: '', cases: [] }),
      library: () => ({}),
      catalogue: async () => NO_CATALOGUE,
      onChange: () => () => undefined,
    };
    this.#handle = createAuthorHandler({ token: TOKEN, pages: home, site: home, folder });
  }

  ask({ method = 'GET', url, headers = {}, body }: Asked): Promise<{ status: number; text: string }> {
    const bytes = body === undefined ? undefined : Buffer.from(body);
    const sent = { host: HOST, ...(bytes && { 'content-length': String(bytes.length) }), ...headers };
    const request = Object.assign(Readable.from(bytes ? [bytes] : []), {
      method,
      url,
      headers: sent,
      rawHeaders: Object.entries(sent).flat(),
    }) as unknown as IncomingMessage;
    return new Promise((resolve) => {
      let status = 200;
      const response = {
        setHeader: () => undefined,
        writeHead(code: number) {
          status = code;
        },
        end: (text = '') => resolve({ status, text }),
      } as unknown as ServerResponse;
      this.#handle(request, response);
    });
  }

  /** `fetch` as a page of the server has it. */
  readonly fetch: typeof fetch = async (address, init = {}) => {
    const isPut = init.method === 'PUT';
    const { status, text } = await this.ask({
      method: init.method ?? 'GET',
      url: String(address),
      headers: { ...(isPut && OWN_PUT), ...(init.headers as Record<string, string>) },
      ...(isPut && { body: String(init.body) }),
    });
    return new Response(text, { status });
  };
}
