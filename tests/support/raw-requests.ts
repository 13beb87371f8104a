import { connect } from 'node:net';

/** What a server answers to bytes that need be no request: the status line and headers, or nothing where it hangs up. */
export function askRaw(port: number, bytes: string | Uint8Array, mostMs = 15_000): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let got = '';
    const end = () => {
      clearTimeout(waiting);
      socket.destroy();
      resolve(got);
    };
    const waiting = setTimeout(end, mostMs);
    socket.on('data', (part) => {
      got += String(part);
      if (got.includes('\r\n\r\n')) end();
    });
    socket.on('error', end);
    socket.on('close', end);
    socket.write(bytes);
  });
}

const get =
  (path: string, ...headers: readonly string[]) =>
  (host: string) =>
    ['GET ' + path + ' HTTP/1.1', `Host: ${host}`, ...headers, '', ''].join('\r\n');

/** Requests that nobody makes who wants a page, by what they are. */
export const HOSTILE_REQUESTS: readonly (readonly [string, (host: string) => string | Uint8Array])[] = [
  ['no HTTP', () => 'hello\r\n\r\n'],
  ['the beginning of TLS', () => Uint8Array.from([0x16, 3, 1, 2, 0, 1, 0, 1, 0xfc, 3, 3])],
  ['a zero in the method', (host) => `G\0T / HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
  ['no host', () => 'GET / HTTP/1.1\r\n\r\n'],
  ['two hosts', (host) => get('/', `Host: ${host}`)(host)],
  [
    'a form of another site',
    (host) => `POST / HTTP/1.1\r\nHost: ${host}\r\nOrigin: https://evil.example\r\nContent-Length: 3\r\n\r\na=b`,
  ],
  [
    'a body without end',
    (host) => `POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 99999999999\r\n\r\n${'x'.repeat(100_000)}`,
  ],
  [
    'a body of two lengths',
    (host) => `POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  ['a length below zero', get('/', 'Content-Length: -1')],
  ['a body with a page', (host) => `${get('/', 'Content-Length: 5')(host)}hello`],
  ['a header without end', get('/', `A: ${'b'.repeat(200_000)}`)],
  ['thousands of headers', get('/', ...Array.from({ length: 5_000 }, (_, n) => `a${n}: 1`))],
  [
    'another protocol',
    get(
      '/',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
      'Sec-WebSocket-Version: 13',
    ),
  ],
  ['another server', get('http://evil.example/')],
  ['an address without end', get(`/${'a'.repeat(12_000)}`)],
  ...[
    '//',
    '//evil.example/',
    '/..',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..%2f..%2fetc/passwd',
    '/%252e%252e/etc/passwd',
  ].map((path) => [`the address ${path}`, get(path)] as const),
  ...['/..\\..\\etc', '/%5c..%5cetc', '/a%00b', '/%', '/%zz', '/%c0%ae%c0%ae/', '/%1b%5b2J'].map(
    (path) => [`the address ${path}`, get(path)] as const,
  ),
];

/** Requests that a page of another site can make a browser send. */
export const FOREIGN_REQUESTS: readonly (readonly [string, (host: string) => string])[] = [
  ['another host', () => get('/')('evil.example')],
  ['another origin', get('/', 'Origin: https://evil.example')],
  ['no origin', get('/', 'Origin: null')],
  ['another port', get('/', 'Origin: http://127.0.0.1:1')],
  [
    'a script of another site',
    get('/', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: no-cors', 'Sec-Fetch-Dest: script'),
  ],
  [
    'a frame of another site',
    get('/', 'Sec-Fetch-Site: cross-site', 'Sec-Fetch-Mode: navigate', 'Sec-Fetch-Dest: iframe'),
  ],
];
