import { sha256Bytes } from '#core/kernel/sha256.ts';

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** How many signs a print has: 48 bits, so that a thousand million texts beside a few thousand prints meet one by chance. */
export const PRINT_LENGTH = 8;

/**
 * The print of a text: the first 48 bits of its SHA-256, six bits a sign (RFC 4648, section 5). A list of prints tells
 * whether a text is on it and holds none.
 */
export function printOf(text: string): string {
  const bytes = sha256Bytes(text);
  let print = '';
  for (let at = 0; at < (PRINT_LENGTH * 6) / 8; at += 3) {
    const bits = ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number);
    for (const shift of [18, 12, 6, 0]) print += SIGNS[(bits >> shift) & 63];
  }
  return print;
}

/** The prints of a list that are written one after the other, with blanks or line breaks anywhere between them. */
export const printsIn = (list: string): ReadonlySet<string> =>
  new Set(list.replaceAll(/\s/g, '').match(new RegExp(`.{${PRINT_LENGTH}}`, 'g')));
