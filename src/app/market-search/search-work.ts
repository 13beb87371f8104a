import { type OpenMarket, openMarket } from './open-market.ts';
import type { MarketList, MarketSearch, OpenedMarket } from './search-port.ts';

/** Told how far the opening of a market is; a page at the other end of a line answers when it has heard. */
type Told = (read: number, size: number) => unknown;

/** What a worker does for a search. Every call fails with a sentence where no market is open. */
export interface MarketWork {
  open(source: Parameters<MarketSearch['open']>[0], onProgress?: Told): Promise<OpenedMarket>;
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

/** A market of which one list is kept, in this thread. */
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
      let heard: unknown;
      const read = openMarket(source, (...progress) => {
        heard = onProgress?.(...progress);
      });
      market = read;
      // The end of the bar comes before what is behind it.
      await heard;
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
