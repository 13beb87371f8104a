import type { AdRow } from '#market/search/model/ad-row.ts';
import type { RowStretch } from '#market/search/use-cases/search-port.ts';
import { type RowFrame, RowView } from './row-view.ts';

/**
 * Rows that are laid out and painted together. A group that comes into sight while somebody scrolls has to fit into one
 * frame of a slow machine; groups in sections, so that the browser need not watch a thousand groups at a time.
 */
const GROUP = 5;

/** Rows that are laid out together, and their places in the list. */
export interface RowGroup extends RowStretch {
  readonly element: HTMLElement;
}

/** Whether two stretches have a place in common. */
export const overlaps = (one: RowStretch, other: RowStretch): boolean => one.from < other.to && other.from < one.to;

/** Some rows of a list, in groups. It can stand for another stretch later and keeps its rows then. */
export class RowSection {
  readonly element = document.createElement('div');
  /** Done when the rows stand there; undefined before anybody has asked for them. */
  filled: Promise<void> | undefined;
  #stretch: RowStretch = { from: 0, to: 0 };
  #views: RowView[] = [];
  #groups: HTMLElement[] = [];
  readonly #always: number;

  /** @param always Groups that are laid out wherever they are, as somebody looks at them first. */
  constructor(always = 0) {
    this.#always = always;
    this.element.className = always > 0 ? 'finds__section' : 'finds__section finds__off';
    this.element.role = 'list';
  }

  get from(): number {
    return this.#stretch.from;
  }

  get to(): number {
    return this.#stretch.to;
  }

  /** Its groups, each with the places of its rows. */
  get groups(): readonly RowGroup[] {
    return this.#groups.map((element, n) => ({
      element,
      from: this.from + n * GROUP,
      to: this.from + n * GROUP + element.childElementCount,
    }));
  }

  /** Makes room for the rows of a stretch. Those that stand there stay until others are written, as far as there is room. */
  lay(stretch: RowStretch, label: string): void {
    this.#stretch = stretch;
    this.filled = undefined;
    this.element.ariaLabel = label;
    setRows(this.element, stretch.to - stretch.from);
    this.#trim(stretch.to - stretch.from);
  }

  clear(): void {
    this.#trim(0);
  }

  #trim(rows: number): void {
    for (const view of this.#views.splice(rows)) view.item.remove();
    for (const group of this.#groups.splice(Math.ceil(rows / GROUP))) group.remove();
    this.#fitLast();
  }

  /** Writes rows from one place of the section on; places before it that are still empty have to be written first. */
  write(at: number, rows: readonly AdRow[], frame: (row: AdRow, place: number) => RowFrame): void {
    for (const [n, row] of rows.entries()) {
      const standing = this.#views[at + n];
      const view = standing ?? new RowView();
      view.show(row, frame(row, this.from + at + n));
      if (!standing) this.#append(view);
    }
    this.#fitLast();
  }

  #append(view: RowView): void {
    if (this.#views.length % GROUP === 0) {
      const group = document.createElement('div');
      group.className = this.#groups.length < this.#always ? 'finds__group' : 'finds__group finds__off';
      group.role = 'none';
      setRows(group, GROUP);
      this.#groups.push(group);
      this.element.append(group);
    }
    this.#groups.at(-1)?.append(view.item);
    this.#views.push(view);
  }

  /** The last group may have fewer rows than the others. */
  #fitLast(): void {
    const last = this.#groups.at(-1);
    if (last) setRows(last, last.childElementCount);
  }
}

/** Sections that are left out together while all of them are off the screen. */
export function blockOf(sections: readonly RowSection[]): HTMLElement {
  const block = document.createElement('div');
  block.className = 'finds__block finds__off';
  setRows(block, (sections.at(-1)?.to ?? 0) - (sections[0]?.from ?? 0));
  block.append(...sections.map(({ element }) => element));
  return block;
}

/** An element is as high as its rows, even before it is laid out. */
const setRows = (element: HTMLElement, rows: number): void => element.style.setProperty('--rows', String(rows));
