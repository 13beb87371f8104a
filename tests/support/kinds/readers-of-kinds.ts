import type { KindReader } from './kind-reader.ts';
import { ofEachKind } from './of-each-kind.ts';

const FOUND = await ofEachKind<{ readonly READER: KindReader }>('./*/reader.ts');

/** The second reader of each kind, by its name. */
export const READERS_OF_KINDS: ReadonlyMap<string, KindReader> = new Map(
  [...FOUND].map(([kind, { READER }]) => [kind, READER]),
);
