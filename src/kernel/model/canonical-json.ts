/** A value that JSON can carry without loss. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

/** The same value as JSON: the type checker takes no object with a declared interface for one. */
export const asJson = (value: object): Json => value as Json;

/**
 * The canonical JSON text of a value: keys in UTF-16 order, no white space, numbers as ECMAScript prints them (RFC
 * 8785). A key whose value is `undefined` is left out. Throws on a number that JSON cannot express (NaN, infinities).
 */
export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = value as { readonly [key: string]: Json | undefined };
    const parts = Object.keys(entries)
      .filter((key) => entries[key] !== undefined)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalJson(entries[key] as Json)}`);
    return `{${parts.join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`canonicalJson: ${value} is no JSON number`);
  return JSON.stringify(value);
}
