import { compareCodes } from '#core/kernel/compare-codes.ts';
import { type BagFiles, UnreadableFileError } from '#formats/bagit/bag-files.ts';
import { openBlobSource, partsOf } from './blob-source.ts';
import type { ChosenFile } from './dropped-files.ts';

/** The files of a chosen folder, as the verifier reads a bag. Files are read on demand. */
export function openChosenBag(chosen: readonly ChosenFile[]): BagFiles {
  const sorted = [...chosen].sort((a, b) => compareCodes(a.path, b.path));
  const files = new Map(sorted.map(({ path, file }) => [path, file]));
  return {
    files: [...files].map(([path, { size }]) => ({ path, bytes: size })),
    async *read(path) {
      try {
        yield* partsOf(files.get(path) ?? new Blob());
      } catch (error) {
        // The file was changed or removed after it was chosen.
        throw new UnreadableFileError(error instanceof Error ? error.message : String(error));
      }
    },
    async source(path) {
      const file = files.get(path);
      return file && openBlobSource(file);
    },
  };
}
