import type { Stretch } from '#app/market/market-desk-port.ts';
import type { AdRow } from '#core/market-search/ad-row.ts';
import { type RowFrame, RowView } from './row-view.ts';

/** Some rows of a list that are laid out together. It can stand for another stretch later and keeps its rows then. */
export class RowSection {
  readonly element = document.createElement('ol');
  /** Done when the rows stand there; undefined before anybody has asked for them. */
  filled: Promise<void> | undefined;
  #stretch: Stretch = { from: 0, to: 0 };
  #views: RowView[] = [];

  constructor() {
    this.element.className = 'finds__section';
  }

  get from(): number {
    return this.#stretch.from;
  }

  get to(): number {
    return this.#stretch.to;
  }

  /** Makes room for the rows of a stretch. Those that stand there stay until others are written, as far as there is room. */
  lay(stretch: Stretch, label: string): void {
    const { from, to } = stretch;
    this.#stretch = stretch;
    this.filled = undefined;
    this.element.start = from + 1;
    this.element.ariaLabel = label;
    this.element.style.setProperty('--rows', String(to - from));
    for (const view of this.#views.splice(to - from)) view.item.remove();
  }

  clear(): void {
    for (const view of this.#views.splice(0)) view.item.remove();
  }

  /** Writes rows from one place of the section on. */
  write(at: number, rows: readonly AdRow[], frame: (row: AdRow, place: number) => RowFrame): void {
    const added: HTMLLIElement[] = [];
    for (const [n, row] of rows.entries()) {
      const standing = this.#views[at + n];
      const view = standing ?? new RowView();
      view.show(row, frame(row, this.from + at + n));
      if (standing) continue;
      this.#views.push(view);
      added.push(view.item);
    }
    this.element.append(...added);
  }
}
