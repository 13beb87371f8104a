import { type PartLoader, PartMissingError } from '#kernel/model/part-loader.ts';

/** A part loader over parts that are already in memory. */
export function partsInMemory(parts: Readonly<Record<string, unknown>>): PartLoader {
  return {
    load: async (part) => {
      if (!Object.hasOwn(parts, part)) throw new PartMissingError(`The case has no part ${part}.`);
      return parts[part];
    },
  };
}
