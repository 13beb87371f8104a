/** A digit with its base: a number from 0 to `base` - 1. */
export interface Digit {
  readonly value: number;
  readonly base: number;
}

/** Digits as one number; the first digit is read first. */
export function numberOf(digits: readonly Digit[]): bigint {
  return digits.reduceRight((number, { value, base }) => number * BigInt(base) + BigInt(value), 0n);
}

/** The number of different values that digits with these bases can have. */
export function roomOf(digits: readonly Pick<Digit, 'base'>[]): bigint {
  return digits.reduce((room, { base }) => room * BigInt(base), 1n);
}

/** Reads digits from a number, one after the other; the base of each may depend on those before it. */
export interface DigitReader {
  next(base: number): number;
  /** What is left: 0 once the last digit was read. */
  rest(): bigint;
  /** The number of different values with the bases read so far. */
  room(): bigint;
}

export function createDigitReader(number: bigint): DigitReader {
  let rest = number;
  let room = 1n;
  return {
    next(base) {
      const digit = Number(rest % BigInt(base));
      rest /= BigInt(base);
      room *= BigInt(base);
      return digit;
    },
    rest: () => rest,
    room: () => room,
  };
}
