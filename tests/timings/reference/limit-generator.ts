import type { ReferenceAd } from './reference-ad.ts';
import {
  DAY,
  DAYS_TO_EDIT,
  FIRST_WORDS,
  PRICES_OF_AN_AD,
  SECOND_WORDS,
  SENTENCES,
  SENTENCES_OF_AN_AD,
  SLOTS,
  type SlotName,
  TITLES,
  TOWNS,
  UNITS,
  YEAR,
} from './vocabulary.ts';

/** A template cut at its slots: literals around the lists that the slots draw from. */
interface CompiledTemplate {
  readonly literals: readonly string[];
  readonly choices: readonly (readonly string[])[];
}

function compileTemplate(template: string): CompiledTemplate {
  const parts = template.split(/\{(\w+)\}/);
  return {
    literals: parts.filter((_, n) => n % 2 === 0),
    choices: parts.filter((_, n) => n % 2 === 1).map((slot) => SLOTS[slot as SlotName]),
  };
}

const COMPILED_SENTENCES = SENTENCES.map(compileTemplate);
const COMPILED_TITLES = TITLES.map(compileTemplate);

/** As fast as it gets by hand: xoshiro128**, compiled templates and arrays, and nothing that an ad does not need. */
export function createLimitGenerator(seed: number): () => ReferenceAd {
  const draws = new Xoshiro(seed);
  const between = ([least, most]: readonly [number, number]) => least + draws.int(most - least + 1);

  function fill({ literals, choices }: CompiledTemplate): string {
    let text = literals[0] as string;
    for (let n = 0; n < choices.length; n++)
      text += draws.pick(choices[n] as readonly string[]) + (literals[n + 1] as string);
    return text;
  }

  return () => {
    let text = fill(draws.pick(COMPILED_SENTENCES));
    for (let left = between(SENTENCES_OF_AN_AD) - 1; left > 0; left--)
      text += ` ${fill(draws.pick(COMPILED_SENTENCES))}`;
    const prices = [];
    for (let left = between(PRICES_OF_AN_AD); left > 0; left--)
      prices.push({ unit: draws.pick(UNITS), amount: (4 + draws.int(77)) * 5 });
    const postedAt = YEAR.from + draws.int(365) * DAY + draws.int(DAY);
    return {
      id: draws.next(),
      title: fill(draws.pick(COMPILED_TITLES)),
      text,
      handle: `${draws.pick(FIRST_WORDS)}_${draws.pick(SECOND_WORDS)}${10 + draws.int(9990)}`,
      phone: `+1-${200 + draws.int(800)}-555-01${String(draws.int(100)).padStart(2, '0')}`,
      town: draws.pick(TOWNS),
      prices,
      postedAt,
      editedAt: postedAt + draws.int(DAYS_TO_EDIT * DAY),
    };
  };
}

/** @see D. Blackman and S. Vigna, xoshiro128**, 2018; its state is filled by SplitMix. */
class Xoshiro {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  constructor(seed: number) {
    let state = seed | 0;
    const word = () => {
      state = (state + 0x9e3779b9) | 0;
      const mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
      return Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    };
    this.a = word();
    this.b = word();
    this.c = word();
    this.d = word() | 1;
  }

  next(): number {
    const product = Math.imul(this.b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9) >>> 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result;
  }

  int(bound: number): number {
    return Math.floor((this.next() / 2 ** 32) * bound);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.int(items.length)] as Item;
  }
}
