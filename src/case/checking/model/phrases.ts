/** Words of a phrase: two texts that share this many in a row do not do so by accident. */
const PHRASE_WORDS = 5;

/** Every run of five words of a text, in lower case and without punctuation. */
export function phrasesOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}']+/gu) ?? [];
  return words
    .slice(0, Math.max(0, words.length - PHRASE_WORDS + 1))
    .map((_, n) => words.slice(n, n + PHRASE_WORDS).join(' '));
}
