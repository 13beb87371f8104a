import type { DeskReply, DeskRequest } from '#app/market/desk-messages.ts';
import { serveMarketDesk } from '#app/market/serve-market-desk.ts';

/** A worker's own end of its line; the library of types knows only the page's. */
const page = globalThis as unknown as {
  postMessage(message: DeskReply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<DeskRequest>) => void): void;
};

serveMarketDesk({
  send: (reply) => page.postMessage(reply),
  onReceive: (receive) => page.addEventListener('message', ({ data }) => receive(data)),
});
