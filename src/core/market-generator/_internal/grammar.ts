import { required } from '#core/kernel/invariant.ts';
import { FAMILIES, type Family } from '#core/market/families.ts';
import type { Lexicon } from '#core/market/schemas.ts';
import { SLOTS } from '#core/market/slots.ts';

/** A parsed template sentence: the text pieces between the slots, and which slots they are (indexes into SLOTS). */
export interface Sentence {
  readonly pieces: readonly string[];
  readonly slots: readonly number[];
  /**
   * Characters with slot values of ordinary length: independent of the actual values, so that all texts of a template
   * have one plan.
   */
  readonly length: number;
}

/** Filler sentences: the long ones, and for each room in characters the longest that fit. */
export interface Fillers {
  readonly long: readonly string[];
  readonly fitting: readonly (readonly string[])[];
}

/** The lexicon, parsed for writing many ads. */
export interface Grammar {
  readonly openings: Readonly<Record<keyof Lexicon['openings'], readonly Sentence[]>>;
  readonly titles: Readonly<Record<Family, readonly Sentence[]>>;
  /** Sentences of each bit of `said`, by family. */
  readonly said: Readonly<Record<Family, readonly (readonly Sentence[])[]>>;
  readonly fillers: Readonly<Record<Family, Fillers>>;
  readonly programFillers: Fillers;
}

/** Maximum room, in characters, that one fitting filler can close. */
export const MAX_FILLER_LENGTH = 72;

/** Minimum characters of a long filler, used while a text is far from its length. */
const LONG_FILLER = 50;

const compiled = new WeakMap<Lexicon, Grammar>();

/** Parses all sentences of a lexicon, once. Throws if an id that the generator plants has no sentence. */
export function compileGrammar(lexicon: Lexicon): Grammar {
  const known = compiled.get(lexicon);
  if (known) return known;
  const grammar = takeAllApart(lexicon);
  compiled.set(lexicon, grammar);
  return grammar;
}

function takeAllApart(lexicon: Lexicon): Grammar {
  const families = <Value>(of: (family: Family) => Value) =>
    Object.fromEntries((Object.keys(FAMILIES) as Family[]).map((family) => [family, of(family)])) as Record<
      Family,
      Value
    >;
  const openings = Object.entries(lexicon.openings).map(([key, templates]) => [key, templates.map(takeApart)]);
  return {
    openings: Object.fromEntries(openings) as Grammar['openings'],
    titles: families((family) => lexicon.titles[family].map(takeApart)),
    said: families((family) => saidBy(family, lexicon)),
    fillers: families((family) => fillersOf(lexicon.fillers[family])),
    programFillers: fillersOf(lexicon.programFillers),
  };
}

/**
 * Each bit has the sentences of its id; where an id has several bits, the sentences are distributed over them in turn.
 */
function saidBy(family: Family, lexicon: Lexicon): Sentence[][] {
  const { said } = FAMILIES[family];
  return said.map(({ id }, n) => {
    const sentences = required(lexicon.says[id], `sentences for ${id} in the lexicon`).map(takeApart);
    if (said.filter((one) => one.id === id).length === 1) return sentences;
    const turn = n - said.findIndex((one) => one.id === id);
    return [required(sentences[turn % sentences.length], `sentence ${turn + 1} for ${id}`)];
  });
}

/** Ordinary length of each slot's value, in characters. */
const SLOT_LENGTHS: Readonly<Record<(typeof SLOTS)[number], number>> = {
  name: 4,
  other: 4,
  town: 7,
  otherTown: 7,
  house: 12,
  code: 8,
  origin: 8,
  language: 8,
  pay: 0,
};

function takeApart(template: string): Sentence {
  const parts = template.split(/\{(\w+)\}/);
  const pieces = parts.filter((_, n) => n % 2 === 0);
  const slots = parts.filter((_, n) => n % 2 === 1) as (keyof typeof SLOT_LENGTHS)[];
  return {
    pieces,
    slots: slots.map((slot) => (SLOTS as readonly string[]).indexOf(slot)),
    length: slots.reduce((sum, slot) => sum + SLOT_LENGTHS[slot], pieces.join('').length),
  };
}

function fillersOf(all: readonly string[]): Fillers {
  const fitting = Array.from({ length: MAX_FILLER_LENGTH + 1 }, (_, room) => {
    const longest = Math.max(0, ...all.map(({ length }) => length).filter((length) => length <= room));
    return all.filter(({ length }) => length === longest);
  });
  return { long: all.filter(({ length }) => length >= LONG_FILLER), fitting };
}

/** A sentence with its slots filled in; `values` in the order of SLOTS. */
export function fillIn({ pieces, slots }: Sentence, values: readonly string[]): string {
  let text = pieces[0] as string;
  for (let n = 0; n < slots.length; n++) text += (values[slots[n] as number] as string) + (pieces[n + 1] as string);
  return text;
}
