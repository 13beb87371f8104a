import type { Project } from '#library/project/use-cases/load-project.ts';
import type { StudioCatalogue } from '#studio/screens/studio-board.ts';
import { exercisePatterns } from '#studio/use-cases/exercise-patterns.ts';
import { shippedEntry } from '#studio/use-cases/shipped-case.ts';

/** What authors choose from in the studio: decisions of the catalogue, sources with their marks, and exercises. */
export const studioCatalogue = ({ library, cases }: Pick<Project, 'library' | 'cases'>): StudioCatalogue => ({
  patterns: library.patterns,
  shipped: cases.map(shippedEntry),
  markets: [...library.profiles.values()].map(({ id, name }) => ({ id, name })),
  sources: [...library.sources.values()].map(({ code, title, mark }) => ({ code, title, mark })),
  exercises: cases.flatMap((loaded) => exercisePatterns(loaded, loaded.answers?.key)),
});
