import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** A line of the custody log. */
export interface LogLine {
  readonly seq: number;
  readonly utc: string;
  readonly actor: string;
  readonly action: string;
  readonly sha256: string;
  readonly reason: string;
  readonly prev: string;
  readonly hash: string;
}

/** The fields of a record that the ten questions ask about. */
export interface WrittenRecord {
  readonly itemId: string;
  readonly adId: string;
  readonly url: string;
  readonly finalUrl: string;
  readonly standing?: string;
  readonly capturedAtUtc: string;
  readonly clockCheck: { readonly offsetMs: number } | null;
  readonly operator: string;
  readonly tool: { readonly name: string; readonly version: string };
  readonly method: string;
  readonly loginState: string;
  readonly notes: string;
  readonly legalBasis: string;
  readonly childMaterialCheck: { readonly by: string };
}

/** A record of a WARC file: its headers, and the head and the body of the message in it. */
export interface WarcPart {
  readonly type: string;
  readonly url: string;
  readonly date: string;
  readonly startLine: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

/** The folder of one item. */
export interface BagItem {
  readonly folder: string;
  readonly record: WrittenRecord;
  readonly page: Buffer;
  readonly warc: readonly WarcPart[];
  /** The hash of each file in `around`. */
  readonly around: readonly string[];
}

/** A letter, and the hash of its file. */
export interface BagLetter {
  readonly sha256: string;
  readonly letter: Readonly<Record<string, unknown>>;
}

export interface Bag {
  readonly log: readonly LogLine[];
  readonly items: readonly BagItem[];
  readonly letters: readonly BagLetter[];
  /** The hash of each file around a page that has no capture. */
  readonly loose: readonly string[];
}

export const sha256Of = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

/** Reads a locker from the bytes of its zip: the log, the folders of the items, and the letters. */
export function readBag(zip: Uint8Array): Bag {
  const files = new Map(
    Object.entries(unzipSync(zip)).map(([path, bytes]) => [path.slice(path.indexOf('/') + 1), Buffer.from(bytes)]),
  );
  const bytesOf = (path: string): Buffer => {
    const bytes = files.get(path);
    if (!bytes) throw new Error(`The bag has no ${path}.`);
    return bytes;
  };
  const jsonOf = (path: string) => JSON.parse(bytesOf(path).toString('utf8'));
  const log = bytesOf('data/custody.jsonl').toString('utf8').split('\n').filter(Boolean);
  const folders = new Set([...files.keys()].flatMap((path) => /^data\/items\/([^/]+)\//.exec(path)?.[1] ?? []));
  const inFolder = (folder: string) => [...files.keys()].filter((path) => path.startsWith(folder));
  return {
    log: log.map((line): LogLine => JSON.parse(line)),
    items: [...folders].map((folder) => ({
      folder,
      record: jsonOf(`data/items/${folder}/record.json`),
      page: bytesOf(`data/items/${folder}/page.html`),
      warc: readWarc(gunzipSync(bytesOf(`data/items/${folder}/capture.warc.gz`))),
      around: inFolder(`data/items/${folder}/around/`).map((path) => sha256Of(bytesOf(path))),
    })),
    loose: inFolder('data/around/').map((path) => sha256Of(bytesOf(path))),
    letters: inFolder('data/letters/').map((path) => ({ sha256: sha256Of(bytesOf(path)), letter: jsonOf(path) })),
  };
}

const LINE_END = '\r\n';
const HEAD_END = '\r\n\r\n';

/** Splits a WARC file by the lengths that its records give (ISO 28500): head, block, two line ends. */
function readWarc(bytes: Buffer): WarcPart[] {
  const parts: WarcPart[] = [];
  let at = 0;
  while (at < bytes.length) {
    const end = bytes.indexOf(HEAD_END, at);
    const { fields } = readHead(bytes.subarray(at, end));
    const from = end + HEAD_END.length;
    const to = from + Number(fields.get('content-length'));
    parts.push(partOf(fields, bytes.subarray(from, to)));
    at = to + HEAD_END.length;
  }
  return parts;
}

function partOf(warc: ReadonlyMap<string, string>, block: Buffer): WarcPart {
  const named = { type: warc.get('warc-type') ?? '', url: warc.get('warc-target-uri') ?? '' };
  const isMessage = warc.get('content-type')?.startsWith('application/http') === true;
  const end = isMessage ? block.indexOf(HEAD_END) : -1;
  const { startLine, fields } = readHead(block.subarray(0, Math.max(end, 0)));
  const body = isMessage ? block.subarray(end + HEAD_END.length) : block;
  return { ...named, date: warc.get('warc-date') ?? '', startLine, fields, body };
}

function readHead(bytes: Buffer) {
  const [startLine = '', ...lines] = bytes.toString('utf8').split(LINE_END);
  const fields = lines.map((line): [string, string] => {
    const colon = line.indexOf(':');
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
  });
  return { startLine, fields: new Map(fields) };
}
