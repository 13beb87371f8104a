import type { Stretch } from '#app/market/market-desk-port.ts';
import type { Ad } from '#core/market/market.ts';
import { isTaken, isWriting, placeAfterKey } from './list-keys.ts';
import { rowOf } from './row-of.ts';
import { writeRow } from './write-row.ts';

/** Rows of a section; what is far off the screen is neither laid out nor painted, section by section. */
const SECTION = 50;
/** A list of so many stands in the page as a whole, to be read and searched by the browser; of a longer one a window does. */
export const WHOLE = 10_000;
export const WINDOW = 1000;
/** Rows that come with the first painting of a list; a screen shows no more. */
const SCREEN = 16;
/** Filling waits until nobody has scrolled for so long (milliseconds). */
const CALM = 200;

/** A list to be shown, and how further ads of it are read; `undefined` where there is a newer list. */
export interface ShownList {
  readonly total: number;
  readonly ads: readonly Ad[];
  /** Words looked for, to be marked. */
  readonly wanted: readonly string[];
  read(stretch: Stretch): Promise<readonly Ad[] | undefined>;
}

export interface RowListWords {
  readonly withheld: string;
  section(from: number, to: number): string;
  when(instant: string): string;
  siteName(id: string): string;
  href(id: string): string;
}

export interface RowListEvents {
  onopen(id: string, place: number): void;
  /** The window has moved: it shows the ads from one place on up to another. */
  onwindow(stretch: Stretch): void;
}

interface Section extends Stretch {
  readonly rows: HTMLOListElement;
  filled?: Promise<void>;
}

/** The rows of a list in sections, which fill themselves where somebody looks first, and all others in quiet moments. */
export class RowList {
  #root: HTMLElement;
  #words: RowListWords;
  #events: RowListEvents;
  #list: ShownList | undefined;
  #sections: Section[] = [];
  #shown: Stretch = { from: 0, to: 0 };
  #cursor = 0;
  #lastScroll = 0;
  #observer: IntersectionObserver;
  #bySection = new Map<Element, Section>();

  constructor(root: HTMLElement, words: RowListWords, events: RowListEvents) {
    this.#root = root;
    this.#words = words;
    this.#events = events;
    this.#observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const section = isIntersecting ? this.#bySection.get(target) : undefined;
          if (section) void this.#fill(section);
        }
      },
      { rootMargin: '800px' },
    );
    root.addEventListener('click', this.#onClick);
    root.addEventListener('keydown', this.#onKey);
    root.addEventListener('focusin', this.#onFocus);
    addEventListener('scroll', this.#onScroll, { passive: true });
  }

  /** Shows another list from its first ad on. */
  show(list: ShownList): void {
    this.#list = list;
    this.#cursor = 0;
    this.#open(0, list.ads);
  }

  /** Puts the focus on the ad at a place, wherever that is. */
  async goTo(place: number): Promise<void> {
    const list = this.#list;
    if (!list || list.total === 0) return;
    if (place < this.#shown.from || place >= this.#shown.to) this.#open(Math.floor(place / WINDOW) * WINDOW);
    const section = this.#sections.find(({ from, to }) => place >= from && place < to);
    if (!section) return;
    // The next key counts from here, even while the row is still awaited.
    this.#setCursor(place);
    await this.#fill(section);
    if (list !== this.#list || place !== this.#cursor) return;
    this.#setCursor(place);
    this.#linkAt(place)?.focus();
  }

  /** Puts the focus where it was in the list before. */
  focus(): Promise<void> {
    return this.goTo(this.#cursor);
  }

  get cursor(): number {
    return this.#cursor;
  }

  destroy(): void {
    this.#list = undefined;
    this.#sections = [];
    this.#observer.disconnect();
    removeEventListener('scroll', this.#onScroll);
  }

  /** Lays out the sections from a place on, the whole list where it is short enough. */
  #open(from: number, ads?: readonly Ad[]): void {
    const list = this.#list as ShownList;
    const isWhole = list.total <= WHOLE;
    this.#shown = isWhole ? { from: 0, to: list.total } : { from, to: Math.min(from + WINDOW, list.total) };
    this.#observer.disconnect();
    this.#bySection.clear();
    this.#sections = [];
    for (let at = this.#shown.from; at < this.#shown.to; at += SECTION) {
      const section = this.#section(at, Math.min(at + SECTION, this.#shown.to));
      this.#sections.push(section);
      this.#bySection.set(section.rows, section);
    }
    const [first] = this.#sections;
    if (first && ads) {
      this.#write(first, ads.slice(0, SCREEN));
      first.filled = afterPainting().then(() => {
        if (this.#sections[0] === first) this.#write(first, ads.slice(SCREEN), SCREEN);
      });
    }
    const before = [...this.#root.children] as HTMLElement[];
    const holder = document.createElement('div');
    holder.append(...this.#sections.map(({ rows }) => rows));
    this.#root.append(holder);
    // Thousands of rows are dropped in a quiet moment; until then they are only out of sight.
    for (const old of before) old.hidden = true;
    whenIdle(() => {
      for (const old of before) old.remove();
    });
    for (const { rows } of this.#sections) this.#observer.observe(rows);
    this.#setCursor(Math.min(Math.max(this.#cursor, this.#shown.from), Math.max(this.#shown.to - 1, 0)));
    this.#events.onwindow(this.#shown);
    this.#fillQuietly(list, this.#sections);
  }

  #section(from: number, to: number): Section {
    const rows = document.createElement('ol');
    rows.className = 'finds__section';
    rows.start = from + 1;
    rows.ariaLabel = this.#words.section(from + 1, to);
    rows.style.setProperty('--rows', String(to - from));
    return { from, to, rows };
  }

  #fill(section: Section): Promise<void> {
    section.filled ??= (async () => {
      const ads = await this.#list?.read({ from: section.from, to: section.to });
      if (ads && this.#sections.includes(section)) this.#write(section, ads);
    })();
    return section.filled;
  }

  /** Writes rows of a section, behind as many as stand there already. */
  #write(section: Section, ads: readonly Ad[], written = 0): void {
    const { total, wanted } = this.#list as ShownList;
    const from = section.from + written;
    const { siteName, href, withheld, when } = this.#words;
    const made = ads.map((ad, n) =>
      writeRow(rowOf(ad, siteName, wanted), {
        place: from + n + 1,
        total,
        wanted,
        withheld,
        href: href(ad.id),
        when: when(ad.postedAt),
      }),
    );
    section.rows.append(...made);
    if (this.#cursor >= from && this.#cursor < from + ads.length) this.#setCursor(this.#cursor);
  }

  /** Fills what nobody looks at yet, one section at a time, so that the browser can find words in it. */
  #fillQuietly(list: ShownList, sections: readonly Section[]): void {
    const next = sections.find(({ filled }) => filled === undefined);
    if (!next) return;
    whenIdle(async () => {
      if (sections !== this.#sections || list !== this.#list) return;
      if (performance.now() - this.#lastScroll > CALM) await this.#fill(next).catch(() => undefined);
      this.#fillQuietly(list, sections);
    });
  }

  #linkAt(place: number): HTMLAnchorElement | null {
    const section = this.#sections.find(({ from, to }) => place >= from && place < to);
    return section?.rows.querySelector<HTMLAnchorElement>(`a[data-place="${place}"]`) ?? null;
  }

  /** One row of the list can be reached by Tab; the keys of the list lead from it to all others. */
  #setCursor(place: number): void {
    const before = this.#linkAt(this.#cursor);
    if (before) before.tabIndex = -1;
    this.#cursor = place;
    const link = this.#linkAt(place);
    if (link) link.tabIndex = 0;
  }

  #onClick = (event: MouseEvent): void => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-id]');
    if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const place = Number(link.dataset.place);
    this.#setCursor(place);
    this.#events.onopen(link.dataset.id as string, place);
  };

  #onKey = (event: KeyboardEvent): void => {
    if (isTaken(event) || isWriting(event.target)) return;
    const place = placeAfterKey(event.key, this.#cursor, this.#list?.total ?? 0);
    if (place === undefined) return;
    event.preventDefault();
    void this.goTo(place);
  };

  #onFocus = (event: FocusEvent): void => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-place]');
    if (link) this.#setCursor(Number(link.dataset.place));
  };

  #onScroll = (): void => {
    this.#lastScroll = performance.now();
  };
}

function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run);
  else setTimeout(run, 20);
}

const afterPainting = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
