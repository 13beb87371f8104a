import { dayOf, type PageMark } from '#learning/track/model/kept-answer.ts';

/** A page that the reader has ticked, as portfolio and record show it. */
export interface TickedPage {
  readonly path: string;
  readonly title: string;
  /** Day of the tick, as YYYY-MM-DD in UTC. */
  readonly day: string;
  readonly fromFile: boolean;
}

/** The ticked pages with the titles that tracks give them; a page without one stands under its address. */
export function tickedPages(
  marks: readonly PageMark[],
  pages: readonly { readonly path: string; readonly title: string }[],
): TickedPage[] {
  const titles = new Map(pages.map(({ path, title }) => [path, title]));
  return marks.map(({ path, wall, fromFile }) => ({
    path,
    title: titles.get(path) ?? path,
    day: dayOf(wall),
    fromFile: fromFile === true,
  }));
}
