/** Memoises a function by its object argument, because every measure of a ledger needs the same figures. */
export const onceFor = <Key extends object, Value>(make: (of: Key) => Value) => {
  const made = new WeakMap<Key, Value>();
  return (of: Key): Value => {
    const value = made.get(of) ?? make(of);
    made.set(of, value);
    return value;
  };
};
