import type { Faker } from '@faker-js/faker';
import type { IndexedRng } from '#core/kernel/rng.ts';
import type { Family } from '#core/market/families.ts';
import { type Fillers, fillIn, type Grammar, MAX_FILLER_LENGTH, type Sentence } from './grammar.ts';

/** Input for the text of one ad. */
export interface TextOrder {
  readonly family: Family;
  readonly opening: keyof Grammar['openings'];
  readonly title: Family;
  /** Bits over the family's plan. */
  readonly said: number;
  /** Values of the slots, in the order of SLOTS. */
  readonly values: readonly string[];
  /** Number of the draw: the same number and bits give the same words around other values. */
  readonly draw: number;
}

/** A title and a text, sentence by sentence. */
export interface WrittenText {
  readonly title: string;
  readonly sentences: string[];
  /** For each sentence the bit of `said` that it shows, or -1. Valid until the next text is written. */
  readonly bits: Int8Array;
}

/**
 * Minimum and maximum characters of a text; the length is drawn independently of its content, so that it reveals
 * nothing.
 */
export interface TextLength {
  readonly least: number;
  readonly most: number;
}

/** Far more than any text has: each of the 32 bits once, and fillers. */
const MAX_SENTENCES = 96;

/** The bit for a text in the third person, whose sentence comes first. */
const THIRD_PERSON = 0;

/**
 * Creates a writer of texts. It uses Faker's primitives over our own words; each text is drawn from its own number, so
 * that any text can be written by itself.
 */
export function createWriter(grammar: Grammar, rng: IndexedRng, faker: Faker, length: TextLength) {
  const { helpers } = faker;
  const bits = new Int8Array(MAX_SENTENCES);

  return function write(order: TextOrder): WrittenText {
    const { family, said, values } = order;
    rng.startAt(order.draw);
    const target = length.least + rng.int(length.most - length.least + 1);
    const title = fillIn(helpers.arrayElement(grammar.titles[order.title]), values);
    const text: WrittenText = { title, sentences: [], bits };
    const pools = grammar.said[family];
    const thirdPerson = family === 'services' && (said & 1) === 1;
    let written = thirdPerson
      ? add(text, pools[THIRD_PERSON] as readonly Sentence[], THIRD_PERSON, values)
      : add(text, grammar.openings[order.opening], -1, values);
    for (let left = thirdPerson ? said & ~1 : said; left !== 0; left &= left - 1) {
      const bit = 31 - Math.clz32(left & -left);
      written += 1 + add(text, pools[bit] as readonly Sentence[], bit, values);
    }
    fill(text, order.opening === 'program' ? grammar.programFillers : grammar.fillers[family], target - written);
    shuffleAfterFirst(text, rng);
    return text;
  };

  function add(
    { sentences, bits }: WrittenText,
    pool: readonly Sentence[],
    bit: number,
    values: readonly string[],
  ): number {
    const sentence = helpers.arrayElement(pool);
    bits[sentences.length] = bit;
    sentences.push(fillIn(sentence, values));
    return sentence.length;
  }

  /** Fills the remaining room with filler sentences; the last one fits. */
  function fill({ sentences, bits }: WrittenText, fillers: Fillers, room: number): void {
    const from = sentences.length;
    for (let left = room - 1, tries = 0; left > 0 && tries < 40; tries++) {
      const pool = left > MAX_FILLER_LENGTH ? fillers.long : (fillers.fitting[left] as readonly string[]);
      if (pool.length === 0) return;
      const text = helpers.arrayElement(pool);
      if (sentences.indexOf(text, from) !== -1 && tries < 30) continue;
      bits[sentences.length] = -1;
      sentences.push(text);
      left -= text.length + 1;
    }
  }
}

function shuffleAfterFirst({ sentences, bits }: WrittenText, rng: IndexedRng): void {
  for (let n = sentences.length - 1; n > 1; n--) {
    const other = 1 + rng.int(n);
    const text = sentences[n] as string;
    const bit = bits[n] as number;
    sentences[n] = sentences[other] as string;
    bits[n] = bits[other] as number;
    sentences[other] = text;
    bits[other] = bit;
  }
}
