import { FAMILIES } from '#core/market/families.ts';
import type { Lexicon, MarketProfile } from '#core/market/schemas.ts';
import type { AllowedWords, Said } from '#core/safety/allowed-words.ts';
import { stringsIn } from '#core/safety/strings-in.ts';

/** Fixed words of the generator: prefixes of numbers, and names of events in the records of an ad. */
const FIXED_WORDS = [
  ...['SIM', 'R', 'M', 'pid', 'mark', 'a', 'sim', 'dev', 'payer', 'slip'],
  ...['edited', 'removed', 'posted', 'again'],
];

/**
 * Parts of the lexicon that never occur in an ad as they are: names occur one by one, and reasons only in the truth.
 */
const NOT_WRITTEN = new Set(['locale', 'names', 'why']);

/**
 * All words that may occur in the ads of a market: those of the lexicon and the profile as written there, working
 * names, towns, labels, and the meaningful sentences. Callers that lint a market pass this to the rules.
 */
export function lexiconWords(lexicon: Lexicon, profile: MarketProfile): AllowedWords {
  const written = Object.entries(lexicon).filter(([part]) => !NOT_WRITTEN.has(part));
  const texts = [...stringsIn(Object.fromEntries(written))].map(({ text }) => text.replaceAll(/\{\w+\}/g, ' '));
  const towns = profile.towns.map(({ name }) => name);
  const places = [...towns, ...profile.languages, ...profile.sites.map(({ name }) => name)];
  return {
    words: new Set([
      ...FIXED_WORDS,
      ...[...texts, ...places].flatMap((text) => text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []),
    ]),
    names: new Set(lexicon.names),
    towns: new Set(towns),
    labels: new Set([...lexicon.origins, ...lexicon.genders, ...profile.languages]),
    says: saidIn(lexicon, profile.family),
    glyph: profile.symbols.includes('◈'),
  };
}

/** The meaningful sentences, as patterns; traps only if this family of markets has them. */
function saidIn(lexicon: Lexicon, family: MarketProfile['family']): Said[] {
  const traps = new Set(FAMILIES[family].said.filter(({ kind }) => kind === 'trap').map(({ id }) => id));
  return Object.entries(lexicon.says).flatMap(([id, templates]) =>
    templates.map((template) => ({ id, isTrap: traps.has(id), pattern: patternOf(template) })),
  );
}

/** The sentence as a pattern, each slot filled with a limited number of characters that do not end a sentence. */
function patternOf(template: string): RegExp {
  const pieces = template.split(/\{\w+\}/).map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&'));
  return new RegExp(pieces.join('[^.!?]{1,40}'), 'u');
}
