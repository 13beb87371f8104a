/** Words that a screen shows, with the place of each stretch in its file. */
export interface ScreenWords {
  readonly at: number;
  readonly text: string;
}

/** What stands in the file of a page and is no word on it: styles, scripts, comments, imports. */
const NO_WORDS =
  /<style[\s>][\s\S]*?<\/style>|<script[\s>][\s\S]*?<\/script>|<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|(?<=^|\n) *\/\/[^\n]*|(?<=^|\n)import [^;]{0,1000};|(?<![\w-])(?:class|class:list|href|id|src|rel|d|viewBox|transform|pattern|regex)=(?:"[^"]*"|\{[^{}]*\})/g;

const TAG = /<\/?[A-Za-z][^<>]*>/g;

/** Texts in quotation marks that hold a blank or end a sentence; others are ids. */
const LITERAL = /'((?:[^'\\\n]|\\.){2,2000})'|"((?:[^"\\\n]|\\.){2,2000})"|`((?:[^`\\]|\\.){2,2000})`/g;
const IS_SAID = /\p{L}[^ ]* +[^ ]*\p{L}|\p{L}[.!?…]$/u;

const HEAD = /^---\r?\n[\s\S]*?\n---(?=\r?\n|$)/;

/**
 * The words of a page that is written as .astro or .ts, in their order: its texts, and sentences among its values. Code, styles,
 * names of classes and addresses are left out, so that a change of them is no change of words.
 */
export function screenWords(file: string, isPage: boolean): ScreenWords[] {
  const blank = (text: string, pattern: RegExp) => text.replaceAll(pattern, (found) => ' '.repeat(found.length));
  const plain = blank(file, NO_WORDS);
  const head = isPage ? (HEAD.exec(plain)?.[0].length ?? 0) : plain.length;
  const isInTag = tagFinder(plain);
  const literals = Array.from(plain.matchAll(LITERAL), (match): ScreenWords => {
    return { at: match.index + 1, text: match[1] ?? match[2] ?? match[3] ?? '' };
  }).filter(({ at, text }) => (at < head || isInTag(at)) && IS_SAID.test(text));
  const body = blank(plain.slice(head), TAG);
  const texts = Array.from(body.matchAll(/[^{}]*\p{L}[^{}]*/gu), ({ index, 0: text }): ScreenWords => {
    const from = text.length - text.trimStart().length;
    return { at: head + index + from, text: text.trim() };
  });
  return [...literals, ...texts].sort((a, b) => a.at - b.at);
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
    if (opens !== before) closes = text.indexOf('>', opens);
    return opens >= 0 && (closes < 0 || closes >= at) && /^<[A-Za-z]/.test(text.slice(opens, opens + 2));
  };
}
