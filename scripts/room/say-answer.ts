import type { ServerResponse } from 'node:http';
import type { RoomRefusal } from '#room/model/protocol.ts';
import { GUARD_HEADERS } from '../site/check-request.ts';
import type { Refused } from './guard-requests.ts';

/** Answers with a text. No answer of a room is kept in a cache. */
export function sendText(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, {
    ...GUARD_HEADERS,
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

/** Answers with a value as JSON. */
export const send = (response: ServerResponse, status: number, value: unknown): void =>
  sendText(response, status, 'application/json', JSON.stringify(value));

/** Refuses a request. Its connection ends where the rest of it was not read. */
export function refuse(response: ServerResponse, { status, refused }: Refused, detail?: string): void {
  if (status === 413 || status === 429) response.setHeader('connection', 'close');
  if (status === 429) response.setHeader('retry-after', '2');
  const said: RoomRefusal = { refused, ...(detail !== undefined && { detail }) };
  send(response, status, said);
}

/** Says that there is nothing at this address. */
export const nowhere = (response: ServerResponse): void =>
  refuse(response, { status: 404, refused: 'no-such-address' });
