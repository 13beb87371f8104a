/** A text made of parts of another one, and where each of its characters stands in that one. */
export interface MappedText {
  readonly text: string;
  /** Undefined where both are the same. */
  readonly places?: readonly number[];
}

/** A hyphen inside a word, also where a line ends with it: "traf-ficker". */
const INNER_HYPHENS = /(?<=\p{L})-\s{0,40}(?=\p{Ll})/gu;

/** The text with the parts of each word that a hyphen parts put together; undefined where there is none. */
export function withoutInnerHyphens(text: string): MappedText | undefined {
  return text.search(INNER_HYPHENS) < 0 ? undefined : replaced({ text }, INNER_HYPHENS, '');
}

/** What may stand between two words: blanks, line ends, hyphens and dashes, markup, quotation marks and brackets around. */
const BETWEEN = /["'“”‘’«»„*_(]{0,3}(?:[\s\u2010-\u2015-]|<[^<>]{0,40}>){1,200}["'“”‘’«»„*_(]{0,3}/gu;
/** The same where it is more than one blank. */
const MORE_THAN_BLANK = /\s\s|[^\P{White_Space} ]|["'“”‘’«»„*_(<>\u2010-\u2015-]/u;

/** The text with one blank between any two words, so that a pattern need not say what else could stand there. */
export function withSingleBlanks(source: MappedText | string): MappedText {
  const mapped = typeof source === 'string' ? { text: source } : source;
  return MORE_THAN_BLANK.test(mapped.text) ? replaced(mapped, BETWEEN, ' ') : mapped;
}

/** The offsets, in the source text, of what was found in a mapped one. */
export function inSource(
  { at, text: { length } }: { readonly at: number; readonly text: string },
  { places }: MappedText,
): { readonly at: number; readonly to: number } {
  return places ? { at: places[at] as number, to: (places[at + length - 1] as number) + 1 } : { at, to: at + length };
}

function replaced({ text, places: before }: MappedText, pattern: RegExp, by: '' | ' '): MappedText {
  const places: number[] = [];
  const parts: string[] = [];
  let from = 0;
  const keep = (to: number) => {
    parts.push(text.slice(from, to));
    for (let at = from; at < to; at++) places.push(before?.[at] ?? at);
  };
  for (const { index, 0: found } of text.matchAll(pattern)) {
    keep(index);
    if (by !== '') {
      parts.push(by);
      places.push(before?.[index] ?? index);
    }
    from = index + found.length;
  }
  keep(text.length);
  return { text: parts.join(''), places };
}
