/** A promise of our own code is broken: never the reader's fault. The message names the thing and the cure. */
export class InvariantError extends Error {
  override name = 'InvariantError';
}

/** Returns the value, or throws naming what is missing. */
export function required<Value>(value: Value | undefined | null, what: string): Value {
  if (value === undefined || value === null)
    throw new InvariantError(`${what} is missing. Check the id that led here.`);
  return value;
}
