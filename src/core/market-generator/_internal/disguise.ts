/**
 * A pseudorandom permutation of 0 to base² - 1: numbers look random and never collide, so that two different things
 * always get different numbers, and neighbours get unrelated ones.
 * @see M. Luby and C. Rackoff, "How to construct pseudorandom permutations", 1988 (three rounds).
 */
export function disguise(thing: number, base: number, key: number): number {
  let high = (thing / base) | 0;
  let low = thing - high * base;
  for (let round = 0; round < 3; round++) {
    const moved = high + (scatter(low, key + round) % base);
    high = low;
    low = moved >= base ? moved - base : moved;
  }
  return high * base + low;
}

/** Round function: 31 bits that depend on every bit of value and key. */
function scatter(value: number, key: number): number {
  let word = Math.imul(value ^ key, 0x9e3779b1);
  word = Math.imul(word ^ (word >>> 15), 0x85ebca6b);
  return (word ^ (word >>> 13)) >>> 1;
}
