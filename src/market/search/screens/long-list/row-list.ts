import type { AdRow } from '#market/search/model/ad-row.ts';
import type { RowStretch } from '#market/search/use-cases/search-port.ts';
import { ActivityWatch } from './_internal/activity-watch.ts';
import { LookAhead } from './_internal/look-ahead.ts';
import { blockOf, RowSection } from './_internal/row-section.ts';
import { dropQuietly, whenIdle, yieldToMain } from './_internal/when-idle.ts';
import { afterPainting } from './after-painting.ts';
import { isTaken, isWriting, placeAfterKey } from './list-keys.ts';

/** Rows of a section; what is far off the screen is neither laid out nor painted. */
const SECTION = 50;
/** Sections of a block, which is left out as a whole, so that the browser does not watch hundreds of sections in each frame. */
const BLOCK = 10;
/** A list of so many stands in the page as a whole, to be read and searched by the browser; of a longer one a window does. */
export const WHOLE = 10_000;
export const WINDOW = 1000;
/** No row is lower (pixels), so that no more of them than fit are written before the first painting. */
const MIN_ROW_HEIGHT_PX = 60;
/** Rows that are written before the browser may do something else. */
const TURN = 10;

/** A list to be shown, and how further rows of it are read; `undefined` where there is a newer list. */
export interface ShownList {
  readonly total: number;
  /** The first rows. */
  readonly rows: readonly AdRow[];
  /** Words looked for, to be marked. */
  readonly wanted: readonly string[];
  read(stretch: RowStretch): Promise<readonly AdRow[] | undefined>;
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
  onwindow(stretch: RowStretch): void;
}

/**
 * The rows of a list in sections. Another list is written into the rows of the first section, which is what one looks at;
 * all other sections are made after that has been painted, and fill themselves where somebody looks first, then in quiet
 * moments.
 */
export class RowList {
  #root: HTMLElement;
  #words: RowListWords;
  #events: RowListEvents;
  #list: ShownList | undefined;
  #first = new RowSection(3);
  /** Holds all sections but the first, in blocks. */
  #others = document.createElement('div');
  #sections: RowSection[] = [];
  #shown: RowStretch = { from: 0, to: 0 };
  /** Makes what the first painting left out; none where nothing was. */
  #complete: (() => void) | undefined;
  #cursor = 0;
  /** The one link that Tab leads to. */
  #reachable: HTMLAnchorElement | null = null;
  #activity = new ActivityWatch(() => this.#ahead.lookSoon());
  #ahead: LookAhead;

  constructor(root: HTMLElement, words: RowListWords, events: RowListEvents) {
    this.#root = root;
    this.#words = words;
    this.#events = events;
    this.#ahead = new LookAhead(root, {
      onask: (section) => void this.#fill(section, this.#pace(section)),
      onnear: this.#giveAddresses,
      isActive: () => this.#activity.isActive,
    });
    root.append(this.#first.element, this.#others);
    root.addEventListener('click', this.#onClick);
    root.addEventListener('keydown', this.#onKey);
    root.addEventListener('focusin', this.#onFocus);
  }

  /** Shows another list from its first ad on. */
  show(list: ShownList): void {
    this.#list = list;
    this.#cursor = 0;
    this.#open(0, list.rows);
    if (this.#ahead.top < 0) this.#root.scrollIntoView({ block: 'start', behavior: 'instant' });
  }

  /** Puts the focus on the ad at a place, wherever that is. */
  async goTo(place: number): Promise<void> {
    const list = this.#list;
    if (!list || list.total === 0) return;
    if (place < this.#shown.from || place >= this.#shown.to) this.#open(Math.floor(place / WINDOW) * WINDOW, []);
    this.#complete?.();
    const section = this.#sectionAt(place);
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
    this.#complete = undefined;
    this.#sections = [];
    this.#ahead.destroy();
    this.#activity.destroy();
    this.#root.removeEventListener('click', this.#onClick);
    this.#root.removeEventListener('keydown', this.#onKey);
    this.#root.removeEventListener('focusin', this.#onFocus);
    this.#root.replaceChildren();
  }

  /** Lays the list out from a place on, as a whole where it is short enough, and writes the rows that are at hand. */
  #open(from: number, rows: readonly AdRow[]): void {
    const list = this.#list as ShownList;
    const { total } = list;
    this.#shown = total <= WHOLE ? { from: 0, to: total } : { from, to: Math.min(from + WINDOW, total) };
    const first = this.#first;
    this.#lay(first, { from, to: Math.min(from + SECTION, this.#shown.to) });
    if (rows.length === 0) first.clear();
    this.#sections = [first];
    this.#ahead.follow(this.#shown, this.#sections);
    // As high as all sections together, so that nothing jumps when they come.
    this.#root.style.setProperty('--rows', String(this.#shown.to - from));

    const before = this.#others;
    const screen = Math.ceil((innerHeight - Math.max(this.#ahead.top, 0)) / MIN_ROW_HEIGHT_PX);
    // What is below the screen can wait until the list has been painted.
    if (first.to - from < screen) before.className = 'finds__old';
    this.#write(first, rows.slice(0, screen), 0);
    this.#setCursor(Math.min(Math.max(this.#cursor, from), Math.max(this.#shown.to - 1, 0)));
    this.#events.onwindow(this.#shown);
    const begin = () => {
      before.className = 'finds__old';
      dropQuietly(before);
      const written = this.#writeInTurns(first, rows, screen);
      if (rows.length >= first.to - first.from) first.filled = written;
      this.#others = document.createElement('div');
      this.#root.append(this.#others);
    };
    const complete = () => {
      if (this.#complete !== complete) return;
      if (this.#others === before) begin();
      this.#complete = undefined;
      while (this.#addBlock());
      this.#fillQuietly(list, this.#sections);
      this.#ahead.lookSoon();
    };
    this.#complete = complete;
    void afterPainting().then(async () => {
      if (this.#complete === complete && this.#others === before) begin();
      while (this.#complete === complete && this.#addBlock()) await yieldToMain();
      complete();
    });
  }

  /** Adds the next block of sections; says whether there was one to add. */
  #addBlock(): boolean {
    const { length } = this.#sections;
    for (let n = 0; n < BLOCK; n++) {
      const from = this.#sections.at(-1)?.to ?? 0;
      if (from >= this.#shown.to) break;
      const section = new RowSection();
      this.#lay(section, { from, to: Math.min(from + SECTION, this.#shown.to) });
      this.#sections.push(section);
    }
    const added = this.#sections.slice(length);
    if (added.length > 0) this.#others.append(blockOf(added));
    return added.length > 0;
  }

  #lay(section: RowSection, { from, to }: RowStretch): void {
    section.lay({ from, to }, this.#words.section(from + 1, to));
  }

  #fill(section: RowSection, pace = yieldToMain): Promise<void> {
    section.filled ??= (async () => {
      const { from, to } = section;
      const rows = await this.#list?.read({ from, to });
      if (rows && from === section.from) await this.#writeInTurns(section, rows, 0, pace);
    })();
    return section.filled;
  }

  /** What is on the screen is filled as soon as may be, what will be there later a little in each frame. */
  #pace = (section: RowSection) => (): Promise<void> =>
    this.#ahead.isOnScreen(section) ? yieldToMain() : afterPainting();

  /** Writes the rows of a section from one of its places on, some at a time, so that no frame has to wait for all. */
  async #writeInTurns(section: RowSection, rows: readonly AdRow[], from: number, pace = yieldToMain): Promise<void> {
    const list = this.#list;
    for (let at = from; at < rows.length; at += TURN) {
      if (at > from) await pace();
      if (list !== this.#list || !this.#sections.includes(section)) return;
      this.#write(section, rows.slice(at, at + TURN), at);
    }
    this.#ahead.lookSoon();
  }

  /** Writes rows into a section, from one of its places on. */
  #write(section: RowSection, rows: readonly AdRow[], at: number): void {
    const { total, wanted } = this.#list as ShownList;
    const { siteName, href, withheld, when } = this.#words;
    const isNear = this.#ahead.isNear(section);
    section.write(at, rows, (row, place) => ({
      place,
      total,
      wanted,
      withheld,
      ...(isNear && { href: href(row.id) }),
      when: when(row.postedAt),
      site: siteName(row.site),
    }));
    const from = section.from + at;
    if (this.#cursor >= from && this.#cursor < from + rows.length) this.#setCursor(this.#cursor);
  }

  /** Fills what nobody looks at yet, one section at a time, so that the browser can find words in it. */
  #fillQuietly(list: ShownList, sections: readonly RowSection[]): void {
    const next = sections.find(({ filled }) => filled === undefined);
    if (!next) return;
    whenIdle(async () => {
      if (sections !== this.#sections || list !== this.#list) return;
      // A section that cannot be read stays empty, and those behind it are filled all the same.
      if (!this.#activity.isActive) await this.#fill(next).catch(() => undefined);
      this.#fillQuietly(list, sections);
    });
  }

  #sectionAt = (place: number) => this.#sections.find(({ from, to }) => place >= from && place < to);

  #linkAt(place: number): HTMLAnchorElement | null {
    return this.#sectionAt(place)?.element.querySelector<HTMLAnchorElement>(`a[data-place="${place}"]`) ?? null;
  }

  /** One row of the list can be reached by Tab; the keys of the list lead from it to all others. */
  #setCursor(place: number): void {
    this.#cursor = place;
    const link = this.#linkAt(place);
    if (link === this.#reachable) return;
    if (this.#reachable) this.#reachable.tabIndex = -1;
    if (link) link.tabIndex = 0;
    this.#reachable = link;
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

  /**
   * Rows get their addresses when they come near the screen: of every link with an address the browser takes notice after
   * each frame, and ten thousand of them held up every click by some ten milliseconds.
   */
  #giveAddresses = ({ element }: RowSection): void => {
    for (const link of element.querySelectorAll<HTMLAnchorElement>('a:not([href])'))
      link.href = this.#words.href(link.dataset.id as string);
  };
}
