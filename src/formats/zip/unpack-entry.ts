import { UnreadableFileError } from '#formats/bagit/bag-files.ts';
import { type ByteSource, sliceOf } from './byte-source.ts';
import { crc32 } from './crc32.ts';
import { reasonOf } from './reason-of.ts';

/** What the list of a zip says of a file, as zip.js reads it, and where zip.js finds its bytes. */
export interface ZipEntry {
  readonly filename: string;
  readonly directory: boolean;
  readonly encrypted: boolean;
  readonly symlink?: boolean;
  /** Mode of the file, where a Unix has packed it. */
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
/** Bytes that are read at once: deflate makes at most a thousand times as many of them. */
const PART = 16 * 1024;

/** The bytes of a file as they lie in the zip, packed or not, after its header was held against the list and its place against that of the others. */
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

/** A file that lies uncompressed in a zip, as random access; undefined where it is compressed. */
export async function storedBytes(source: ByteSource, entry: ZipEntry): Promise<ByteSource | undefined> {
  return entry.compressionMethod === STORED ? packedBytes(source, entry) : undefined;
}

/**
 * The bytes of a file as they are unpacked, held against the size and the checksum that the list promises. Whoever stops
 * taking them stops the unpacking. zip.js would do the same through ten streams for each file.
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
  for (let at = 0; at < size; at += PART) yield await read(at, Math.min(PART, size - at));
}
