/** Makes a value of inputs, or returns the one that was made of the same inputs under this name before. */
export type Remember<Made> = (name: string, inputs: readonly unknown[], make: () => Made) => Made;

/**
 * Remembers for each name the last value and its inputs, which are compared by identity, texts by what they say. Only for
 * values that nobody changes. `most` is the number of names; then the oldest is forgotten.
 */
export function rememberLast<Made>(most: number): Remember<Made> {
  const known = new Map<string, { readonly inputs: readonly unknown[]; readonly made: Made }>();
  return (name, inputs, make) => {
    const last = known.get(name);
    if (last && last.inputs.length === inputs.length && last.inputs.every((input, at) => input === inputs[at]))
      return last.made;
    const made = make();
    known.delete(name);
    known.set(name, { inputs, made });
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    return made;
  };
}
