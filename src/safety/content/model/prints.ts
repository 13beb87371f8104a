import { sha256Bytes } from '#kernel/model/sha256.ts';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Characters of a print: 48 bits, so that among a thousand million texts and a few thousand prints about one collision
 * is expected.
 */
export const PRINT_LENGTH = 8;

/**
 * The print of a text: the first 48 bits of its SHA-256, six bits per character (RFC 4648, section 5). A list of prints
 * can be tested for a text without containing it.
 */
export function printOf(text: string): string {
  const bytes = sha256Bytes(text);
  let print = '';
  for (let at = 0; at < (PRINT_LENGTH * 6) / 8; at += 3) {
    const bits = ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
    for (const shift of [18, 12, 6, 0]) print += ALPHABET[(bits >> shift) & 63];
  }
  return print;
}

/** Parses a list of concatenated prints, with spaces or line breaks anywhere between them. */
export const printsIn = (list: string): ReadonlySet<string> =>
  new Set(list.replaceAll(/\s/g, '').match(new RegExp(`.{${PRINT_LENGTH}}`, 'g')));
