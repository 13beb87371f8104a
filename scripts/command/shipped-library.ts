import { createProjectFiles } from '#kernel/node/project-files.ts';
import { LIBRARY_KINDS } from '#kinds/shipped/use-cases/library-kinds.ts';
import { type Library, loadLibrary } from '#library/content/use-cases/load-library.ts';
import { orFail } from './command-line.ts';
import { digestFiles } from './digest-files.ts';
import { ROOT } from './root.ts';

/** Cache: the library last read in this process, and the digest of its files. */
let kept: { readonly digest: string; readonly library: Library } | undefined;

/** The library of the kit, reread only where one of its files has changed. Exits with 1 on issues. */
export function shippedLibrary(): Library {
  const digest = digestFiles(ROOT, ['content']);
  if (kept?.digest !== digest) kept = { digest, library: orFail(loadLibrary(createProjectFiles(ROOT), LIBRARY_KINDS)) };
  return kept.library;
}
