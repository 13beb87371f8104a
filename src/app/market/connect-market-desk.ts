import type { Ad } from '#core/market/market.ts';
import type { AdRow } from '#core/market-search/ad-row.ts';
import type { FacetCounts } from '#core/market-search/market-query.ts';
import type { DeskLine, DeskOrder, DeskReply, DeskRequest } from './desk-messages.ts';
import {
  type FoundAds,
  type FoundRecords,
  type MarketDesk,
  MarketDeskError,
  type MarketList,
  type OnProgress,
  type OpenedMarket,
} from './market-desk-port.ts';

/** Somebody who waits for the reply to a request. */
interface Waiting {
  done(value: unknown): void;
  failed(error: MarketDeskError): void;
  readonly onProgress: OnProgress | undefined;
}

/** A question that nobody has asked the desk yet. */
interface Question {
  readonly order: DeskOrder;
  done(list: MarketList | undefined): void;
  failed(error: MarketDeskError): void;
}

/** The end of a line that a page holds. `hangUp` ends whoever is at the other end. */
export interface PageLine extends DeskLine<DeskRequest, DeskReply> {
  onBreak(tell: (why: string) => void): void;
  hangUp(): void;
}

/** Client for the search worker: one query in flight, newest wins. */
export function connectMarketDesk(line: PageLine): MarketDesk {
  const waiting = new Map<number, Waiting>();
  let numbers = 0;
  /** Why there is no desk any more. */
  let gone: string | undefined;
  /** The question that the desk has, and the one that comes after it. */
  let asked: Question | undefined;
  let next: Question | undefined;

  line.onReceive((reply) => {
    const one = waiting.get(reply.number);
    if (!one) return;
    if (reply.type === 'progressed') {
      one.onProgress?.(reply.read, reply.size);
      return;
    }
    waiting.delete(reply.number);
    if (reply.type === 'done') one.done(reply.value);
    else one.failed(new MarketDeskError(reply.message));
  });
  line.onBreak(breakOff);

  function request<Value>(order: DeskOrder, onProgress?: OnProgress): Promise<Value> {
    if (gone !== undefined) return Promise.reject(new MarketDeskError(gone));
    return new Promise((resolve, failed) => {
      numbers += 1;
      waiting.set(numbers, { done: (value) => resolve(value as Value), failed, onProgress });
      line.send({ number: numbers, ...order });
    });
  }

  function send(question: Question): void {
    asked = question;
    request<MarketList>(question.order)
      .then(question.done, question.failed)
      .finally(() => {
        asked = undefined;
        const following = next;
        next = undefined;
        if (following) send(following);
      });
  }

  function breakOff(why: string): void {
    gone = why;
    for (const { failed } of waiting.values()) failed(new MarketDeskError(why));
    waiting.clear();
    next?.failed(new MarketDeskError(why));
    next = undefined;
  }

  return {
    open: (source, onProgress) => request<OpenedMarket>({ type: 'open', source }, onProgress),
    ask: (query, stretch) =>
      new Promise((done, failed) => {
        const question: Question = { order: { type: 'ask', query, stretch }, done, failed };
        // Nobody waits for these any longer.
        asked?.done(undefined);
        next?.done(undefined);
        if (!asked) send(question);
        else next = question;
      }),
    read: (list, stretch) => request<readonly AdRow[] | undefined>({ type: 'read', list, stretch }),
    counts: (list) => request<FacetCounts | undefined>({ type: 'counts', list }),
    peek: (query, stretch) => request<FoundAds>({ type: 'peek', query, stretch }),
    find: (id) => request<Ad | undefined>({ type: 'find', id }),
    records: (id) => request<FoundRecords | undefined>({ type: 'records', id }),
    close() {
      breakOff('The desk is closed.');
      line.hangUp();
    },
  };
}
