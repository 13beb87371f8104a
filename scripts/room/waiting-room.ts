import type { ServerResponse } from 'node:http';
import { HEARTBEAT_MS } from '#room/model/protocol.ts';

/** Maximum pending long polls of one client; the oldest one is answered at once. */
const MAX_WAITING = 4;

interface Waiting {
  readonly client: string;
  /** Answers if there is something new, or in any case; true once it has answered. */
  look(inAnyCase: boolean): boolean;
}

/** Answers that wait for news: long polling. */
export interface WaitingRoom {
  /**
   * Answers with what `look` gives as soon as its tag is another than `after`, and after the heartbeat in any case.
   * `gone` and undefined are answered at once.
   */
  answer<View extends { readonly tag: string } | 'gone' | undefined>(
    client: string,
    after: string | null,
    look: () => View,
    response: ServerResponse,
    send: (view: View) => void,
  ): void;
  /** Looks for every answer that waits whether there is something new. */
  look(): void;
}

export function createWaitingRoom(heartbeatMs = HEARTBEAT_MS): WaitingRoom {
  const all = new Set<Waiting>();
  return {
    answer(client, after, look, response, send) {
      const tagOf = (view: unknown) => (view as { tag?: string } | undefined)?.tag;
      const first = look();
      if (after === null || tagOf(first) !== after) return send(first);
      let timer: NodeJS.Timeout | undefined;
      const leave = () => {
        clearTimeout(timer);
        all.delete(one);
      };
      const one: Waiting = {
        client,
        look(inAnyCase) {
          const view = look();
          if (!inAnyCase && tagOf(view) === after) return false;
          leave();
          send(view);
          return true;
        },
      };
      timer = setTimeout(() => one.look(true), heartbeatMs);
      timer.unref();
      response.on('close', leave);
      all.add(one);
      const own = [...all].filter((other) => other.client === client);
      if (own.length > MAX_WAITING) own[0]?.look(true);
    },
    look() {
      for (const one of [...all]) one.look(false);
    },
  };
}
