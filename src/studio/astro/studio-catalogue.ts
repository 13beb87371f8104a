import { createProjectFiles } from '#adapters/node/project-files.ts';
import type { LibraryKinds } from '#app/kinds/kind-plug.ts';
import { casesIn } from '#app/library/cases-in.ts';
import { loadCase } from '#app/library/load-case.ts';
import { type Library, loadLibrary } from '#app/library/load-library.ts';
import type { Project } from '#app/library/load-project.ts';
import type { AnsweredCase } from '#app/library/parallel-tests.ts';
import { exercisePatterns } from '#app/studio/exercise-patterns.ts';
import { shippedEntry } from '#app/studio/shipped-case.ts';
import type { StudioCatalogue } from '#ui/studio/studio-board.ts';

/** What authors choose from in the studio: decisions of the catalogue, sources with their marks, and exercises. */
export function studioCatalogue({ library, cases }: Pick<Project, 'library' | 'cases'>): StudioCatalogue {
  return catalogueOf(library, cases);
}

/** The same from all that can be read, while an author still writes the rest. */
export function catalogueDespiteFaults(kinds: LibraryKinds): StudioCatalogue {
  const files = createProjectFiles(process.cwd());
  const library = loadLibrary(files, kinds);
  if (!library.ok) return { patterns: [], shipped: [], markets: [], sources: [], exercises: [] };
  const cases = casesIn(files, 'scenarios').flatMap((folder) => {
    const loaded = loadCase(files, folder, library.value);
    return loaded.ok ? [loaded.value] : [];
  });
  return catalogueOf(library.value, cases);
}

const catalogueOf = (library: Library, cases: readonly AnsweredCase[]): StudioCatalogue => ({
  patterns: library.patterns,
  shipped: cases.map(shippedEntry),
  markets: [...library.profiles.values()].map(({ id, name }) => ({ id, name })),
  sources: [...library.sources.values()].map(({ code, title, mark }) => ({ code, title, mark })),
  exercises: cases.flatMap((loaded) => exercisePatterns(loaded, loaded.answers?.key)),
});
