import type { LibraryKinds } from '#case/plug/use-cases/kind-builds.ts';
import { createProjectFiles } from '#kernel/node/project-files.ts';
import { casesIn } from '#library/cases/use-cases/cases-in.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import type { RoundCase } from '#library/cases/use-cases/parallel-tests.ts';
import { type Library, loadLibrary } from '#library/content/use-cases/load-library.ts';
import type { Project } from '#library/project/use-cases/load-project.ts';
import type { StudioCatalogue } from '#studio/screens/studio-board.ts';
import { exercisePatterns } from '#studio/use-cases/exercise-patterns.ts';
import { shippedEntry } from '#studio/use-cases/shipped-case.ts';

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

const catalogueOf = (library: Library, cases: readonly RoundCase[]): StudioCatalogue => ({
  patterns: library.patterns,
  shipped: cases.map(shippedEntry),
  markets: [...library.profiles.values()].map(({ id, name }) => ({ id, name })),
  sources: [...library.sources.values()].map(({ code, title, mark }) => ({ code, title, mark })),
  exercises: cases.flatMap((loaded) => exercisePatterns(loaded, loaded.answers?.key)),
});
