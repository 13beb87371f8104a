import { foldLookAlikes } from './look-alikes.ts';

/** A text as a reader sees it, with the source position of each character. */
export interface ReadText {
  readonly text: string;
  /**
   * Offset in the source text of the character at an offset of `text`; the source length for the offset after the last
   * one.
   */
  sourceAt(at: number): number;
}

/**
 * Characters that are not displayed: format characters (zero width, soft hyphen, bidi controls, tags), variation
 * selectors and fillers.
 * @see Unicode Standard Annex 44, Default_Ignorable_Code_Point
 */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** A character with its combining marks, which are read as one. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

/** Characters that look like a hyphen. */
const HYPHENS = /[\u2010\u2011\u2043\ufe63\uff0d]/g;

/** Emphasis markup inside a word makes it bold or is not displayed; the word is read as one. */
const EMPHASIS = /(?<=\p{L})(?:\*{1,3}|<\/?(?:b|i|em|strong|span|wbr|u|s|small|mark)>)(?=\p{L})/gu;

/**
 * Spaced letters, each with the same separator between: w o r d, w.o.r.d. Three letters are initials, and pairs are
 * words.
 */
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:([ .\-_·*])\p{L})(?:\1\p{L}){2,40}(?![\p{L}\p{N}])/gu;

/** Fast path: only such characters, and no separators between single letters; the text is read as written. */
const PLAIN = /^[\t\n\r -~–—‘’“”«»„▒◈\u00c0-\u0130\u0134-\u013e\u0141-\u0148\u014a-\u017e]*$/;
const SPACED_LETTERS = /\p{L}(?:[*_<]|[ .-]\p{L}[ .-]\p{L}[ .-]\p{L}(?!\p{L}))/u;

/**
 * Normalises a text to what a reader sees: compatibility forms as plain ones (NFKC), digits of every script as 0 to 9,
 * look-alike letters of other scripts as Latin ones, words without markup inside, and no invisible characters. Time is
 * linear in the text.
 */
export function readAsSeen(written: string): ReadText {
  if (PLAIN.test(written) && !SPACED_LETTERS.test(written)) return { text: written, sourceAt: (at) => at };
  const read = normalised(visible(written));
  const folded = { ...read, text: foldLookAlikes(read.text) };
  const { text, places } = withoutSeparators(withoutSeparators(folded, EMPHASIS), SPACED);
  return { text, sourceAt: (at) => places[at] ?? written.length };
}

/** A text, with the source position of each UTF-16 unit. */
interface Placed {
  readonly text: string;
  readonly places: readonly number[];
}

function visible(written: string): Placed {
  const hidden = new Set<number>();
  for (const { index, 0: found } of written.matchAll(INVISIBLE))
    for (let n = 0; n < found.length; n++) hidden.add(index + n);
  return keepUnits(
    { text: written, places: Array.from({ length: written.length }, (_, n) => n) },
    (n) => !hidden.has(n),
  );
}

function normalised({ text, places }: Placed): Placed {
  const parts: string[] = [];
  const from: number[] = [];
  for (const { index, 0: cluster } of text.matchAll(CLUSTER)) {
    const read = plainForm(cluster);
    parts.push(read);
    for (let n = 0; n < read.length; n++) from.push(places[index + (read.length === cluster.length ? n : 0)] as number);
  }
  return { text: parts.join(''), places: from };
}

/**
 * A cluster in its plain form. Marks that do not form a separate letter, such as a stroke through an s, are removed.
 */
function plainForm(cluster: string): string {
  if (cluster.length === 1 && cluster < '\u0080') return cluster;
  const composed = cluster
    .normalize('NFKC')
    .replaceAll(/\p{Nd}/gu, digitOf)
    .replaceAll(HYPHENS, '-');
  return /^[\p{Script=Latin}\d]/u.test(composed) ? composed.replaceAll(/\p{M}/gu, '') : composed;
}

const IS_DIGIT = /^\p{Nd}$/u;

/** Some scripts have two adjacent rows of digits. */
const MAX_DIGIT_RUN = 50;

/** 0 to 9 for a digit of any script: digits are encoded in contiguous runs of ten (Unicode Standard, section 4.6). */
function digitOf(digit: string): string {
  const code = digit.codePointAt(0) as number;
  if (code < 0x80) return digit;
  let before = 0;
  while (before < MAX_DIGIT_RUN && IS_DIGIT.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}

/** Removes everything but letters from each match of the pattern (from emphasis markup, everything). */
function withoutSeparators(placed: Placed, pattern: RegExp): Placed {
  const { text } = placed;
  if (text.search(pattern) < 0) return placed;
  const left = new Set<number>();
  for (const { index, 0: found } of text.matchAll(pattern))
    for (let n = 0; n < found.length; n++)
      if (pattern === EMPHASIS || !/[\p{L}\ud800-\udfff]/u.test(found[n] as string)) left.add(index + n);
  return keepUnits(placed, (n) => !left.has(n));
}

function keepUnits({ text, places }: Placed, isKept: (n: number) => boolean): Placed {
  const units: string[] = [];
  const from: number[] = [];
  for (let n = 0; n < text.length; n++) {
    if (!isKept(n)) continue;
    units.push(text[n] as string);
    from.push(places[n] as number);
  }
  return { text: units.join(''), places: from };
}
