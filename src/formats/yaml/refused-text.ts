import type { Issue } from '#core/kernel/issue.ts';

/** Larger texts are refused unread: no authored file comes near it. */
const MAX_CHARACTERS = 1_000_000;
/** A case of five hundred scenes has a third of it; a text that is all marks takes a YAML reader seconds. */
const MAX_PARTS = 60_000;
/** Brackets within brackets; far more than any value needs, and few enough to be read. */
const MAX_BRACKETS = 100;

/** Why a text is not even looked at as YAML, and where; undefined where it may be read. */
export function refusedText(
  text: string,
):
  | { readonly code: string; readonly params: Issue['params']; readonly line: number; readonly column: number }
  | undefined {
  const start = { line: 1, column: 1 };
  if (text.length > MAX_CHARACTERS) return { code: 'yaml.too-large', params: { limit: MAX_CHARACTERS }, ...start };
  // Text of another encoding comes with zeros, or with the sign that stands for what is no UTF-8.
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
  // "- - - -" on one line nests as deep as it is long.
  if (/(?:[-?][ \t]+){41}/.test(text)) return { code: 'yaml.too-deep', params: { limit: MAX_BRACKETS }, ...start };
  return undefined;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}
