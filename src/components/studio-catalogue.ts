import { exercisePatterns } from '#app/studio/exercise-patterns.ts';
import { shippedEntry } from '#app/studio/shipped-case.ts';
import type { StudioCatalogue } from '#ui/studio/studio-board.ts';
import { siteProject } from './site-project.ts';

/** What authors choose from in the studio: decisions of the catalogue, sources with their marks, and exercises. */
export function studioCatalogue(): StudioCatalogue {
  const { library, cases } = siteProject();
  return {
    patterns: library.patterns,
    shipped: cases.map(shippedEntry),
    markets: [...library.profiles.values()].map(({ id, name }) => ({ id, name })),
    sources: [...library.sources.values()].map(({ code, title, mark }) => ({ code, title, mark })),
    exercises: cases.flatMap((loaded) => exercisePatterns(loaded, loaded.answers?.key)),
  };
}
