/** A part of a text, and whether a rule is about it. */
export interface MarkedPart {
  readonly text: string;
  readonly marked: boolean;
}

/** A text cut at the words that rules name, each wherever it stands; all parts together are the text. */
export function markedParts(text: string, words: readonly string[]): readonly MarkedPart[] {
  const marks = new Array<boolean>(text.length).fill(false);
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
      marks.fill(true, at, at + word.length);
  const parts: MarkedPart[] = [];
  let from = 0;
  for (let n = 1; n <= text.length; n += 1) {
    if (n < text.length && marks[n] === marks[from]) continue;
    parts.push({ text: text.slice(from, n), marked: marks[from] === true });
    from = n;
  }
  return parts;
}
