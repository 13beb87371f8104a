/** One bit per ad of a market, 32 bits per word; bits beyond the last ad are never set. */
export type BitSet = Uint32Array;

const WORD_BITS = 32;

/** An empty set with room for this many ads. */
export const createBits = (size: number): BitSet => new Uint32Array(Math.ceil(size / WORD_BITS));

/** The set of all ads of a market of this size. */
export function allBits(size: number): BitSet {
  const bits = createBits(size).fill(-1);
  const behind = bits.length * WORD_BITS - size;
  if (behind > 0) bits[bits.length - 1] = -1 >>> behind;
  return bits;
}

export function setBit(bits: BitSet, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31));
}

export const hasBit = (bits: BitSet, at: number): boolean => (((bits[at >>> 5] as number) >>> (at & 31)) & 1) === 1;

/** Union in place: adds the ads of the second set to the first. */
export function addBits(to: BitSet, more: BitSet): void {
  for (let n = 0; n < to.length; n++) to[n] = (to[n] as number) | (more[n] as number);
}

/** Intersection in place: keeps in the first set only the ads of both. */
export function keepBits(to: BitSet, other: BitSet): void {
  for (let n = 0; n < to.length; n++) to[n] = (to[n] as number) & (other[n] as number);
}

/** Writes the numbers in the set into `into`, in ascending order, and returns how many there are. */
export function readBits(bits: BitSet, into: Uint32Array): number {
  let count = 0;
  for (let n = 0; n < bits.length; n++) {
    for (let word = bits[n] as number; word !== 0; word &= word - 1)
      into[count++] = (n << 5) + 31 - Math.clz32(word & -word);
  }
  return count;
}
