import { stream } from '#kernel/model/rng.ts';
import { MARKET_FACTS } from '#market/ads/model/market-facts.ts';
import type { Language } from '#market/text/model/language.ts';
import type { Picks } from '#market/text/model/picks.ts';
import type { TextOrder } from '#market/text/model/text-order.ts';
import type { Layout } from '#market/text/model/voice.ts';
import { createTextWriter } from '#market/text/model/write-text.ts';
import { LIBRARY } from './the-library.ts';

/** A text that stays when the next one is written. */
export interface Kept {
  readonly sentences: readonly string[];
  readonly layout: Layout;
  readonly bits: readonly number[];
  readonly looks: readonly number[];
}

/** Values of the facts that a market decides; none of them is a word of the language. */
const VALUES: Readonly<Record<(typeof MARKET_FACTS)[number], string>> = {
  name: 'Qenna',
  other: 'Zobar',
  town: 'Quellvik',
  otherTown: 'Norvexa',
  house: 'House Vextor',
  code: 'SIM-7431',
  origin: 'Tesqual',
  language: 'Ulvexic',
  sector: 'zeppelin making',
};

/** The values of a text, some of them others. */
export const values = (others: Partial<typeof VALUES> = {}): string[] =>
  MARKET_FACTS.map((fact) => others[fact] ?? VALUES[fact]);

/** Draws without Faker: what a text must hold does not depend on how one of a list is picked. */
export function aPicker(seed: string, use: string): Picks {
  const rng = stream(seed, use);
  return {
    startAt: (index) => rng.startAt(index),
    one: (list) => list[rng.int(list.length)] as (typeof list)[number],
    oneOfMany: (list) => list[rng.int(list.length)] as (typeof list)[number],
    below: (bound) => rng.int(bound),
    percent: (share) => share > 0 && rng.int(100) < share,
  };
}

/** A writer of texts in a language, that of practice unless another is given. */
export function aWriter(language: Language = LIBRARY.language, seed = 'texts'): (order: Partial<TextOrder>) => Kept {
  const write = createTextWriter(language, {
    texts: aPicker(seed, 'text'),
    said: aPicker(seed, 'said'),
    voices: aPicker(seed, 'voices'),
    facts: stream(seed, 'facts'),
    spellings: stream(seed, 'spellings'),
  });
  return (order) => {
    const { sentences, layout, bits, looks } = write({
      family: 'services',
      kind: 'profile',
      said: 0,
      author: 1,
      persona: 1,
      person: 'I',
      values: values(),
      draw: 1,
      ...order,
    });
    return {
      sentences: [...sentences],
      layout,
      bits: [...bits.slice(0, sentences.length)],
      looks: [...looks.slice(0, sentences.length)],
    };
  };
}
