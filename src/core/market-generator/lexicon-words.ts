import { FAMILIES } from '#core/market/families.ts';
import type { Lexicon, MarketProfile } from '#core/market/schemas.ts';
import type { AllowedWords, Said } from '#core/safety/allowed-words.ts';
import { stringsIn } from '#core/safety/strings-in.ts';

/** What the generator puts before a number, and what the records of an ad call an event. */
const FIXED_WORDS = [
  ...['SIM', 'R', 'M', 'pid', 'mark', 'a', 'sim', 'dev', 'payer', 'slip'],
  ...['edited', 'removed', 'posted', 'again'],
];

/** Parts of the lexicon that no ad is written from: names come apart, and reasons stand in the truth alone. */
const NOT_WRITTEN = new Set(['locale', 'names', 'why']);

/**
 * Everything that may stand in the ads of a market: the words of the lexicon and of the profile as they are written there,
 * working names, towns, labels, and the sentences that mean something. Who lints a market hands this to the rules.
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

/** The sentences with a meaning of their own, as patterns; traps only where this family of markets has them. */
function saidIn(lexicon: Lexicon, family: MarketProfile['family']): Said[] {
  const traps = new Set(FAMILIES[family].said.filter(({ kind }) => kind === 'trap').map(({ id }) => id));
  return Object.entries(lexicon.says).flatMap(([id, templates]) =>
    templates.map((template) => ({ id, isTrap: traps.has(id), pattern: patternOf(template) })),
  );
}

/** The sentence, each open place filled with up to so many characters that end no sentence. */
function patternOf(template: string): RegExp {
  const pieces = template.split(/\{\w+\}/).map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&'));
  return new RegExp(pieces.join('[^.!?]{1,40}'), 'u');
}
