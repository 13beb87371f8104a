/** A copy with a change, without the fields that it empties: a log holds no undefined values. */
export function withChange<Value extends object>(value: Value, change: Partial<Value>): Value {
  return Object.fromEntries(
    Object.entries({ ...value, ...change }).filter(([, field]) => field !== undefined),
  ) as Value;
}
