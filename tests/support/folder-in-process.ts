import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { answerFolder, guardFolder } from '../../scripts/authoring/answer-folder.ts';
import { type CasesOnDisk, openCases } from '../../scripts/authoring/cases-on-disk.ts';

const HOST = '127.0.0.1:4400';

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

/** The guard and the answers of `npm run author` over the cases below a folder, without a socket. */
export class FolderInProcess {
  readonly cases: CasesOnDisk;

  constructor(home: string) {
    this.cases = openCases(home, home);
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
    return new Promise((resolve, reject) => {
      let status = 200;
      const response = {
        setHeader: () => undefined,
        writeHead(code: number) {
          status = code;
        },
        end: (text = '') => resolve({ status, text }),
      } as unknown as ServerResponse;
      const folder = {
        ...this.cases,
        stand: () => ({ library: '', cases: [] }),
        library: () => ({}),
        onChange: () => () => undefined,
      };
      if (guardFolder(request, response) && !answerFolder(folder, request, response))
        reject(new Error(`${url} is none of its addresses.`));
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
