import { type MarketList, type MarketSearch, MarketSearchError } from './search-port.ts';
import type { MarketWork } from './search-work.ts';

/** The market's work in another thread. Calls resolve later, or never where that thread has ended. */
export type RemoteWork = {
  readonly [Name in keyof MarketWork]: (
    ...asked: Parameters<MarketWork[Name]>
  ) => Promise<Awaited<ReturnType<MarketWork[Name]>>>;
};

/** The thread in which the work is done. */
export interface WorkThread {
  /** Registers a listener that gets the reason if the thread fails. */
  onBreak(tell: (why: string) => void): void;
  end(): void;
}

/** A query that has not been sent yet. */
interface Query {
  readonly asked: Parameters<MarketSearch['ask']>;
  done(list: MarketList | undefined): void;
  failed(error: MarketSearchError): void;
}

/** Client for the search worker: one query in flight, newest wins. */
export function connectSearch(work: RemoteWork, thread: WorkThread): MarketSearch {
  /** Reject functions of the pending calls. */
  const waiting = new Set<(error: MarketSearchError) => void>();
  /** Why the worker has ended; undefined while it runs. */
  let gone: string | undefined;
  let sent: Query | undefined;
  let next: Query | undefined;

  thread.onBreak(breakOff);

  function call<Value>(made: () => Promise<Value>): Promise<Value> {
    if (gone !== undefined) return Promise.reject(new MarketSearchError(gone));
    return new Promise((resolve, failed) => {
      waiting.add(failed);
      made()
        .then(resolve, (error: Error) => failed(new MarketSearchError(error.message)))
        .finally(() => waiting.delete(failed));
    });
  }

  function send(query: Query): void {
    sent = query;
    call(() => work.ask(...query.asked))
      .then(query.done, query.failed)
      .finally(() => {
        sent = undefined;
        const following = next;
        next = undefined;
        if (following) send(following);
      });
  }

  function breakOff(why: string): void {
    gone = why;
    for (const failed of waiting) failed(new MarketSearchError(why));
    waiting.clear();
    next?.failed(new MarketSearchError(why));
    next = undefined;
  }

  return {
    open: (source, onProgress) => call(() => work.open(source, onProgress)),
    ask: (...asked) =>
      new Promise((done, failed) => {
        const query: Query = { asked, done, failed };
        // A newer query supersedes these.
        sent?.done(undefined);
        next?.done(undefined);
        if (!sent) send(query);
        else next = query;
      }),
    read: (list, stretch) => call(() => work.read(list, stretch)),
    counts: (list) => call(() => work.counts(list)),
    peek: (query, stretch) => call(() => work.peek(query, stretch)),
    find: (id) => call(() => work.find(id)),
    records: (id) => call(() => work.records(id)),
    close() {
      breakOff('The search is closed.');
      thread.end();
    },
  };
}
