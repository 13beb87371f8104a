import type { SearchIndexFile } from './build-search-index.ts';
import { type FoundPages, findPages } from './find-pages.ts';

type Find = (query: string) => FoundPages;

let loaded: Promise<Find> | undefined;

/** Loads the engine and the index once, when they are first needed; a failed load may be tried again. */
export function loadSearch(indexAddress: URL): Promise<Find> {
  loaded ??= load(indexAddress).catch((problem: unknown) => {
    loaded = undefined;
    throw problem;
  });
  return loaded;
}

async function load(indexAddress: URL): Promise<Find> {
  const [{ default: lunr }, response] = await Promise.all([import('lunr'), fetch(indexAddress)]);
  if (!response.ok) throw new Error(`The search index answered ${response.status}.`);
  const { documents, index } = (await response.json()) as SearchIndexFile;
  const engine = lunr.Index.load(index);
  return (query) => findPages(engine, documents, query);
}
