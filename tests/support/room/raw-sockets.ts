import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection that speaks for itself: a test decides what it sends, and when it reads. */
export interface RawSocket {
  readonly socket: Socket;
  /** Resolves to the number of bytes that came, once the server has closed the connection. */
  readonly closed: Promise<number>;
  readonly isClosed: () => boolean;
}

/** Connects, and sends `bytes` if there are any. With `reads: false` nothing is read before `socket.resume()`. */
export async function rawSocket(
  port: number,
  { bytes, reads = true, from }: { readonly bytes?: string; readonly reads?: boolean; readonly from?: string } = {},
): Promise<RawSocket> {
  const socket = connect({ port, host: '127.0.0.1', ...(from !== undefined && { localAddress: from }) });
  let got = 0;
  let isClosed = false;
  const closed = new Promise<number>((done) => {
    socket.once('close', () => {
      isClosed = true;
      done(got);
    });
  });
  // A connection that the server has closed may end with a reset.
  socket.on('error', () => {});
  socket.on('data', (part) => (got += part.length));
  if (!reads) socket.pause();
  await once(socket, 'connect');
  if (bytes !== undefined) socket.write(bytes);
  return { socket, closed, isClosed: () => isClosed };
}
