import { proxy, type Remote, wrap } from 'comlink';
import { connectSearch, type RemoteWork } from '#market/search/use-cases/connect-search.ts';
import type { MarketSearch } from '#market/search/use-cases/search-port.ts';
import type { MarketWork } from '#market/search/use-cases/search-work.ts';

/** Creates a search in a worker of its own. The page has to allow its own scripts before: see `allowOwnScripts`. */
export function createMarketSearch(): MarketSearch {
  const worker = new Worker(new URL('./market-search.worker.ts', import.meta.url), { type: 'module' });
  return connectSearch(remoteWork(worker), {
    onBreak: (tell) =>
      worker.addEventListener('error', ({ message }) => tell(message || 'The search cannot be loaded.')),
    end: () => worker.terminate(),
  });
}

/** Proxy for the work behind a worker or a port; progress callbacks are proxied to it. */
export function remoteWork(end: Parameters<typeof wrap>[0]): RemoteWork {
  const work = wrap<MarketWork>(end) as Remote<MarketWork> & RemoteWork;
  return {
    open: (source, onProgress) => (onProgress ? work.open(source, proxy(onProgress)) : work.open(source)),
    ask: (query, stretch) => work.ask(query, stretch),
    read: (list, stretch) => work.read(list, stretch),
    counts: (list) => work.counts(list),
    peek: (query, stretch) => work.peek(query, stretch),
    find: (id) => work.find(id),
    records: (id) => work.records(id),
  };
}
