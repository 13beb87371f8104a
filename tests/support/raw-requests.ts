import { connect } from 'node:net';

/** Sends raw bytes, valid HTTP or not; returns status line and headers, or nothing where the server hangs up. */
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
    [`GET ${path} HTTP/1.1`, `Host: ${host}`, ...headers, '', ''].join('\r\n');

/** What a request is, and its bytes for a server of this name. */
type HostileRequest = readonly [string, (host: string) => string | Uint8Array];

/** Malformed or malicious requests. */
const ODD_REQUESTS: readonly HostileRequest[] = [
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

/** A first line and what follows it, as they are. */
const raw =
  (first: string, ...lines: readonly string[]) =>
  (host: string) =>
    [first, `Host: ${host}`, ...lines, '', ''].join('\r\n');

const post = (...lines: readonly string[]) => raw('POST / HTTP/1.1', ...lines);

/** Requests that are none by the grammar of HTTP, or that ask for something else than a page. */
const MALFORMED: readonly HostileRequest[] = [
  ['one byte that is none', () => Uint8Array.from([0xff, 0x0d, 0x0a, 0x0d, 0x0a])],
  ['every byte there is', () => Uint8Array.from({ length: 256 }, (_, byte) => byte)],
  ['a megabyte of zeros', () => new Uint8Array(1_000_000)],
  ['a megabyte without a line end', () => 'G'.repeat(1_000_000)],
  ['the beginning of HTTP/2', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['the beginning of SSH', () => 'SSH-2.0-OpenSSH_9.0\r\n\r\n'],
  ['an answer in place of a request', () => 'HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n'],
  ['no version of HTTP', raw('GET /')],
  ['another version of HTTP', raw('GET / HTTP/9.9')],
  ['a version that is none', raw('GET / HTTP/a.b')],
  ['no address', raw('GET HTTP/1.1')],
  ['an address with a blank', raw('GET /a b HTTP/1.1')],
  ['an address with a line end', raw('GET /a\nb HTTP/1.1')],
  ['an address with an order to a terminal', raw('GET /\u001b[2J HTTP/1.1')],
  ['an address without a slash', raw('GET about HTTP/1.1')],
  ['an address of a file', raw('GET file:///etc/passwd HTTP/1.1')],
  ['a star for an address', raw('GET * HTTP/1.1')],
  ['a header without a colon', raw('GET / HTTP/1.1', 'no colon')],
  ['a header without a name', raw('GET / HTTP/1.1', ': none')],
  ['a header with a blank in its name', raw('GET / HTTP/1.1', 'A b: 1')],
  ['a header with a zero', raw('GET / HTTP/1.1', 'A: b\0c')],
  ['a header with a lone line end', raw('GET / HTTP/1.1', 'A: b\rc')],
  ['two lengths that differ', post('Content-Length: 1', 'Content-Length: 2')],
  ['a length that is a word', post('Content-Length: many')],
  ['a length that is hexadecimal', post('Content-Length: 0x10')],
  ['a length of a hundred digits', post(`Content-Length: ${'9'.repeat(100)}`)],
  ['a coding that is unknown', post('Transfer-Encoding: odd')],
  ['a part of negative size', (host) => `${post('Transfer-Encoding: chunked')(host)}-1\r\n\r\n`],
  ['a part of endless size', (host) => `${post('Transfer-Encoding: chunked')(host)}${'f'.repeat(40)}\r\n`],
  ['a second request in a body', (host) => `${post('Content-Length: 5')(host)}GET / HTTP/1.1\r\n\r\n`],
  ...['DELETE', 'PUT', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND'].map(
    (method) => [`the method ${method}`, raw(`${method} / HTTP/1.1`)] as const,
  ),
  ['a way through to another server', raw('CONNECT evil.example:443 HTTP/1.1')],
  ['a method that is none', raw('FETCH / HTTP/1.1')],
  ['a method in small letters', raw('get / HTTP/1.1')],
];

/** All of them, by what they are: a server must live through every one. */
export const HOSTILE_REQUESTS: readonly HostileRequest[] = [...ODD_REQUESTS, ...MALFORMED];

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
