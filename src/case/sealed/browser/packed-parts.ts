import { PartSealedError } from '#case/sealed/use-cases/part-sealed-error.ts';
import { packedFile } from '#kernel/browser/packed-page.ts';
import { type PartLoader, PartMissingError } from '#kernel/model/part-loader.ts';
import { sealedIn, unsealedPart } from './sealed-parts.ts';

/** Creates a loader of the parts that the packed page itself holds, each read once. */
export function createPackedParts(): PartLoader {
  const parts = new Map<string, Promise<unknown>>();
  return {
    load(part) {
      const known = parts.get(part);
      if (known) return known;
      const loading = read(part);
      parts.set(part, loading);
      // What is sealed now may be asked for once more after its release.
      loading.catch(() => parts.delete(part));
      return loading;
    },
  };
}

async function read(part: string): Promise<unknown> {
  const text = (await packedFile(part)) ?? unsealedPart(part);
  if (text === undefined) {
    const release = await sealedIn(part);
    if (release) throw new PartSealedError(part, release);
  }
  if (text === undefined) throw new PartMissingError(`This file does not hold ${part}.`);
  return JSON.parse(text);
}
