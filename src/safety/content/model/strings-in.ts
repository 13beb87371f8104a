/** A string in a document, its path, and the last field name on the path. */
export interface FoundString {
  readonly path: readonly (string | number)[];
  readonly key: string;
  readonly text: string;
}

/** Every string of a document, at any depth, in document order. */
export function* stringsIn(
  value: unknown,
  path: readonly (string | number)[] = [],
  key = String(path.at(-1) ?? ''),
): Generator<FoundString> {
  if (typeof value === 'string') yield { path, key, text: value };
  else if (Array.isArray(value)) {
    for (const [n, item] of value.entries()) yield* stringsIn(item, [...path, n], key);
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, item] of Object.entries(value)) yield* stringsIn(item, [...path, name], name);
  }
}
