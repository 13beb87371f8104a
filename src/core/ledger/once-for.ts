/** A function that works out its value once for each object: every measure of a ledger asks for the same figures. */
export const onceFor = <Key extends object, Value>(make: (of: Key) => Value) => {
  const made = new WeakMap<Key, Value>();
  return (of: Key): Value => {
    const value = made.get(of) ?? make(of);
    made.set(of, value);
    return value;
  };
};
