import { escapePattern } from '#kernel/model/escape-pattern.ts';
import { FAMILIES } from '#market/ads/model/families.ts';
import type { Lexicon, MarketProfile } from '#market/ads/model/schemas.ts';
import type { AllowedWords, Said } from '#safety/content/model/allowed-words.ts';
import { stringsIn } from '#safety/content/model/strings-in.ts';
import type { WrittenGenres } from './genre-schemas.ts';
import { type Line, parseLine } from './line.ts';

/** Fixed words of the generator: prefixes of numbers, and names of events in the records of an ad. */
const FIXED_WORDS = [
  ...['SIM', 'R', 'M', 'pid', 'mark', 'a', 'sim', 'dev', 'payer', 'h'],
  ...['from', 'to', 'until', 'between', 'and'],
  ...['edited', 'removed', 'posted', 'again'],
];

/** Parts of the lexicon that never occur in an ad as they are: names occur one by one, and reasons only in the truth. */
const NOT_WRITTEN = new Set(['locale', 'names', 'why']);

/** Facts that are labels of a person. */
const LABELS = new Set(['origin', 'langs']);

/**
 * All words that may occur in the ads of a market: those of the lexicon, of the genres in both halves of their wordings,
 * and of the profile, working names, towns, labels, and the lines that show something. Callers that lint a market pass
 * this to the rules.
 */
export function wordsOfPosts(lexicon: Lexicon, genres: WrittenGenres, profile: MarketProfile): AllowedWords {
  const written = Object.entries(lexicon).filter(([part]) => !NOT_WRITTEN.has(part));
  const texts = [...stringsIn(Object.fromEntries(written))].map(({ text }) => text.replaceAll(/\{\w+\}/g, ' '));
  const lines = linesOf(genres);
  const towns = profile.towns.map(({ name }) => name);
  const places = [...towns, ...profile.languages, ...profile.sites.map(({ name }) => name)];
  const typed = [...lines.flatMap(({ line }) => line.pieces), ...factsIn(genres)];
  return {
    words: new Set(
      // Some people write in small letters or begin lines with a capital one, and titles can be in capitals.
      wordsOf([...FIXED_WORDS, ...texts, ...places, ...lexicon.names, ...typed]).flatMap((word) => [
        word,
        word.toLowerCase(),
        word.toUpperCase(),
        word.charAt(0).toUpperCase() + word.slice(1),
      ]),
    ),
    names: new Set(lexicon.names),
    towns: new Set(towns),
    labels: new Set([...lexicon.origins, ...lexicon.genders, ...profile.languages]),
    says: lines.flatMap(({ line, id }) => saidBy(line, id, profile.family)),
    glyph: profile.symbols.includes('◈'),
  };
}

const wordsOf = (texts: readonly string[]) => texts.flatMap((text) => text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []);

/** Each line of each genre, with the id of what it shows or looks like. */
function linesOf({ genres, ads, families, notes }: WrittenGenres): { readonly line: Line; readonly id: string }[] {
  const plain = [...stringsIn({ ads, notes })].map(({ text }) => ({ text, id: '' }));
  const shown = [...stringsIn({ genres, families: Object.values(families) })].map(({ path, text }) => ({
    text,
    id: String(path[path.findIndex((part) => part === 'signs' || part === 'alike') + 1] ?? ''),
  }));
  return [...plain, ...shown].map(({ text, id }) => ({ line: parseLine(text), id }));
}

/** The values of facts, which stand in the lists of families and genres. */
const factsIn = ({ families, genres }: WrittenGenres): string[] =>
  [...stringsIn([...Object.values(families), ...genres].map(({ facts, rows }) => ({ facts, rows })))].map(
    ({ text }) => text,
  );

/** The line as a pattern, where it shows something or names a label; a trap only if this family of markets has it. */
function saidBy(line: Line, id: string, family: MarketProfile['family']): Said[] {
  if (id === '' && !line.facts.some((fact) => LABELS.has(fact))) return [];
  const isTrap = FAMILIES[family].said.some((one) => one.id === id && one.kind === 'trap');
  return [{ id, isTrap, pattern: new RegExp(patternOf(line), 'iu') }];
}

/** Lines are joined without their stop, and who learns the language leaves articles out. */
const patternOf = ({ pieces }: Line): string =>
  pieces
    .map((piece) => escapePattern(piece).replaceAll(/(?<![\p{L}-])(the|a|an) (?=\p{L})/giu, '(?:$1 )?'))
    .join('[^.!?]{1,60}?')
    .replace(/\\?[.!?]$/, '');
