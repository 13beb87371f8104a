/**
 * An attack on the draws of version 7 of the generator, with no code of the generator: from the times at which five ads
 * were posted, and the order in which they were drawn, it finds the state of xoshiro128** and then the order of all rows.
 *
 * A time is a draw modulo the length of a market, so that about 1,200 outputs are possible, and an output gives the second
 * word of the state. The state is linear over GF(2): four second words determine it, and the fifth one is a sum of linear
 * functions of these four. Solutions are found by a meeting in the middle of two lists of pairs; of half a million,
 * one goes on to the times of other ads.
 */

/** What the attack reads of an ad: its page, and nothing else. */
export interface PublicAd {
  readonly id: string;
  readonly account: string;
  /** Seconds after the beginning of the market. */
  readonly posted: number;
  /** Digits of the number that the page shows; empty where it is hidden. */
  readonly phone: string;
}

/** Seconds of a market of six weeks: the bound of the draw of a time. */
const MARKET_SECONDS = 42 * 86_400;

/** Draws of one ad, and those of a persona before its first ad. */
const DRAWS_OF_AD = 7;
const DRAWS_OF_PERSONA = 1;

/** Draws between two rows, at most: one or two may have been drawn again. */
const MOST_BETWEEN = DRAWS_OF_AD + DRAWS_OF_PERSONA + 2;

type State = [a: number, b: number, c: number, d: number];

/** One step forward. */
function step(s: State): void {
  const t = s[1] << 9;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= t;
  s[3] = (s[3] << 11) | (s[3] >>> 21);
}

/** One step back. */
function stepBack(s: State): void {
  const last = (s[3] >>> 11) | (s[3] << 21);
  const a = s[0] ^ last;
  const mixed = s[1] ^ s[2];
  const b = mixed ^ (mixed << 9) ^ (mixed << 18) ^ (mixed << 27);
  const c = s[1] ^ b ^ a;
  s[0] = a;
  s[1] = b;
  s[2] = c;
  s[3] = last ^ b;
}

const rotate = (word: number, by: number) => (word << by) | (word >>> (32 - by));

/** The output that a second word gives, and the second word that gives an output: 5 × 0xcccccccd = 9 × 0x38e38e39 = 1. */
const outputOf = (b: number) => Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
const wordOf = (output: number) => Math.imul(rotate(Math.imul(output, 0x38e38e39), 25), 0xcccccccd);

/** All second words that a time can come from. */
function wordsOf(posted: number): Int32Array {
  const count = Math.ceil((2 ** 32 - posted) / MARKET_SECONDS);
  return Int32Array.from({ length: count }, (_, n) => wordOf(posted + n * MARKET_SECONDS));
}

/** For each of the 128 bits of a state the second word after so many steps. */
function linearWord(steps: number): Int32Array {
  return Int32Array.from({ length: 128 }, (_, bit) => {
    const s: State = [0, 0, 0, 0];
    s[bit >> 5] = 1 << (bit & 31);
    for (let n = 0; n < steps; n++) step(s);
    return s[1];
  });
}

/** For each bit of four second words the state that has this bit alone; undefined if they do not determine the state. */
function invert(words: readonly Int32Array[]): State[] | undefined {
  // Rows: one bit of a second word as a sum of bits of the state, and beside it which row this was.
  const rows = Array.from({ length: 128 }, () => ({ left: [0, 0, 0, 0] as State, right: [0, 0, 0, 0] as State }));
  rows.forEach(({ left, right }, row) => {
    for (let bit = 0; bit < 128; bit++)
      if ((((words[row >> 5] as Int32Array)[bit] as number) >>> (row & 31)) & 1)
        left[bit >> 5] = (left[bit >> 5] as number) | (1 << (bit & 31));
    right[row >> 5] = (right[row >> 5] as number) | (1 << (row & 31));
  });
  const has = (value: State, bit: number) => (((value[bit >> 5] as number) >>> (bit & 31)) & 1) === 1;
  for (let bit = 0; bit < 128; bit++) {
    const at = rows.findIndex(({ left }, row) => row >= bit && has(left, bit));
    if (at === -1) return undefined;
    const pivot = rows[at] as (typeof rows)[number];
    rows[at] = rows[bit] as (typeof rows)[number];
    rows[bit] = pivot;
    for (const row of rows)
      if (row !== pivot && has(row.left, bit))
        for (let word = 0; word < 4; word++) {
          row.left[word] = (row.left[word] as number) ^ (pivot.left[word] as number);
          row.right[word] = (row.right[word] as number) ^ (pivot.right[word] as number);
        }
  }
  // Row n now says which bits of the words make bit n of the state; turned over, each bit of the words has its state.
  return Array.from({ length: 128 }, (_, bit) => {
    const s: State = [0, 0, 0, 0];
    for (let n = 0; n < 128; n++)
      if (has((rows[n] as (typeof rows)[number]).right, bit)) s[n >> 5] = (s[n >> 5] as number) | (1 << (n & 31));
    return s;
  });
}

/** A linear function of a word of 32 bits: its value for each bit. */
const applied = (columns: ArrayLike<number>, word: number) => {
  let sum = 0;
  for (let bit = 0; bit < 32; bit++) if ((word >>> bit) & 1) sum ^= columns[bit] as number;
  return sum;
};

/** All sums of two lists, in 256 parts by their first byte; `pair` says which two made each. */
function sums(one: Int32Array, other: Int32Array) {
  const starts = new Uint32Array(257);
  for (const a of one)
    for (const b of other) starts[((a ^ b) >>> 24) + 1] = (starts[((a ^ b) >>> 24) + 1] as number) + 1;
  for (let n = 0; n < 256; n++) starts[n + 1] = (starts[n + 1] as number) + (starts[n] as number);
  const next = starts.slice();
  const values = new Int32Array(one.length * other.length);
  const pairs = new Uint32Array(values.length);
  one.forEach((a, n) => {
    other.forEach((b, m) => {
      const sum = a ^ b;
      const at = next[sum >>> 24] as number;
      next[sum >>> 24] = at + 1;
      values[at] = sum;
      pairs[at] = n * other.length + m;
    });
  });
  return { values, pairs, starts };
}

/** A filter of so many bits lets one sum in fifty pass, and lies in the cache of a processor. */
const SEEN = 0x3ffff;

/**
 * Calls `found` with the places of all pairs of sums that differ by one of the values, until it answers true. Most of
 * the time of the attack is spent here: about a thousand times as many tests as there are sums.
 */
function meet(
  left: ReturnType<typeof sums>,
  right: ReturnType<typeof sums>,
  differences: Int32Array,
  found: (left: number, right: number) => boolean,
): void {
  const seen = new Int32Array((SEEN + 1) / 32);
  const largest = left.starts.reduce((most, start, n) => Math.max(most, start - (left.starts[n - 1] ?? 0)), 1);
  /** Twice as many slots as the largest part has sums, so that a search ends soon. */
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * largest)));
  const last = slots.length - 1;
  const { values } = right;
  for (let part = 0; part < 256; part++) {
    seen.fill(0);
    slots.fill(-1);
    for (let at = left.starts[part] as number; at < (left.starts[part + 1] as number); at++) {
      const sum = left.values[at] as number;
      const bit = (sum >>> 5) & SEEN;
      seen[bit >>> 5] = (seen[bit >>> 5] as number) | (1 << (bit & 31));
      let slot = sum & last;
      while (slots[slot] !== -1) slot = (slot + 1) & last;
      slots[slot] = at;
    }
    for (let n = 0; n < differences.length; n++) {
      const difference = differences[n] as number;
      const other = part ^ (difference >>> 24);
      const end = right.starts[other + 1] as number;
      for (let at = right.starts[other] as number; at < end; at++) {
        const sum = (values[at] as number) ^ difference;
        const bit = (sum >>> 5) & SEEN;
        if ((((seen[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) continue;
        for (let slot = sum & last; slots[slot] !== -1; slot = (slot + 1) & last)
          if (left.values[slots[slot] as number] === sum && found(slots[slot] as number, at)) return;
      }
    }
  }
}

/** Steps from the first ad to each, if these are rows one after another. */
function stepsTo(ads: readonly PublicAd[]): number[] {
  let steps = 0;
  return ads.map(({ account }, n) => {
    if (n > 0) steps += DRAWS_OF_AD + (account === ads[n - 1]?.account ? 0 : DRAWS_OF_PERSONA);
    return steps;
  });
}

/** The ads whose times are drawn next, in one direction, as far as each is the time of an ad. */
function follow(state: State, move: (s: State) => void, all: ReadonlyMap<number, PublicAd>): PublicAd[] {
  const s: State = [...state];
  const found: PublicAd[] = [];
  for (let since = 1; since <= MOST_BETWEEN; since++) {
    move(s);
    const ad = since < DRAWS_OF_AD ? undefined : all.get(outputOf(s[1]) % MARKET_SECONDS);
    if (!ad) continue;
    found.push(ad);
    since = 0;
  }
  return found;
}

/** With so many rows found before and behind the five ads, the state is no accident. */
const MIN_FOUND = 10;

/**
 * All ads in the order of their rows, if the five were drawn one after another in this order; undefined where no state
 * explains their times. Throws `RangeError` where four such times do not determine it, in whatever market.
 */
export function orderRows(five: readonly PublicAd[], all: readonly PublicAd[]): PublicAd[] | undefined {
  const steps = stepsTo(five);
  const inverse = invert(steps.slice(0, 4).map(linearWord));
  if (!inverse) throw new RangeError('With accounts in this order the first four times do not determine the state.');
  const fifth = linearWord(steps[4] as number);
  /** The fifth word for each bit of the first four. */
  const parts = inverse.map((state) =>
    state.reduce((sum, word, n) => sum ^ applied(fifth.subarray(n * 32, n * 32 + 32), word), 0),
  );
  const words = five.map(({ posted }) => wordsOf(posted));
  const [one, two, three, four, last] = words as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  const term = (list: Int32Array, n: number) => list.map((word) => applied(parts.slice(n * 32, n * 32 + 32), word));
  const left = sums(term(one, 0), term(two, 1));
  const right = sums(term(three, 2), term(four, 3));
  const byTime = new Map(all.map((ad) => [ad.posted, ad]));
  let rows: PublicAd[] | undefined;
  meet(left, right, last, (at, other) => {
    const [pair, next] = [left.pairs[at] as number, right.pairs[other] as number];
    const state = stateOf(inverse, [
      one[Math.floor(pair / two.length)] as number,
      two[pair % two.length] as number,
      three[Math.floor(next / four.length)] as number,
      four[next % four.length] as number,
    ]);
    const [before, behind] = [follow(state, stepBack, byTime), follow(state, step, byTime)];
    if (before.length + behind.length < MIN_FOUND) return false;
    rows = [...before.reverse(), five[0] as PublicAd, ...behind];
    return true;
  });
  return rows;
}

/**
 * Fives of ads that may have been drawn one after another, from pages alone: among accounts that share a number, two
 * accounts of two ads, which are drawn first of an actor, and an account of one ad. The attacker tries all.
 */
function guessFives(all: readonly PublicAd[]): PublicAd[][] {
  const byPhone = Map.groupBy(all, ({ phone }) => phone);
  byPhone.delete('');
  return [...byPhone.values()].flatMap((ads) => {
    const accounts = [...Map.groupBy(ads, ({ account }) => account).values()];
    const pairs = accounts.filter(({ length }) => length === 2);
    const ordered = pairs.flatMap((pair) => [pair, pair.toReversed()]);
    return ordered.flatMap((first) =>
      ordered
        .filter((second) => second[0]?.account !== first[0]?.account)
        .flatMap((second) =>
          accounts.filter(({ length }) => length === 1).map((last) => [...first, ...second, ...last]),
        ),
    );
  });
}

/** All ads in the order of their rows, from pages alone: each guess is tried until one is explained by a state. */
export function orderFromPages(all: readonly PublicAd[]): PublicAd[] | undefined {
  for (const five of guessFives(all)) {
    const rows = orderRows(five, all);
    if (rows) return rows;
  }
  return undefined;
}

/** The state that four second words determine. */
function stateOf(inverse: readonly State[], words: readonly number[]): State {
  const s: State = [0, 0, 0, 0];
  inverse.forEach((state, bit) => {
    if ((((words[bit >> 5] as number) >>> (bit & 31)) & 1) === 1)
      for (let n = 0; n < 4; n++) s[n] = (s[n] as number) ^ (state[n] as number);
  });
  return s;
}
