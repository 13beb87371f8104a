import { AsyncIterReader, WARCParser } from 'warcio';
import { createSha256 } from '#kernel/model/sha256.ts';

/** Information about a record after all of it was read. */
export interface ReadRecord {
  /** Number of the record in the file, from 1. */
  readonly number: number;
  readonly type: string;
  readonly url: string;
  /** WARC-Date as written. */
  readonly date: string;
  readonly payloadSha256: string;
  /** Names of the digest headers that do not match. */
  readonly broken: readonly string[];
  /** True if the block has a SHA-256 digest. */
  readonly digested: boolean;
}

/** A WARC cannot be read from some record on; the message says why. */
export class UnreadableWarcError extends Error {
  override name = 'UnreadableWarcError';
  readonly record: number;
  constructor(record: number, message: string) {
    super(message);
    this.record = record;
  }
}

/** Maximum length of HTTP headers; longer ones are treated as payload. */
const MAX_HEADER_BYTES = 64 * 1024;
/** Maximum unpacked bytes of one WARC; a longer one is a zip bomb, or needs another tool. */
const MAX_UNPACKED_BYTES = 256 * 1024 ** 2;
const HEADER_END = [13, 10, 13, 10] as const;

/** Unpacks like warcio, up to `maxBytes`: headers are held in memory, and those of a hostile file may be endless. */
class BoundedReader extends AsyncIterReader {
  readonly maxBytes: number;
  unpacked = 0;
  constructor(chunks: AsyncIterable<Uint8Array>, maxBytes: number) {
    super(chunks);
    this.maxBytes = maxBytes;
  }
  override async _next() {
    const part = await super._next();
    this.unpacked += part?.length ?? 0;
    if (this.unpacked > this.maxBytes) throw new RangeError(`it unpacks to more than ${this.maxBytes} bytes`);
    return part;
  }
}

/**
 * Reads the records of a WARC, compressed or not, each to its end, and compares them with their own digests. Reading
 * stops at the first record that is truncated or broken: the start of what follows is unknown.
 */
export async function* readWarc(
  chunks: AsyncIterable<Uint8Array>,
  maxBytes = MAX_UNPACKED_BYTES,
): AsyncGenerator<ReadRecord> {
  let size = 0;
  async function* counted() {
    for await (const chunk of chunks) {
      size += chunk.length;
      yield chunk;
    }
  }
  const parser = new WARCParser(new BoundedReader(counted(), maxBytes), { parseHttp: false, keepHeadersCase: true });
  for (let number = 1; ; number++) {
    const record = await parser.parse().catch((error: unknown) => {
      throw new UnreadableWarcError(number, error instanceof Error ? error.message : String(error));
    });
    // warcio ends silently at a broken gzip member; then bytes remain.
    if (!record && parser.offset !== size) throw new UnreadableWarcError(number, 'what follows cannot be unpacked');
    if (!record) return;
    if (!record.warcHeaders.statusline.startsWith('WARC/1.'))
      throw new UnreadableWarcError(number, 'no WARC record begins there');
    const header = (name: string) => record.warcHeaders.headers.get(name) ?? '';
    const type = header('WARC-Type');
    const isHttp = header('Content-Type').startsWith('application/http');
    const { block, payload, bytes } = await digest(record.reader as AsyncIterable<Uint8Array>, isHttp, number);
    if (bytes !== Number(header('Content-Length'))) throw new UnreadableWarcError(number, 'the record is cut off');
    const written = { 'WARC-Block-Digest': block, 'WARC-Payload-Digest': payload };
    const broken = Object.entries(written).flatMap(([name, hash]) => (disagrees(header(name), hash) ? [name] : []));
    yield {
      number,
      type,
      url: header('WARC-Target-URI'),
      date: header('WARC-Date'),
      payloadSha256: payload,
      broken,
      digested: isSha256(header('WARC-Block-Digest')) || type === 'warcinfo',
    };
    if (broken.length > 0) return;
  }
}

/** Both digests in one pass over a block: the payload of an HTTP record begins after the empty line. */
async function digest(chunks: AsyncIterable<Uint8Array>, isHttp: boolean, number: number) {
  const block = createSha256();
  const payload = createSha256();
  let bytes = 0;
  let matched = isHttp ? 0 : HEADER_END.length;
  try {
    for await (const chunk of chunks) {
      block.update(chunk);
      let start = 0;
      while (matched < HEADER_END.length && start < chunk.length && bytes + start < MAX_HEADER_BYTES) {
        const sign = chunk[start++];
        matched = sign === HEADER_END[matched] ? matched + 1 : Number(sign === HEADER_END[0]);
      }
      if (matched === HEADER_END.length) payload.update(chunk.subarray(start));
      bytes += chunk.length;
    }
  } catch (error) {
    throw new UnreadableWarcError(number, error instanceof Error ? error.message : String(error));
  }
  return { block: block.hex(), payload: payload.hex(), bytes };
}

const isSha256 = (written: string) => /^sha-?256:[0-9a-f]{64}$/i.test(written);
const disagrees = (written: string, hash: string) =>
  isSha256(written) && written.slice(written.indexOf(':') + 1).toLowerCase() !== hash;
