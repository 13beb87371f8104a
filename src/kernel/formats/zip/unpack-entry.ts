import { UnreadableFileError } from '#kernel/formats/bagit/bag-files.ts';
import { type ByteSource, sliceOf } from './byte-source.ts';
import { crc32 } from './crc32.ts';
import { reasonOf } from './reason-of.ts';

/** A file's entry in the central directory, as zip.js parses it, and where zip.js finds its bytes. */
export interface ZipEntry {
  readonly filename: string;
  readonly directory: boolean;
  readonly encrypted: boolean;
  readonly symlink?: boolean;
  /** Unix mode of the file, if it was packed on Unix. */
  readonly unixMode?: number;
  readonly compressionMethod: number;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  readonly crc32: number;
  readonly localDirectory?: { readonly dataOffset: number };
  getData?(writable: WritableStream<Uint8Array>, options: object): Promise<unknown>;
}

const STORED = 0;
const DEFLATED = 8;
/** Bytes read at once: deflate expands them at most a thousand times. */
const CHUNK_BYTES = 16 * 1024;

/**
 * The stored bytes of a file, compressed or not, after its local header was compared with its entry and its range with
 * those of other files.
 */
async function packedBytes(source: ByteSource, entry: ZipEntry): Promise<ByteSource> {
  try {
    await entry.getData?.(new WritableStream(), {
      checkOverlappingEntryOnly: true,
      checkLocalFilename: true,
      strictness: 'strict',
    });
  } catch (error) {
    throw new UnreadableFileError(reasonOf(error));
  }
  return sliceOf(source, entry.localDirectory?.dataOffset ?? source.size, entry.compressedSize);
}

/** Random access to an uncompressed file in a zip; undefined if it is compressed. */
export async function storedBytes(source: ByteSource, entry: ZipEntry): Promise<ByteSource | undefined> {
  return entry.compressionMethod === STORED ? packedBytes(source, entry) : undefined;
}

/**
 * The unpacked bytes of a file, compared with the size and the checksum in the directory. Unpacking stops when the
 * consumer stops. zip.js would use ten streams per file for the same.
 */
export async function* unpackEntry(source: ByteSource, entry: ZipEntry): AsyncGenerator<Uint8Array> {
  const packed = partsOf(await packedBytes(source, entry));
  let bytes = 0;
  let sum = 0;
  for await (const part of unpacked(packed, entry.compressionMethod)) {
    bytes += part.length;
    sum = crc32(part, sum);
    if (bytes > entry.uncompressedSize) throw new UnreadableFileError('it unpacks to more than it promises');
    yield part;
  }
  if (bytes < entry.uncompressedSize) throw new UnreadableFileError('it unpacks to less than it promises');
  if (sum !== entry.crc32) throw new UnreadableFileError('its checksum does not hold');
}

function unpacked(packed: AsyncGenerator<Uint8Array>, method: number): AsyncIterable<Uint8Array> {
  if (method === STORED) return packed;
  if (method === DEFLATED) return inflated(packed);
  throw new UnreadableFileError('it is compressed in a way that is not read here');
}

async function* inflated(packed: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const readable = new ReadableStream<BufferSource>({
    async pull(controller) {
      const { done, value } = await packed.next();
      if (done) controller.close();
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
  });
  const parts = readable.pipeThrough(new DecompressionStream('deflate-raw'));
  try {
    yield* parts as unknown as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new UnreadableFileError(reasonOf(error));
  }
}

async function* partsOf({ size, read }: ByteSource): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; at += CHUNK_BYTES) yield await read(at, Math.min(CHUNK_BYTES, size - at));
}
