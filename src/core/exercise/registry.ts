/** What the kinds of exercise provide for one use, by the name of the kind. */
export interface Registry<Entry> {
  /** The entry of a kind; undefined for an unknown kind or one without an entry. */
  of(kind: string): Entry | undefined;
  /** The names of all kinds, in the order in which they are listed. */
  kinds(): readonly string[];
  /** Every kind with its entry, in the same order. */
  entries(): readonly (readonly [kind: string, entry: Entry])[];
  /** Adds a kind after the others, and returns a function that removes it. Tests of a new kind need nothing else. */
  add(kind: string, entry: Entry): () => void;
}

/** Creates a registry with these kinds. */
export function createRegistry<Entry>(shipped: Readonly<Record<string, Entry>>): Registry<Entry> {
  const entries = new Map(Object.entries(shipped));
  return {
    of: (kind) => entries.get(kind),
    kinds: () => [...entries.keys()],
    entries: () => [...entries],
    add(kind, entry) {
      if (entries.has(kind)) throw new Error(`There is a kind of exercise named ${kind} already. Choose another name.`);
      entries.set(kind, entry);
      return () => void entries.delete(kind);
    },
  };
}

/** A value derived from all kinds of a registry: computed on first use, and again after the kinds have changed. */
export function fromKinds<Entry, Value>({ entries }: Registry<Entry>, make: () => Value): () => Value {
  let made: { readonly of: string; readonly value: Value } | undefined;
  return () => {
    const of = entries()
      .map(([kind]) => kind)
      .join(' ');
    if (made?.of !== of) made = { of, value: make() };
    return made.value;
  };
}
