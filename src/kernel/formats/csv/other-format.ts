/** Formats that are often given in place of CSV. */
export type OtherFormat = 'parquet' | 'json';

/** "PAR1", with which every Parquet file begins. */
const PARQUET = [0x50, 0x41, 0x52, 0x31];
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const BLANKS = new Set([0x20, 0x09, 0x0a, 0x0d]);
/** "{" and "[". */
const JSON_BEGINS = new Set([0x7b, 0x5b]);

/** The format of a file that is no CSV, from its first bytes; undefined for a file that may be CSV. */
export function otherFormat(bytes: Uint8Array): OtherFormat | undefined {
  const beginsWith = (sign: readonly number[]) => sign.every((byte, n) => bytes[n] === byte);
  if (beginsWith(PARQUET)) return 'parquet';
  let at = beginsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
  while (BLANKS.has(bytes[at] as number)) at += 1;
  return JSON_BEGINS.has(bytes[at] as number) ? 'json' : undefined;
}
