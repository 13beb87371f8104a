import type { AdRow } from '#market/search/model/ad-row.ts';
import { cutMatches } from '#market/search/screens/long-list/cut-matches.ts';

/** What stands around a row. */
export interface RowFrame {
  /** Place in the list, counted from 0, and how long the list is. */
  readonly place: number;
  readonly total: number;
  /** Left out of a row that nobody can see yet. */
  readonly href?: string;
  /** Words looked for. */
  readonly wanted: readonly string[];
  readonly withheld: string;
  readonly when: string;
  readonly site: string;
}

/**
 * A row of the list. It is made by hand and not by a component: a list holds up to 10,000 of them, and a row that nothing
 * watches is made many times faster. It can show another ad, which is faster still than to make another row.
 */
export class RowView {
  readonly item = document.createElement('div');
  #place: number | undefined;
  readonly #link = document.createElement('a');
  readonly #id = part('span', 'find__id');
  readonly #title = part('span', 'find__title');
  readonly #town = part('span', 'find__town');
  readonly #amount = part('span', 'find__amount');
  readonly #date = part('time', 'find__date');
  readonly #text = part('span', 'find__text');
  readonly #site = part('span', 'find__site');

  constructor() {
    this.item.role = 'listitem';
    this.#link.tabIndex = -1;
    // It is one before it has its address, too.
    this.#link.role = 'link';
    const what = pair('find__what', this.#title, this.#text);
    const where = pair('find__where', this.#town, this.#site);
    this.#link.append(this.#id, what, where, this.#amount, this.#date);
    this.item.append(this.#link);
  }

  show(row: AdRow, frame: RowFrame): void {
    const { item } = this;
    const name = row.isWithheld ? 'find find--withheld' : 'find';
    if (item.className !== name) item.className = name;
    item.ariaSetSize = String(frame.total);
    if (frame.href !== undefined) this.#link.href = frame.href;
    this.#link.dataset.id = row.id;
    if (this.#place !== frame.place) {
      this.#place = frame.place;
      item.ariaPosInSet = String(frame.place + 1);
      this.#link.dataset.place = String(frame.place);
    }
    say(this.#id, row.id);
    sayMarked(this.#title, row.isWithheld ? frame.withheld : row.title, frame.wanted);
    say(this.#town, row.town);
    say(this.#amount, row.amount);
    this.#date.dateTime = row.postedAt;
    say(this.#date, frame.when);
    sayMarked(this.#text, row.excerpt, frame.wanted);
    say(this.#site, frame.site);
  }
}

function part<Tag extends 'span' | 'time'>(tag: Tag, name: string): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = name;
  return made;
}

/** Two lines in one box: of all that a row costs, the layout of its boxes costs most. */
function pair(name: string, over: HTMLElement, under: HTMLElement): HTMLElement {
  const made = part('span', name);
  made.append(over, document.createElement('br'), under);
  return made;
}

/** Writes into the text that stands there, where one stands. */
function say(element: HTMLElement, words: string): void {
  const { firstChild } = element;
  if (firstChild instanceof Text && firstChild === element.lastChild) {
    if (firstChild.data !== words) firstChild.data = words;
  } else element.textContent = words;
}

function sayMarked(element: HTMLElement, text: string, wanted: readonly string[]): void {
  const pieces = cutMatches(text, wanted);
  if (!pieces.some(({ isMatch }) => isMatch)) {
    say(element, text);
    return;
  }
  element.replaceChildren(
    ...pieces.map((piece) => {
      if (!piece.isMatch) return piece.text;
      const mark = document.createElement('mark');
      mark.textContent = piece.text;
      return mark;
    }),
  );
}
