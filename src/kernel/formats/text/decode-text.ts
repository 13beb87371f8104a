/** Encodings in which a text is read. */
type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Bytes that are read as a text, or the reason why they are not, and the line from which on they are none. */
export type DecodedText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'utf-16-without-mark' | 'utf-32' | 'broken'; readonly line: number };

/** Bytes at the beginning in which UTF-16 without a mark is looked for. */
const LOOKED_AT = 4_000;
/** In UTF-16, every other byte of a Latin text is zero. A text in UTF-8 has no zero at all. */
const MIN_ZEROS = 0.3;

/**
 * Reads bytes as UTF-8, or as UTF-16 where they begin with its byte order mark, in both orders. The mark is no part of the
 * text. Anything else is refused: read in a wrong encoding, a text would hide its words from every check.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (begins(bytes, 0xff, 0xfe, 0, 0) || begins(bytes, 0, 0, 0xfe, 0xff)) return refused('utf-32');
  if (begins(bytes, 0xff, 0xfe)) return decoded(bytes, 'utf-16le');
  if (begins(bytes, 0xfe, 0xff)) return decoded(bytes, 'utf-16be');
  if (hasZerosOfUtf16(bytes)) return refused('utf-16-without-mark');
  return decoded(bytes, 'utf-8');
}

const begins = (bytes: Uint8Array, ...mark: readonly number[]) => mark.every((byte, n) => bytes[n] === byte);

const refused = (reason: 'utf-16-without-mark' | 'utf-32') => ({ ok: false, reason, line: 1 }) as const;

function decoded(bytes: Uint8Array, encoding: Encoding): DecodedText {
  try {
    return { ok: true, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    // A text may hold this sign itself, before the bytes that are broken: then its line is told.
    return { ok: false, reason: 'broken', line: text.slice(0, text.indexOf('\ufffd')).split('\n').length };
  }
}

function hasZerosOfUtf16(bytes: Uint8Array): boolean {
  const looked = bytes.subarray(0, LOOKED_AT);
  if (looked.length < 2) return false;
  const zeros = [0, 0];
  for (const [n, byte] of looked.entries()) if (byte === 0) zeros[n % 2] = (zeros[n % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = looked.length / 2;
  // A file of other bytes has its zeros anywhere: its bytes are refused by what reads the text.
  return Math.max(even, odd) / half >= MIN_ZEROS && Math.min(even, odd) / half < MIN_ZEROS / 2;
}
