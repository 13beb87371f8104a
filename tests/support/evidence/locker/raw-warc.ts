import { gunzipSync, gzipSync } from 'fflate';
import { readStrictWarc } from '#kernel/formats/warc/strict-warc.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';

/** A record of a WARC as text, so that a test can write it in a way that two programs read differently. */
export interface RawRecord {
  /** Start line and headers, without the empty line. */
  readonly head: string;
  readonly block: Uint8Array;
}

/** Bytes as text, one character each. */
export const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
/** The bytes of such a text. */
export const bytesOf = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

/** The records of a capture of this kit: description, mark, request, response, circumstances, picture. */
export function rawRecords(bytes: Uint8Array): RawRecord[] {
  return readStrictWarc(bytes).records.map(({ offset, length }) => {
    const text = latin(gunzipSync(bytes.subarray(offset, offset + length)));
    const end = text.indexOf('\r\n\r\n');
    return { head: text.slice(0, end), block: bytesOf(text.slice(end + 4, -4)) };
  });
}

/** The record with the lengths and digests of its block, as a forger computes them. */
export function fitted({ head, block }: RawRecord): RawRecord {
  const text = latin(block);
  const payload = head.includes('application/http') ? bytesOf(text.slice(text.indexOf('\r\n\r\n') + 4)) : block;
  const set = (lines: string, name: string, value: string) =>
    lines.replace(new RegExp(`^(${name}: ).*$`, 'm'), `$1${value}`);
  let lines = set(head.replaceAll('\r', ''), 'Content-Length', String(block.length));
  lines = set(lines, 'WARC-Block-Digest', `sha256:${sha256Hex(block)}`);
  lines = set(lines, 'WARC-Payload-Digest', `sha256:${sha256Hex(payload)}`);
  return { head: lines.replaceAll('\n', '\r\n'), block };
}

/** A record as it stands in a file. */
export const plain = ({ head, block }: RawRecord) =>
  Buffer.concat([Buffer.from(`${head}\r\n\r\n`, 'latin1'), block, Buffer.from('\r\n\r\n')]);

/** Writes records, each as one gzip member. */
export const written = (records: readonly RawRecord[]): Uint8Array =>
  Uint8Array.from(Buffer.concat(records.map((record) => gzipSync(plain(record), { mtime: 0 }))));
