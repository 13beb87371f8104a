/**
 * An invariant of our own code does not hold: never the fault of the input. The message names the thing and the cure.
 */
export class InvariantError extends Error {
  override name = 'InvariantError';
}

/** Returns the value, or throws an `InvariantError` that names what is missing. */
export function required<Value>(value: Value | undefined | null, what: string): Value {
  if (value === undefined || value === null)
    throw new InvariantError(`${what} is missing. Check the id that led here.`);
  return value;
}
