import { type PartLoader, PartMissingError } from '#app/case/ports.ts';
import { packedFile } from './packed-page.ts';

/** Creates a loader of the parts that the packed page itself holds, each read once. */
export function createPackedParts(): PartLoader {
  const parts = new Map<string, Promise<unknown>>();
  return {
    load(part) {
      const known = parts.get(part);
      if (known) return known;
      const loading = read(part);
      parts.set(part, loading);
      return loading;
    },
  };
}

async function read(part: string): Promise<unknown> {
  const text = await packedFile(part);
  if (text === undefined) throw new PartMissingError(`This file does not hold ${part}.`);
  return JSON.parse(text);
}
