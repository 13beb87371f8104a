/** Words that a screen shows, with the place of each stretch in its file. */
export interface ScreenWords {
  readonly at: number;
  readonly text: string;
}

/** Source text of a page that is not shown as words: starts of styles, scripts and comments; imports, names, addresses. */
const NO_WORDS =
  /<style[\s>]|<script[\s>]|<!--|\/\*|(?<=^|\n) *\/\/[^\n]*|(?<=^|\n)import [^;]{0,1000};|(?<![\w-])(?:class|class:list|href|id|src|rel|d|viewBox|transform|pattern|regex)=(?:"[^"]*"|\{[^{}]*\})/g;

/** With what each of those ends that is only begun there. */
const ENDS: readonly (readonly [RegExp, string])[] = [
  [/^<style/, '</style>'],
  [/^<script/, '</script>'],
  [/^<!--/, '-->'],
  [/^\/\*/, '*/'],
];

const TAG = /<\/?[A-Za-z][^<>]*>/g;

/** Texts in quotation marks that hold a blank or end a sentence; others are ids. */
const LITERAL = /'((?:[^'\\\n]|\\.){2,2000})'|"((?:[^"\\\n]|\\.){2,2000})"|`((?:[^`\\]|\\.){2,2000})`/g;
const ENDS_SENTENCE = /\p{L}[.!?…]$/u;
const LETTER = /\p{L}/u;

const HEAD = /^---\r?\n[\s\S]*?\n---(?=\r?\n|$)/;

/**
 * The words of a page that is written as .astro or .ts, in their order: its texts, and sentences among its values. Code, styles,
 * names of classes and addresses are left out, so that a change of them is no change of words.
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

/** The text with blanks for its code. It is gone through once: an end that was not found is not looked for again. */
function withoutCode(file: string): string {
  const unfound = new Set<string>();
  let plain = '';
  let done = 0;
  const noWords = new RegExp(NO_WORDS);
  for (let found = noWords.exec(file); found; found = noWords.exec(file)) {
    const close = ENDS.find(([begin]) => begin.test(found[0]))?.[1];
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

/** Whether a value is said to a reader: two words beside each other, or the end of a sentence. */
function isSaid(text: string): boolean {
  const words = text.split(/ +/);
  return (
    ENDS_SENTENCE.test(text) || words.some((word, n) => n > 0 && LETTER.test(word) && LETTER.test(words[n - 1] ?? ''))
  );
}

/**
 * Whether a place lies inside a tag, where a value of an attribute stands. Places have to be asked for in their order: the
 * text is gone through once.
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
    // Where none closes it, none closes a later one.
    const isKnown = before >= 0 && (closes < 0 || closes > opens);
    if (opens !== before && !isKnown) closes = text.indexOf('>', opens);
    return opens >= 0 && (closes < 0 || closes >= at) && /^<[A-Za-z]/.test(text.slice(opens, opens + 2));
  };
}
