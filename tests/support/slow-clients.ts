import { connect } from 'node:net';

/** Bytes that a client sends before it continues byte by byte without end. */
export const SLOW_CLIENTS: readonly (readonly [string, (path: string) => string])[] = [
  ['a client that sends a first line byte by byte', () => 'GET /'],
  ['a client that sends a header byte by byte', (path) => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nA: `],
  [
    'a client that sends its second request byte by byte',
    (path) =>
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\n\r\nGET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nB: `,
  ],
];

/**
 * Sends `begun` and then one byte more between every two turns of `meanwhile`, until the server closes the connection.
 * Gives what was received, and how many turns there were. It keeps its own half open, so that only the server can end
 * it.
 */
export async function sendSlowly(
  port: number,
  begun: string,
  meanwhile: () => Promise<void>,
): Promise<{ readonly got: string; readonly turns: number }> {
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  let isClosed = false;
  let got = '';
  socket.on('data', (part) => (got += String(part)));
  // One that is reset has been closed as well.
  socket.on('error', () => undefined);
  socket.on('close', () => (isClosed = true));
  socket.write(begun);
  let turns = 0;
  while (!isClosed) {
    await meanwhile();
    turns++;
    if (socket.writable) socket.write('a');
  }
  return { got, turns };
}
