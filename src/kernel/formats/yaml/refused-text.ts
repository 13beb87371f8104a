import type { Issue } from '#kernel/model/issue.ts';

/** Maximum characters, far above any authored file; larger texts are refused unparsed. */
const MAX_CHARACTERS = 1_000_000;
/**
 * Maximum syntax marks: a case of five hundred scenes has a third of it; a text that consists of marks only takes a
 * YAML parser seconds.
 */
const MAX_PARTS = 60_000;
/** Maximum nested brackets: far more than any value needs, and few enough to be parsed. */
const MAX_BRACKETS = 100;

/** The reason and position for refusing a text before it is parsed; undefined if it may be parsed. */
export function refusedText(
  text: string,
):
  | { readonly code: string; readonly params: Issue['params']; readonly line: number; readonly column: number }
  | undefined {
  const start = { line: 1, column: 1 };
  if (text.length > MAX_CHARACTERS) return { code: 'yaml.too-large', params: { limit: MAX_CHARACTERS }, ...start };
  // Text in another encoding contains zeros, or the replacement character for invalid UTF-8.
  const foreign = text.search(/[\0\ufffd]/);
  if (foreign >= 0) return { code: 'yaml.wrong-encoding', params: {}, ...placeOf(text, foreign) };
  let parts = 0;
  let open = 0;
  let deepest = 0;
  for (const [mark] of text.matchAll(/\n|[[\]{},"&*!%#]|[-:?'](?=\s|$)/g)) {
    parts += 1;
    if (mark === '[' || mark === '{') deepest = Math.max(deepest, ++open);
    else if (mark === ']' || mark === '}') open = Math.max(0, open - 1);
    if (deepest > MAX_BRACKETS) return { code: 'yaml.too-deep', params: { limit: MAX_BRACKETS }, ...start };
    if (parts > MAX_PARTS) return { code: 'yaml.too-many-parts', params: { limit: MAX_PARTS }, ...start };
  }
  // "- - - -" on one line is nested as deep as it is long.
  if (/(?:[-?][ \t]+){41}/.test(text)) return { code: 'yaml.too-deep', params: { limit: MAX_BRACKETS }, ...start };
  return undefined;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
