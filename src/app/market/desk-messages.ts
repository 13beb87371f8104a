import type { MarketQuery } from '#core/market-search/market-query.ts';
import type { MarketSource, Stretch } from './market-desk-port.ts';

/** What the page sends to the desk. Each has a number of its own, under which the desk replies. */
export type DeskRequest = { readonly number: number } & DeskOrder;

export type DeskOrder =
  | { readonly type: 'open'; readonly source: MarketSource }
  | { readonly type: 'ask'; readonly query: MarketQuery; readonly stretch: Stretch }
  | { readonly type: 'peek'; readonly query: MarketQuery; readonly stretch: Stretch }
  | { readonly type: 'read'; readonly list: number; readonly stretch: Stretch }
  | { readonly type: 'counts'; readonly list: number }
  | { readonly type: 'find'; readonly id: string }
  | { readonly type: 'records'; readonly id: string };

/** What the desk sends back: some progress reports, then one end. */
export type DeskReply = { readonly number: number } & (
  | { readonly type: 'progressed'; readonly read: number; readonly size: number }
  | { readonly type: 'done'; readonly value: unknown }
  | { readonly type: 'failed'; readonly message: string }
);

/** A line between page and desk that keeps the order of what is sent. */
export interface DeskLine<Sent, Received> {
  send(message: Sent): void;
  onReceive(receive: (message: Received) => void): void;
}
