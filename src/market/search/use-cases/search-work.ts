import { type OpenMarket, openMarket } from './open-market.ts';
import type { MarketList, MarketSearch, OpenedMarket } from './search-port.ts';

/** `OnProgress` as the worker sees it: a page in another thread returns a promise that resolves on receipt. */
type ProgressListener = (read: number, size: number) => unknown;

/** The functions of the search worker. Every call throws an error with a message where no market is open. */
export interface MarketWork {
  open(source: Parameters<MarketSearch['open']>[0], onProgress?: ProgressListener): Promise<OpenedMarket>;
  ask(...asked: Parameters<MarketSearch['ask']>): MarketList;
  read: OnOwnList<'read'>;
  counts: OnOwnList<'counts'>;
  peek: OpenMarket['peek'];
  find: OpenMarket['find'];
  records: OpenMarket['records'];
}

type OnOwnList<Name extends 'read' | 'counts'> = (
  ...asked: Parameters<MarketSearch[Name]>
) => ReturnType<OpenMarket[Name]> | undefined;

/** The search worker's state in this thread: one market and its current list. */
export function createMarketWork(): MarketWork {
  let market: OpenMarket | undefined;
  let newest = 0;
  const opened = (): OpenMarket => {
    if (!market) throw new Error('No market is open.');
    return market;
  };
  return {
    async open(source, onProgress) {
      market = undefined;
      let received: unknown;
      const read = openMarket(source, (...progress) => {
        received = onProgress?.(...progress);
      });
      market = read;
      // The page shows the progress bar as complete before it gets the market.
      await received;
      return read.opened;
    },
    ask(query, stretch) {
      const found = opened().ask(query, stretch);
      newest += 1;
      return { list: newest, ...found };
    },
    read: (list, stretch) => (list === newest ? opened().read(stretch) : undefined),
    counts: (list) => (list === newest ? opened().counts() : undefined),
    peek: (query, stretch) => opened().peek(query, stretch),
    find: (id) => opened().find(id),
    records: (id) => opened().records(id),
  };
}
