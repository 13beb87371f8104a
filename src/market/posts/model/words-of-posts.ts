import { escapePattern } from '#kernel/model/escape-pattern.ts';
import { FAMILIES } from '#market/ads/model/families.ts';
import type { Lexicon, MarketProfile } from '#market/ads/model/schemas.ts';
import type { AllowedWords, Said } from '#safety/content/model/allowed-words.ts';
import { stringsIn } from '#safety/content/model/strings-in.ts';
import { WORDS_OF_SERVICES } from './facts-of-services.ts';
import { WORDS_OF_WORK } from './facts-of-work.ts';
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
  const typed = [
    ...lines.flatMap(({ line }) => line.pieces),
    ...factsIn(genres),
    ...WORDS_OF_SERVICES,
    ...WORDS_OF_WORK,
  ];
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
    says: lines.flatMap((line) => saidBy(line, profile.family, [...lexicon.origins, ...profile.languages])),
    glyph: profile.symbols.includes('◈'),
  };
}

const wordsOf = (texts: readonly string[]) => texts.flatMap((text) => text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []);

interface FoundLine {
  readonly line: Line;
  /** What it shows or looks like; empty for other lines. */
  readonly id: string;
  readonly isAlike: boolean;
}

/** Each line of each genre. */
function linesOf({ genres, ads, families, notes }: WrittenGenres): FoundLine[] {
  const plain = [...stringsIn({ ads, notes })].map(({ text }) => ({ text, id: '', isAlike: false }));
  const shown = [...stringsIn({ genres, families: Object.values(families) })].map(({ path, text }) => {
    const at = path.findIndex((part) => part === 'signs' || part === 'alike');
    return { text, id: at < 0 ? '' : String(path[at + 1]), isAlike: path[at] === 'alike' };
  });
  return [...plain, ...shown].map(({ text, ...more }) => ({ line: parseLine(text), ...more }));
}

/** The values of facts, which stand in the lists of families and genres. */
const factsIn = ({ families, genres }: WrittenGenres): string[] =>
  [...stringsIn([...Object.values(families), ...genres].map(({ facts, rows }) => ({ facts, rows })))].map(
    ({ text }) => text,
  );

/**
 * The line as a pattern, where it shows something, looks like it or names a label; a trap only if it shows one that this
 * family of markets has.
 */
function saidBy({ line, id, isAlike }: FoundLine, family: MarketProfile['family'], labels: readonly string[]): Said[] {
  const isLabelled = line.facts.some((fact) => LABELS.has(fact));
  const hasWords = line.pieces.some((piece) => /[\p{L}\p{N}]/u.test(piece));
  if (!isLabelled && (id === '' || !hasWords)) return [];
  const isTrap = !isAlike && hasWords && FAMILIES[family].said.some((one) => one.id === id && one.kind === 'trap');
  // A line without words of its own is known only where it stands alone, and each of its facts is one word.
  const pattern = hasWords ? patternOf(line, labels, '[^.!?]{1,60}?') : `^${patternOf(line, labels, '\\S+')}[.!]?$`;
  return [{ id, isTrap, pattern: new RegExp(pattern, 'iu') }];
}

/** Lines are joined without their stop, and who learns the language leaves articles out. */
function patternOf({ pieces, facts }: Line, labels: readonly string[], fact: string): string {
  const label = `(?:${labels.map(escapePattern).join('|')})`;
  const value = (name: string) => (LABELS.has(name) ? `${label}(?: and ${label})*` : fact);
  return pieces
    .map((piece) => escapePattern(piece).replaceAll(/(?<![\p{L}-])(the|a|an) (?=\p{L}|$)/giu, '(?:$1 )?'))
    .map((piece, n) => (n === 0 ? piece : value(facts[n - 1] as string) + piece))
    .join('')
    .replace(/\\?[.!?]$/, '');
}
