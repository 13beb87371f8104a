import lunr from 'lunr';
import type { SearchDocument } from './search-document.ts';

/** What the search page loads on first use: the documents, and the index over them under their position. */
export interface SearchIndexFile {
  readonly schema: 'search-index/1';
  readonly documents: readonly SearchDocument[];
  readonly index: object;
}

/**
 * Keeps a word beside its stem. The stemmer alone would leave "indic" of "indicators", and then the beginning
 * "indicat" finds nothing.
 */
function wordAndStem(token: lunr.Token): lunr.Token[] {
  const stem = lunr.stemmer(token.clone());
  return stem.toString() === token.toString() ? [token] : [token, stem];
}
lunr.Pipeline.registerFunction(wordAndStem as unknown as lunr.PipelineFunction, 'wordAndStem');

/** Builds the index at build time; where a word stands in title and text is kept, so that it can be shown. */
export function buildSearchIndex(documents: readonly SearchDocument[]): SearchIndexFile {
  const index = lunr((builder) => {
    builder.ref('at');
    builder.field('title', { boost: 8 });
    builder.field('kind', { boost: 2 });
    builder.field('text');
    builder.pipeline.before(lunr.stemmer, wordAndStem as unknown as lunr.PipelineFunction);
    builder.pipeline.remove(lunr.stemmer);
    builder.metadataWhitelist = ['position'];
    documents.forEach((document, at) => {
      builder.add({ at: String(at), ...document });
    });
  });
  return { schema: 'search-index/1', documents, index: index.toJSON() };
}
