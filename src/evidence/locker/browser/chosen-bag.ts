import { openBlobSource, partsOf } from '#kernel/browser/blob-source.ts';
import type { ChosenFile } from '#kernel/browser/dropped-files.ts';
import { type BagFiles, UnreadableFileError } from '#kernel/formats/bagit/bag-files.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';

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
