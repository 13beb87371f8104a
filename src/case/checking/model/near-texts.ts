import { isToWrite } from './to-write.ts';

/** Words that carry no meaning of their own: two texts that differ in these alone say the same. */
const FILLERS: ReadonlySet<string> = new Set(
  'a an the and then that this these those so also just now please very too it its is are be to of'.split(' '),
);

/** Words whose exchange turns a text into another one, though they are short and common. */
const TURNING: ReadonlySet<string> = new Set(
  `no not never nobody nothing none without before after until unless only first last all both either neither each every
  with for against from by if when while on off in out up down today tomorrow tonight once more less as or but
  he she they you i we him her them us his their your our me my who whom`.split(/\s+/),
);

/** Minimum words of a text of which a copy is no accident: "It is done." may follow many choices. */
const MIN_WORDS = 5;
/** Minimum meaning words of two texts that may differ in one of them and still say the same. */
const MIN_WORDS_FOR_ONE_OTHER = 10;

/**
 * The words of a text that carry its meaning, as one string: equal for texts that say the same but for fillers, endings
 * and punctuation. Undefined for a text of fewer than five words. English only; in other languages only the punctuation
 * is left out.
 */
export function gistOf(text: string): string | undefined {
  // A placeholder says nothing yet.
  if (isToWrite(text)) return undefined;
  const words = allWords(text);
  return words.length < MIN_WORDS ? undefined : meaningWords(words).join(' ');
}

/**
 * True if two texts have the same gist, or one that differs in one word of ten or more. Another number, name, negation,
 * person or word of time makes another text.
 */
export function areNearlySame(one: string, other: string): boolean {
  const [a, b] = [gistOf(one)?.split(' '), gistOf(other)?.split(' ')];
  if (a === undefined || b === undefined) return false;
  const start = countEqual(a, b);
  if (start === a.length && start === b.length) return true;
  if (Math.min(a.length, b.length) < MIN_WORDS_FOR_ONE_OTHER) return false;
  const end = countEqual(a.slice(start).reverse(), b.slice(start).reverse());
  const odd = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return odd.every((words) => words.length <= 1) && !odd.flat().some(isTurning);
}

const allWords = (text: string) => text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu) ?? [];

const meaningWords = (words: readonly string[]) =>
  words.filter((word) => !FILLERS.has(word.toLowerCase())).map((word, n) => stem(word, n));

/** A word without the ending of a plural or of a verb. A name inside a text keeps its capital letter. */
function stem(word: string, place: number): string {
  const isName = place > 0 && /^\p{Lu}/u.test(word);
  const plain = isName ? word : word.toLowerCase();
  return plain.length > 4 ? plain.replace(/(?:ing|ed|es|s|e)$/, '') : plain;
}

const isTurning = (word: string) => TURNING.has(word) || /[\p{N}\p{Lu}]/u.test(word);

/** Number of equal words at the beginning of both. */
function countEqual(a: readonly string[], b: readonly string[]): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}
