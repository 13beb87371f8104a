import { InvariantError } from '#kernel/model/invariant.ts';
import type { KindWords } from './kind-words.ts';

/** One service of all kinds of exercise, by the name of the kind. */
export interface KindRegistry<Entry> {
  /** The service of a kind. Throws for a kind without it, and names the files to add. */
  need(kind: string): Entry;
  /** The entry of a kind; undefined for an unknown kind or one without an entry. */
  of(kind: string): Entry | undefined;
  /** The names of all kinds, in the order in which they are listed. */
  kinds(): readonly string[];
  /** Every kind with its entry, in the same order. */
  entries(): readonly (readonly [kind: string, entry: Entry])[];
}

/** A registry as its own file holds it. All others are given it as a `KindRegistry`, which nobody can add to. */
export interface Registry<Entry> extends KindRegistry<Entry> {
  /** Adds a kind after the others, and returns a function that removes it. Tests of a new kind need nothing else. */
  add(kind: string, entry: Entry): () => void;
}

/** Where a service lies: in each kind, and in the list of those that are shipped. */
export interface ServiceFiles {
  /** Its name in `Kinds`. */
  readonly service: string;
  /** Its file in the folder of a kind. */
  readonly inKind: string;
  /** Its file in `kinds/shipped/`. */
  readonly inShipped: string;
}

/** Creates the registry of a service. Every kind has to be in it: `Name` is all of them. */
export function createServices<Entry, Name extends string = string>(
  { service, inKind, inShipped }: ServiceFiles,
  shipped: Readonly<Record<Name, Entry>>,
): Registry<Entry> {
  const entries = new Map<string, Entry>(Object.entries<Entry>(shipped));
  return {
    of: (kind) => entries.get(kind),
    need(kind) {
      const entry = entries.get(kind);
      if (entry === undefined)
        throw new InvariantError(
          `The kind ${kind} has no service ${service}. Add src/kinds/${kind}/${inKind} and its line in src/kinds/shipped/${inShipped}.`,
        );
      return entry;
    },
    kinds: () => [...entries.keys()],
    entries: () => [...entries],
    add(kind, entry) {
      if (entries.has(kind)) throw new Error(`There is a kind of exercise named ${kind} already. Choose another name.`);
      entries.set(kind, entry);
      return () => void entries.delete(kind);
    },
  };
}

/**
 * A value derived from all kinds of a registry: computed on first use for each registry, and again after its kinds have
 * changed.
 */
export function fromKinds<Entry, Value>(
  make: (registry: KindRegistry<Entry>) => Value,
): (registry: KindRegistry<Entry>) => Value {
  const made = new WeakMap<KindRegistry<Entry>, { readonly of: string; readonly value: Value }>();
  return (registry) => {
    const of = registry.kinds().join(' ');
    const known = made.get(registry);
    if (known?.of === of) return known.value;
    const value = make(registry);
    made.set(registry, { of, value });
    return value;
  };
}

/**
 * The words of all kinds in one table, for keys that are the same in no two kinds, such as the id of a sentence. Where two
 * kinds have a key, that of the later one stands.
 */
export const wordsOfAll = (registry: KindRegistry<KindWords>): KindWords =>
  Object.assign({}, ...registry.entries().map(([, words]) => words));
