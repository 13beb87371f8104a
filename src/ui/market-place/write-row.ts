import { wordsOf } from '#core/market-search/words-of.ts';
import { cutMatches } from './cut-matches.ts';
import type { AdRow } from './row-of.ts';

/** What stands around a row. */
export interface RowFrame {
  /** Place in the list, counted from 1, and how long the list is. */
  readonly place: number;
  readonly total: number;
  readonly href: string;
  /** Words looked for. */
  readonly wanted: readonly string[];
  readonly withheld: string;
  readonly when: string;
}

/**
 * A row of the list. It is made by hand and not by a component: a list holds up to 10,000 of them, and a row that nothing
 * watches is made and dropped many times faster.
 */
export function writeRow(row: AdRow, frame: RowFrame): HTMLLIElement {
  const item = document.createElement('li');
  item.className = row.isWithheld ? 'find find--withheld' : 'find';
  item.ariaPosInSet = String(frame.place);
  item.ariaSetSize = String(frame.total);
  const link = document.createElement('a');
  link.href = frame.href;
  link.tabIndex = -1;
  link.dataset.id = row.id;
  link.dataset.place = String(frame.place - 1);
  link.append(
    part('find__id', row.id),
    part('find__title', row.isWithheld ? frame.withheld : row.title, frame.wanted),
    part('find__town', row.town),
    part('find__amount', row.amount),
    moment(row.postedAt, frame.when),
    part('find__text', row.excerpt, frame.wanted),
    part('find__site', row.site),
  );
  item.append(link);
  return item;
}

function part(name: string, text: string, wanted: readonly string[] = []): HTMLSpanElement {
  const span = document.createElement('span');
  span.className = name;
  for (const piece of cutMatches(text, wanted)) {
    if (!piece.isMatch) {
      span.append(piece.text);
      continue;
    }
    const mark = document.createElement('mark');
    mark.textContent = piece.text;
    span.append(mark);
  }
  return span;
}

function moment(instant: string, words: string): HTMLTimeElement {
  const time = document.createElement('time');
  time.className = 'find__date';
  time.dateTime = instant;
  time.textContent = words;
  return time;
}

/** The words of a search as rows and the index take them; of the last one the beginning is enough. */
export const wantedWords = (text: string): readonly string[] => wordsOf(text).filter((word) => word.length > 1);
