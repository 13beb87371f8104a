import { FAMILIES } from '#market/ads/model/families.ts';
import type { Lexicon, MarketProfile } from '#market/ads/model/schemas.ts';
import type { Language } from '#market/text/model/language.ts';
import { patternOfClause, saidClauses, textsOfLanguage } from '#market/text/model/words-of-language.ts';
import type { AllowedWords, Said } from '#safety/content/model/allowed-words.ts';
import { stringsIn } from '#safety/content/model/strings-in.ts';

/** Fixed words of the generator: prefixes of numbers, and names of events in the records of an ad. */
const FIXED_WORDS = [
  ...['SIM', 'R', 'M', 'pid', 'mark', 'a', 'sim', 'dev', 'payer', 'h'],
  ...['from', 'to', 'until', 'between', 'and'],
  ...['edited', 'removed', 'posted', 'again'],
];

/**
 * Parts of the lexicon that never occur in an ad as they are: names occur one by one, and reasons only in the truth.
 */
const NOT_WRITTEN = new Set(['locale', 'names', 'why']);

/**
 * All words that may occur in the ads of a market: those of the lexicon, of the language in both its halves, and of the
 * profile, working names, towns, labels, and the clauses that show something. Callers that lint a market pass this to
 * the rules.
 */
export function lexiconWords(lexicon: Lexicon, languages: readonly Language[], profile: MarketProfile): AllowedWords {
  const written = Object.entries(lexicon).filter(([part]) => !NOT_WRITTEN.has(part));
  const texts = [...stringsIn(Object.fromEntries(written))].map(({ text }) => text.replaceAll(/\{\w+\}/g, ' '));
  const towns = profile.towns.map(({ name }) => name);
  const places = [...towns, ...profile.languages, ...profile.sites.map(({ name }) => name)];
  const spoken = languages.flatMap((language) => [...textsOfLanguage(language)]);
  return {
    words: new Set([
      ...FIXED_WORDS,
      ...wordsOf([...texts, ...places]),
      // Voices write in small letters, and begin a sentence with a capital one.
      ...wordsOf([...spoken, ...texts, ...places, ...lexicon.names, ...FIXED_WORDS]).flatMap((word) => [
        word,
        word.toLowerCase(),
        word.charAt(0).toUpperCase() + word.slice(1),
      ]),
    ]),
    names: new Set(lexicon.names),
    towns: new Set(towns),
    labels: new Set([...lexicon.origins, ...lexicon.genders, ...profile.languages]),
    says: languages.flatMap((language) => saidIn(language, profile.family)),
    glyph: profile.symbols.includes('◈'),
  };
}

const wordsOf = (texts: readonly string[]) => texts.flatMap((text) => text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []);

/** The clauses that may name what labels name, as patterns; traps only if this family of markets has them. */
function saidIn(language: Language, family: MarketProfile['family']): Said[] {
  const traps = new Set(FAMILIES[family].said.filter(({ kind }) => kind === 'trap').map(({ id }) => id));
  return saidClauses(language).map(({ id, shows, clause }) => ({
    id,
    isTrap: shows && traps.has(id),
    pattern: new RegExp(patternOfClause(clause), 'iu'),
  }));
}
