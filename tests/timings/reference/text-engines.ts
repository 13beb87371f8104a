import lunr from 'lunr';
import MiniSearch from 'minisearch';

/** The text of one ad, as the references take it. */
export interface Page {
  readonly id: number;
  readonly title: string;
  readonly text: string;
}

/** The numbers of the ads that have all words, best first; the last word may be the beginning of one. */
export type TextSearch = (text: string) => readonly number[];

export function createMiniSearch(pages: readonly Page[]): TextSearch {
  const index = new MiniSearch<Page>({ fields: ['title', 'text'], storeFields: [] });
  index.addAll(pages);
  const isLast = (_: string, n: number, words: readonly string[]) => n === words.length - 1;
  return (text) => index.search(text, { combineWith: 'AND', prefix: isLast }).map(({ id }) => id as number);
}

/** Without its stems and its list of words that are left out, so that it finds what is written. */
export function createLunrSearch(pages: readonly Page[]): TextSearch {
  const index = lunr((builder) => {
    builder.ref('id');
    builder.field('title');
    builder.field('text');
    builder.tokenizer.separator = /[^\p{L}\p{N}]+/u;
    builder.pipeline.reset();
    builder.searchPipeline.reset();
    for (const page of pages) builder.add(page);
  });
  return (text) => {
    const words = text.split(' ').map((word, n, all) => `+${word}${n === all.length - 1 ? '*' : ''}`);
    return index.search(words.join(' ')).map(({ ref }) => Number(ref));
  };
}
