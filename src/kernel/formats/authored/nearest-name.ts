import { closest, distance } from 'fastest-levenshtein';

/**
 * The name that an author most likely meant; undefined where its edit distance exceeds a third of the written letters.
 */
export function nearestName(written: string, names: readonly string[]): string | undefined {
  const others = names.filter((name) => name !== written);
  if (others.length === 0) return undefined;
  const candidate = closest(written, others);
  return distance(written, candidate) <= Math.max(1, Math.round(written.length / 3)) ? candidate : undefined;
}
