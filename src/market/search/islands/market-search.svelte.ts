import { createPartLoader } from '#kernel/browser/part-loader.ts';
import type { PartLoader } from '#kernel/model/part-loader.ts';
import type { Ad } from '#market/ads/model/market.ts';
import { type MarketChoice, type MarketLibrary, marketOrder } from '#market/documents/use-cases/market-library.ts';
import { createMarketSearch } from '#market/search/browser/market-search.ts';
import type { AdRow } from '#market/search/model/ad-row.ts';
import type { FacetCounts, MarketQuery } from '#market/search/model/market-query.ts';
import { afterPainting } from '#market/search/screens/long-list/after-painting.ts';
import {
  type AskedSearch,
  faultIn,
  LIST,
  type MarketAddress,
  NOTHING_ASKED,
  queryOf,
  readAddress,
  writeAddress,
} from '#market/search/screens/market-address.ts';
import {
  type FoundAds,
  type FoundRecords,
  type MarketList,
  type MarketSearch,
  MarketSearchError,
  type OpenedMarket,
  type RowStretch,
} from '#market/search/use-cases/search-port.ts';

/** What stands beside an address in the history of the browser: the place in the list from which an ad was opened. */
interface Step {
  readonly at?: number;
}

/** A list with the query that it answers. */
export interface AnsweredList extends MarketList {
  readonly asked: AskedSearch;
}

/** Rows that come with an answer, more than a screen shows; further ones are read when they are needed. */
const FIRST: RowStretch = { from: 0, to: 50 };

/** A walk through a market: the search that answers, and the address of the page, which says where one stands. */
export class MarketVisit {
  address = $state.raw<MarketAddress>({ asked: NOTHING_ASKED, place: LIST });
  phase = $state<'start' | 'opening' | 'open'>('start');
  progress = $state.raw({ read: 0, size: 0 });
  failed = $state<string>();
  /** The part of the address that names no market that can be drawn. */
  fault = $state<string>();
  opened = $state.raw<OpenedMarket>();
  list = $state.raw<AnsweredList>();
  /** Counts, and the query that they belong to. They come a painting after the list, which is looked at first. */
  counted = $state.raw<{ readonly asked: AskedSearch; readonly counts: FacetCounts }>();
  names = $state.raw<ReadonlySet<string>>(new Set());
  /** Place in the list of the ad that was read last. */
  lastAt: number | undefined;
  /** What the search was asked last; its answer may be on the way. */
  #asked: AskedSearch = NOTHING_ASKED;
  /** Writes the last address down, as long as that has not been done. */
  #unwritten: (() => void) | undefined;
  readonly #parts: PartLoader;
  #search: MarketSearch | undefined;

  constructor(root: string) {
    this.#parts = createPartLoader(root);
  }

  /** Reads the address of the page and follows it; from then on the buttons of the browser too. Gives the way to stop. */
  begin(): () => void {
    const follow = () => {
      this.#unwritten = undefined;
      this.fault = faultIn(location.search);
      void this.#follow(readAddress(location.search));
    };
    addEventListener('popstate', follow);
    follow();
    return () => {
      removeEventListener('popstate', follow);
      this.#unwritten = undefined;
      this.#search?.close();
    };
  }

  /** Goes somewhere: a step that the browser can take back. */
  go(next: Partial<MarketAddress>, step: Step = {}): void {
    if (step.at !== undefined) this.lastAt = step.at;
    this.#write(next, (url) => history.pushState(step, '', url));
  }

  /** Changes where one stands without a step of its own, as while somebody types. */
  amend(next: Partial<MarketAddress>, step: Step = this.step): void {
    this.#write(next, (url) => history.replaceState(step, '', url));
  }

  /**
   * Another list is painted before its address is written down: Chromium 156 takes the longer for a new address the more
   * rows the page holds, with ten thousand of them two frames of a slow machine.
   */
  #write(next: Partial<MarketAddress>, put: (url: string) => void): void {
    this.#catchUp();
    const address = { ...this.address, ...next };
    if (next.asked) this.lastAt = undefined;
    const painted = this.#follow(address);
    const write = () => put(location.pathname + writeAddress(address));
    this.#unwritten = write;
    // The title of a place belongs to its address, which has to be there before.
    if (next.place || !painted) this.#catchUp();
    else
      void painted.then(() => {
        if (this.#unwritten === write) this.#catchUp();
      });
  }

  #catchUp(): void {
    const write = this.#unwritten;
    this.#unwritten = undefined;
    write?.();
  }

  get step(): Step {
    this.#catchUp();
    return (history.state ?? {}) as Step;
  }

  href(next: Partial<MarketAddress>): string {
    return writeAddress({ ...this.address, ...next });
  }

  /** Leaves the market, or stops opening it. */
  leave(): void {
    this.#unwritten = undefined;
    history.pushState({}, '', location.pathname);
    this.#close();
    this.address = { asked: NOTHING_ASKED, place: LIST };
  }

  #close(): void {
    this.#search?.close();
    this.#search = undefined;
    this.opened = undefined;
    this.list = undefined;
    this.counted = undefined;
    this.phase = 'start';
  }

  /** Gives what ends when another list has been painted; nothing where it is the same list. */
  #follow(next: MarketAddress): Promise<void> | undefined {
    const before = this.address;
    this.address = next;
    if (!next.choice) this.#close();
    else if (this.phase === 'start' || !isSame(before.choice, next.choice)) void this.#open(next.choice);
    else if (this.phase === 'open' && !isSame(this.#asked, next.asked)) return this.#ask();
    return undefined;
  }

  async #open(choice: MarketChoice): Promise<void> {
    this.#close();
    this.failed = undefined;
    this.fault = undefined;
    this.phase = 'opening';
    this.progress = { read: 0, size: choice.size };
    const search = createMarketSearch();
    this.#search = search;
    try {
      const library = await this.#fetchLibrary();
      const order = marketOrder(library, choice);
      if (!order) throw new MarketSearchError(`There is no profile ${choice.profile}.`);
      const opened = await search.open(order, (read, size) => {
        if (search === this.#search) this.progress = { read, size };
      });
      if (search !== this.#search) return;
      this.opened = opened;
      this.names = new Set(library.lexicon.names);
      this.phase = 'open';
      await this.#ask();
    } catch (error) {
      if (search !== this.#search) return;
      this.#close();
      this.failed = error instanceof Error ? error.message : String(error);
    }
  }

  /** Words and rules of the markets; asked for once more where they arrive cut short. */
  #fetchLibrary(): Promise<MarketLibrary> {
    return this.#parts.load('market/library.json') as Promise<MarketLibrary>;
  }

  async #ask(): Promise<void> {
    const { asked } = this.address;
    this.#asked = asked;
    const answer = await this.#search?.ask(queryOf(asked), FIRST).catch(ignoreClosed);
    if (!answer) return;
    this.list = { ...answer, asked };
    await afterPainting();
    void this.#count(answer.list, asked);
  }

  async #count(list: number, asked: AskedSearch): Promise<void> {
    const counts = await this.#search?.counts(list).catch(ignoreClosed);
    if (counts) this.counted = { asked, counts };
  }

  read = async (list: number, stretch: RowStretch): Promise<readonly AdRow[] | undefined> =>
    this.#search?.read(list, stretch).catch(ignoreClosed);

  peek = async (query: MarketQuery, stretch: RowStretch): Promise<FoundAds> =>
    (await this.#search?.peek(query, stretch).catch(ignoreClosed)) ?? { total: 0, ads: [] };

  count = async (asked: AskedSearch): Promise<number> => (await this.peek(queryOf(asked), { from: 0, to: 0 })).total;

  find = async (id: string): Promise<Ad | undefined> => this.#search?.find(id).catch(ignoreClosed);

  records = async (id: string): Promise<FoundRecords | undefined> => this.#search?.records(id).catch(ignoreClosed);

  /** Opens the ad so many places further on in the list. */
  async goOn(by: number): Promise<void> {
    const { list } = this;
    const at = this.step.at;
    if (!list || at === undefined || at + by < 0 || at + by >= list.total) return;
    const rows = await this.read(list.list, { from: at + by, to: at + by + 1 });
    const row = rows?.[0];
    if (!row) return;
    this.lastAt = at + by;
    this.amend({ place: { view: 'ad', id: row.id } }, { at: at + by });
  }

  /** Back to the list: the way one came, where one came from there. */
  toList(): void {
    if (this.step.at !== undefined) history.back();
    else this.go({ place: LIST });
  }
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Where the market was left meanwhile, nobody waits for the answer. */
function ignoreClosed(error: unknown): undefined {
  if (!(error instanceof MarketSearchError)) throw error;
  return undefined;
}
