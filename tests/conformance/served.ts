import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server of a test sends for a path. */
export interface ServedFile {
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** A server on a port of its own that knows these paths, answers ranges and sends these headers with each answer. */
export async function serve(
  files: Readonly<Record<string, ServedFile>>,
  headers: Readonly<Record<string, string>> = {},
) {
  const server = createServer((request, response) => {
    const file = files[new URL(request.url ?? '/', 'http://localhost').pathname];
    if (!file) return void response.writeHead(404, { ...headers }).end();
    const body = Buffer.from(file.body);
    const common = { ...headers, 'content-type': file.type, 'accept-ranges': 'bytes' };
    const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    if (from === '' && to === '')
      return void response.writeHead(200, { ...common, 'content-length': body.length }).end(body);
    const start = from === '' ? Math.max(0, body.length - Number(to)) : Number(from);
    const end = from === '' || to === '' ? body.length - 1 : Math.min(Number(to), body.length - 1);
    const range = { 'content-range': `bytes ${start}-${end}/${body.length}`, 'content-length': end - start + 1 };
    return void response.writeHead(206, { ...common, ...range }).end(body.subarray(start, end + 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, close: () => new Promise((resolve) => server.close(resolve)) };
}
