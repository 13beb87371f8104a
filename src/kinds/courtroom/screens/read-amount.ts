/** A whole number as somebody types it: `1913`, or by thousands `1,913` or `1 913`. */
const WHOLE = /^(?:\d{1,7}|\d{1,3}(?:[, ]\d{3})+)$/;
const MAX_AMOUNT = 1_000_000;

/** The whole number that was typed, from 0 to 1,000,000; undefined for everything else, such as `2.5`, `-5` or `2.020`. */
export function readAmount(text: string): number | undefined {
  const typed = text.trim();
  const amount = Number(typed.replaceAll(/[, ]/g, ''));
  return WHOLE.test(typed) && amount <= MAX_AMOUNT ? amount : undefined;
}
