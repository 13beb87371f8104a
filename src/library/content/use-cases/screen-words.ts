/** A text that a screen shows, with its offset in the file. */
export interface ScreenWords {
  readonly at: number;
  readonly text: string;
}

/** Source code that is no shown text: starts of styles, scripts and comments; imports, class names, addresses. */
const CODE =
  /<style[\s>]|<script[\s>]|<!--|\/\*|(?<=^|\n) *\/\/[^\n]*|(?<=^|\n)import [^;]{0,1000};|(?<![\w-])(?:class|class:list|href|id|src|rel|d|viewBox|transform|pattern|regex)=(?:"[^"]*"|\{[^{}]*\})/g;

/** The end marker for each construct of which `CODE` matches only the start. */
const END_MARKERS: readonly (readonly [RegExp, string])[] = [
  [/^<style/, '</style>'],
  [/^<script/, '</script>'],
  [/^<!--/, '-->'],
  [/^\/\*/, '*/'],
];

const TAG = /<\/?[A-Za-z][^<>]*>/g;

/** String literals of at least two characters. `isSaid` tells texts from ids. */
const LITERAL = /'((?:[^'\\\n]|\\.){2,2000})'|"((?:[^"\\\n]|\\.){2,2000})"|`((?:[^`\\]|\\.){2,2000})`/g;
const ENDS_SENTENCE = /\p{L}[.!?…]$/u;
const LETTER = /\p{L}/u;

const HEAD = /^---\r?\n[\s\S]*?\n---(?=\r?\n|$)/;

/**
 * The shown texts of an .astro or .ts file, in order: text nodes, and sentences in string literals. Code, styles, class
 * names and addresses are left out, so that changing them does not change the words.
 */
export function screenWords(file: string, isPage: boolean): ScreenWords[] {
  const blank = (text: string, pattern: RegExp) => text.replaceAll(pattern, (found) => ' '.repeat(found.length));
  const plain = withoutCode(file);
  const head = isPage ? (HEAD.exec(plain)?.[0].length ?? 0) : plain.length;
  const isInTag = tagFinder(plain);
  const literals = Array.from(plain.matchAll(LITERAL), (match): ScreenWords => {
    return { at: match.index + 1, text: match[1] ?? match[2] ?? match[3] ?? '' };
  }).filter(({ at, text }) => (at < head || isInTag(at)) && isSaid(text));
  const body = blank(plain.slice(head), TAG);
  const texts = Array.from(body.matchAll(/[^{}]+/g), ({ index, 0: text }): ScreenWords => {
    const from = text.length - text.trimStart().length;
    return { at: head + index + from, text: text.trim() };
  }).filter(({ text }) => LETTER.test(text));
  return [...literals, ...texts].sort((a, b) => a.at - b.at);
}

/** The text with its code replaced by blanks. One pass: an end marker that was not found once is not searched again. */
function withoutCode(file: string): string {
  const unfound = new Set<string>();
  let plain = '';
  let done = 0;
  const noWords = new RegExp(CODE);
  for (let found = noWords.exec(file); found; found = noWords.exec(file)) {
    const close = END_MARKERS.find(([begin]) => begin.test(found[0]))?.[1];
    let end = found.index + found[0].length;
    if (close !== undefined) {
      const at = unfound.has(close) ? -1 : file.indexOf(close, end);
      if (at < 0) {
        unfound.add(close);
        continue;
      }
      end = at + close.length;
    }
    plain += file.slice(done, found.index) + ' '.repeat(end - found.index);
    done = end;
    noWords.lastIndex = end;
  }
  return plain + file.slice(done);
}

/** True where a literal is text for a reader: two adjacent words, or the end of a sentence. */
function isSaid(text: string): boolean {
  const words = text.split(/ +/);
  return (
    ENDS_SENTENCE.test(text) || words.some((word, n) => n > 0 && LETTER.test(word) && LETTER.test(words[n - 1] ?? ''))
  );
}

/**
 * Returns a test whether an offset is inside a tag, so that a literal there is an attribute value. Offsets must be
 * tested in ascending order, because the text is scanned once.
 */
function tagFinder(text: string): (at: number) => boolean {
  let opens = -1;
  let next = text.indexOf('<');
  let closes = -1;
  return (at) => {
    const before = opens;
    while (next >= 0 && next <= at) {
      opens = next;
      next = text.indexOf('<', next + 1);
    }
    // Where no `>` follows this tag, none follows a later one.
    const isKnown = before >= 0 && (closes < 0 || closes > opens);
    if (opens !== before && !isKnown) closes = text.indexOf('>', opens);
    return opens >= 0 && (closes < 0 || closes >= at) && /^<[A-Za-z]/.test(text.slice(opens, opens + 2));
  };
}
