import { crc32, deflateRawSync } from 'node:zlib';

/** An entry as a hostile writer may make it: each field can lie. */
export interface RawEntry {
  readonly name: string;
  readonly content?: string | Uint8Array;
  /** What the local header says in its place. */
  readonly localName?: string;
  readonly crc?: number;
  readonly flags?: number;
  /** Unpacked size as both headers give it. */
  readonly size?: number;
  readonly deflated?: boolean;
  /** Bytes that are said to be deflated and are not. */
  readonly packed?: readonly number[];
  /** The declared compression method, independent of the actual one. */
  readonly method?: number;
  /** Where the list says that it begins, if not where it does. */
  readonly at?: number;
  /** Upper half of the external attributes: the mode of a file on Unix. */
  readonly mode?: number;
}

/** A zip with exactly these entries, written field by field (APPNOTE 4.3). */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const content = Buffer.from(entry.content ?? 'x');
    const isDeflated = entry.deflated || entry.packed !== undefined;
    const packed = entry.packed ? Buffer.from(entry.packed) : isDeflated ? deflateRawSync(content) : content;
    const fields = Buffer.alloc(22);
    fields.writeUInt16LE((entry.flags ?? 0) | 0x800, 0);
    fields.writeUInt16LE(entry.method ?? (isDeflated ? 8 : 0), 2);
    fields.writeUInt32LE(0x00210000, 4);
    fields.writeUInt32LE(entry.crc ?? crc32(content), 8);
    fields.writeUInt32LE(packed.length, 12);
    fields.writeUInt32LE(entry.size ?? content.length, 16);
    const named = (name: string, start: readonly number[], end: Buffer) => {
      const bytes = Buffer.from(name);
      const head = Buffer.from(fields);
      head.writeUInt16LE(bytes.length, 20);
      return Buffer.concat([Buffer.from(start), head, end, bytes]);
    };
    const local = named(entry.localName ?? entry.name, [0x50, 0x4b, 3, 4, 20, 0], Buffer.alloc(2));
    const rest = Buffer.alloc(16);
    rest.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 8);
    rest.writeUInt32LE(entry.at ?? offset, 12);
    centrals.push(named(entry.name, [0x50, 0x4b, 1, 2, 20, 3, 20, 0], rest));
    locals.push(local, packed);
    offset += local.length + packed.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Uint8Array.from(Buffer.concat([...locals, directory, end]));
}
