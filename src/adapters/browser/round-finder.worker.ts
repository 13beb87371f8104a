import { findRound } from '#app/practice/find-round.ts';
import type { RoundReply, RoundRequest } from '#app/practice/round-messages.ts';

/** A worker's own end of its line; the library of types knows only the page's. */
const page = globalThis as unknown as {
  postMessage(message: RoundReply): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<RoundRequest>) => void): void;
};

page.addEventListener('message', ({ data: { library, order } }) => {
  const round = findRound(library, order, (done) => page.postMessage({ type: 'tried', done }));
  page.postMessage({ type: 'found', round });
});
