import { type PartLoader, PartMissingError } from '#app/case/ports.ts';

/** The parts of a case that are at hand already. */
export function partsInMemory(parts: Readonly<Record<string, unknown>>): PartLoader {
  return {
    load: async (part) => {
      if (!Object.hasOwn(parts, part)) throw new PartMissingError(`The case has no part ${part}.`);
      return parts[part];
    },
  };
}
