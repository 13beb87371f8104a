import { connectMarketDesk } from '#app/market/connect-market-desk.ts';
import type { MarketDesk } from '#app/market/market-desk-port.ts';

/** A desk in a worker of its own. The page has to allow its own scripts before: see `allowOwnScripts`. */
export function createMarketDesk(): MarketDesk {
  const worker = new Worker(new URL('./market-desk.worker.ts', import.meta.url), { type: 'module' });
  return connectMarketDesk({
    send: (request) => worker.postMessage(request),
    onReceive: (receive) => worker.addEventListener('message', ({ data }) => receive(data)),
    onBreak: (tell) => worker.addEventListener('error', ({ message }) => tell(message || 'The desk cannot be loaded.')),
    hangUp: () => worker.terminate(),
  });
}
