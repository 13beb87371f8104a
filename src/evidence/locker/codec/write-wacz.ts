import { getSurt } from 'warcio';
import type { WarcMember } from '#evidence/locker/codec/write-capture.ts';
import { textBytes } from '#kernel/formats/zip/text-bytes.ts';
import { type OutgoingFile, writeZip } from '#kernel/formats/zip/write-zip.ts';
import { createSha256, sha256Hex } from '#kernel/model/sha256.ts';

/** One capture to be written into a WACZ: the name of its WARC, its records, and its entry in the list of pages. */
export interface WaczCapture {
  readonly name: string;
  readonly members: readonly WarcMember[];
  readonly url: string;
  readonly title: string;
  /** `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly at: string;
  readonly mime: string;
}

export interface WaczHead {
  readonly title: string;
  readonly description: string;
  readonly software: string;
  readonly created: string;
}

/** A file of a WACZ, for its description. */
export interface WaczResource {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** A record of a capture, for the index. */
export interface IndexedRecord {
  readonly type: string;
  readonly url: string;
  readonly status?: number;
  readonly payloadDigest: string;
  readonly offset: number;
  readonly length: number;
}

/**
 * Writes a WACZ 1.1.1 of these captures, in chunks: one WARC per capture, a sorted CDXJ index, a list of pages, and the
 * package's description with the hash of each file. Nothing is compressed twice, as the standard asks.
 * @see https://specs.webrecorder.net/wacz/1.1.1/
 */
export async function* writeWacz(
  captures: Iterable<WaczCapture> | AsyncIterable<WaczCapture>,
  head: WaczHead,
): AsyncGenerator<Uint8Array> {
  yield* writeZip(filesOf(captures, head));
}

async function* filesOf(
  captures: Iterable<WaczCapture> | AsyncIterable<WaczCapture>,
  head: WaczHead,
): AsyncGenerator<OutgoingFile> {
  const index: string[] = [];
  const pages = [pagesHead(head)];
  const resources: WaczResource[] = [];
  const stored = (path: string, parts: readonly Uint8Array[]): OutgoingFile => {
    const hash = createSha256();
    for (const part of parts) hash.update(part);
    const bytes = parts.reduce((sum, part) => sum + part.length, 0);
    resources.push({ path, sha256: hash.hex(), bytes });
    return { path, chunks: parts, stored: true };
  };
  const lines = (path: string, texts: readonly string[]) => stored(path, [textBytes(`${texts.join('\n')}\n`)]);

  for await (const capture of captures) {
    index.push(...indexLines(capture, placesOf(capture.members)));
    pages.push(pageLine(capture));
    yield stored(
      `archive/${capture.name}.warc.gz`,
      capture.members.map(({ bytes }) => bytes),
    );
  }
  yield lines('indexes/index.cdxj', index.sort());
  yield lines('pages/pages.jsonl', pages);
  const description = describe(head, resources);
  yield { path: 'datapackage.json', chunks: [textBytes(description)], stored: true };
  yield { path: 'datapackage-digest.json', chunks: [textBytes(digestText(description))], stored: true };
}

const pagesHead = ({ title }: Pick<WaczHead, 'title'>) =>
  JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title });

type ListedCapture = Omit<WaczCapture, 'members'>;

const pageLine = ({ name, url, at, title }: ListedCapture) => JSON.stringify({ id: name, url, ts: at, title });

/** Text of the list of pages. */
export const pagesText = (captures: readonly ListedCapture[], head: Pick<WaczHead, 'title'>): string =>
  `${[pagesHead(head), ...captures.map(pageLine)].join('\n')}\n`;

/** Text of the index over the records of all captures. */
export const indexText = (captures: readonly (readonly [ListedCapture, readonly IndexedRecord[]])[]): string =>
  `${captures
    .flatMap(([capture, records]) => indexLines(capture, records))
    .sort()
    .join('\n')}\n`;

/** Text of the description of a WACZ. */
export function describe({ title, description, software, created }: WaczHead, files: readonly WaczResource[]): string {
  const about = { profile: 'data-package', wacz_version: '1.1.1', title, description, software, created };
  const resources = files.map(({ path, sha256, bytes }) => {
    return { name: path.split('/').at(-1) ?? path, path, hash: `sha256:${sha256}`, bytes };
  });
  return `${JSON.stringify({ ...about, resources }, null, 2)}\n`;
}

/** Text of the file that has the digest of the description. */
export const digestText = (description: string): string =>
  `${JSON.stringify({ path: 'datapackage.json', hash: `sha256:${sha256Hex(description)}` }, null, 2)}\n`;

function placesOf(members: readonly WarcMember[]): IndexedRecord[] {
  let next = 0;
  return members.map(({ type, url, payloadDigest, status, bytes: { length } }) => {
    const offset = next;
    next += length;
    return { type, url, payloadDigest, ...(status !== undefined && { status }), offset, length };
  });
}

/**
 * The index lines of a capture: its responses, including redirects, and pictures, with offset and length in their WARC.
 */
function indexLines({ name, at, mime }: ListedCapture, records: readonly IndexedRecord[]): string[] {
  const timestamp = at.replaceAll(/\D/g, '');
  return records.flatMap(({ type, url, length, offset, payloadDigest, status = 200 }) => {
    if (type !== 'response' && type !== 'resource') return [];
    const place = { length: String(length), offset: String(offset), filename: `${name}.warc.gz` };
    const kind = { mime: type === 'response' ? mime : resourceMime(url), status: String(status) };
    return [`${getSurt(url)} ${timestamp} ${JSON.stringify({ url, ...kind, digest: payloadDigest, ...place })}`];
  });
}

const resourceMime = (url: string) => (url.startsWith('urn:view:') ? 'image/svg+xml' : 'text/plain');
