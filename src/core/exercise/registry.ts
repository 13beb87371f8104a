/** What the kinds of exercise bring along for one use, by the name of the kind. */
export interface Registry<Entry> {
  /** The entry of a kind; undefined for a kind that is not there or brings nothing. */
  of(kind: string): Entry | undefined;
  /** The names of all kinds, in the order in which they are listed and said. */
  kinds(): readonly string[];
  /** Every kind with its entry, in the same order. */
  entries(): readonly (readonly [kind: string, entry: Entry])[];
  /** Adds a kind behind the others, and returns what takes it out again. A test of a new kind needs no more than this. */
  add(kind: string, entry: Entry): () => void;
}

/** A registry that begins with these kinds. */
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

/** A value made of all kinds of a registry: made when it is first asked for, and again when the kinds have changed. */
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
