import { createProjectFiles } from '#kernel/node/project-files.ts';
import { LIBRARY_KINDS } from '#kinds/shipped/use-cases/library-kinds.ts';
import { casesIn } from '#library/cases/use-cases/cases-in.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import { loadLibrary } from '#library/content/use-cases/load-library.ts';
import { studioCatalogue } from '#studio/astro/studio-catalogue.ts';
import { NO_CATALOGUE, type StudioCatalogue } from '#studio/screens/studio-board.ts';

/** What authors choose from, from all cases of a project that can be read, while an author still writes the rest. */
export function catalogueDespiteFaults(root: string): StudioCatalogue {
  const files = createProjectFiles(root);
  const library = loadLibrary(files, LIBRARY_KINDS);
  if (!library.ok) return NO_CATALOGUE;
  const cases = casesIn(files, 'scenarios').flatMap((folder) => {
    try {
      const loaded = loadCase(files, folder, library.value);
      if (!loaded.ok) return [];
      studioCatalogue({ library: library.value, cases: [loaded.value] });
      return [loaded.value];
    } catch {
      // The case is being written. Its faults stand in the list of cases.
      return [];
    }
  });
  return studioCatalogue({ library: library.value, cases });
}
