/** Latin letters without their accents; every letter keeps its offset. */
export const withoutAccents = (text: string): string =>
  text.replaceAll(/[\u00c0-\u024f\u1e00-\u1eff]/g, (letter) => letter.normalize('NFD')[0] as string);

/** Characters used in place of letters to evade filters. */
const FIGURES: Readonly<Record<string, string>> = { 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' };
const WITH_FIGURES = /(?<![\p{L}\p{N}@$])(?=\p{L}+[0-9@$]{1,3}\p{L})[\p{L}0-9@$]{3,20}(?![\p{L}\p{N}])/gu;

/**
 * A text without accents, and with figures inside a word replaced by the letters they stand for; offsets do not change.
 */
export const plainLetters = (text: string): string =>
  withoutAccents(text).replaceAll(WITH_FIGURES, (word) =>
    word.replaceAll(/[013457@$]/g, (figure) => FIGURES[figure] as string),
  );
