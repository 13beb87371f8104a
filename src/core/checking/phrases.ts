/** So many words in a row that two texts share are no accident. */
const PHRASE_WORDS = 5;

/** Every run of five words of a text, in small letters and without the marks between them. */
export function phrasesOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  return words
    .slice(0, Math.max(0, words.length - PHRASE_WORDS + 1))
    .map((_, n) => words.slice(n, n + PHRASE_WORDS).join(' '));
}
