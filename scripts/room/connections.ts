import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { type ConnectionLimits, guardConnections } from '../site/check-request.ts';

/** How many connections the room holds at once, and how long it waits for them. Times are in milliseconds. */
export interface RoomLimits extends ConnectionLimits {
  /** Connections that have not shown a token, of all addresses. A page without a token needs six. */
  readonly unknown: number;
  /** Connections of one team, or of the facilitator. A browser opens six, and a page that is reloaded six more. */
  readonly each: number;
  /** Until some part of an answer has to be taken by the client, and until all of it has. */
  readonly taking: number;
  readonly taken: number;
}

export const ROOM_LIMITS: RoomLimits = {
  ...{ head: 10_000, whole: 20_000, look: 1_000, parting: 2_000 },
  ...{ unknown: 400, each: 16, taking: 10_000, taken: 300_000 },
};

/**
 * Requests of one connection that may wait for their answers. Browsers send the next one after the answer; the last bytes
 * of an answer and the next request can cross.
 */
const MAX_UNANSWERED = 3;

interface Connection {
  readonly socket: Socket;
  readonly address: string;
  /** Who has shown a token on it. */
  who: string | undefined;
  unanswered: number;
}

/** The connections of all servers of a room. */
export interface Connections {
  /** Limits the connections of a server. Called before it listens. */
  guard(server: Server): void;
  /** Says whose connection it is, once its token was found to be right. */
  know(socket: Socket, who: string): void;
  /** False for a request that came before answers to earlier ones were taken; its connection is closed then. */
  begins(request: IncomingMessage, response: ServerResponse): boolean;
}

/**
 * Keeps places free for those who take part. Where there are too many connections without a token, the address that has
 * most of them loses one: the oldest that waits for nothing, or else the oldest. So silent connections of one laptop push
 * out each other, and a connection of a team or of the facilitator is never closed for somebody else.
 */
export function createConnections(limits: RoomLimits = ROOM_LIMITS): Connections {
  /** In the order of their age. */
  const all = new Map<Socket, Connection>();

  function dropOne(from: readonly Connection[]): void {
    const dropped = from.find(({ unanswered }) => unanswered === 0) ?? from[0];
    if (!dropped) return;
    all.delete(dropped.socket);
    dropped.socket.destroy();
  }

  function take(socket: Socket): void {
    all.set(socket, { socket, address: socket.remoteAddress ?? '', who: undefined, unanswered: 0 });
    socket.once('close', () => all.delete(socket));
    const unknown = [...all.values()].filter(({ who }) => who === undefined);
    if (unknown.length > limits.unknown) dropOne(largestGroup(unknown));
  }

  return {
    guard(server) {
      guardConnections(server, limits);
      server.keepAliveTimeout = 20_000;
      server.on('connection', take);
    },
    know(socket, who) {
      const connection = all.get(socket);
      if (!connection || connection.who === who) return;
      connection.who = who;
      const own = [...all.values()].filter((other) => other.who === who);
      // The newest one is that on which the request came.
      if (own.length > limits.each) dropOne(own.filter((other) => other !== connection));
    },
    begins({ socket }, response) {
      const connection = all.get(socket);
      if (!connection) return false;
      connection.unanswered += 1;
      if (connection.unanswered > MAX_UNANSWERED) {
        socket.destroy();
        return false;
      }
      response.once('close', () => {
        connection.unanswered -= 1;
      });
      limitTaking(response, socket, limits);
      return true;
    },
  };
}

/** The connections of the address that has most of them, the oldest first. */
function largestGroup(connections: readonly Connection[]): readonly Connection[] {
  const groups = new Map<string, Connection[]>();
  for (const connection of connections) {
    const group = groups.get(connection.address);
    if (group) group.push(connection);
    else groups.set(connection.address, [connection]);
  }
  return [...groups.values()].reduce((most, group) => (group.length > most.length ? group : most), []);
}

/**
 * Closes the connection of a client that does not take its answer. The time limit of a socket counts from the last bytes
 * that were taken; Node sets another one once the whole answer is.
 */
function limitTaking(response: ServerResponse, socket: Socket, { taking, taken }: RoomLimits): void {
  response.once('prefinish', () => {
    socket.setTimeout(taking);
    const ending = setTimeout(() => socket.destroy(), taken).unref();
    response.once('close', () => clearTimeout(ending));
  });
}
