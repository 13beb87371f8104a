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

interface Resource {
  readonly name: string;
  readonly path: string;
  readonly hash: string;
  readonly bytes: number;
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
  const pages = [JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: head.title })];
  const resources: Resource[] = [];
  const stored = (path: string, parts: readonly Uint8Array[]): OutgoingFile => {
    const hash = createSha256();
    for (const part of parts) hash.update(part);
    const bytes = parts.reduce((sum, part) => sum + part.length, 0);
    resources.push({ name: path.split('/').at(-1) ?? path, path, hash: `sha256:${hash.hex()}`, bytes });
    return { path, chunks: parts, stored: true };
  };
  const lines = (path: string, texts: readonly string[]) => stored(path, [textBytes(`${texts.join('\n')}\n`)]);

  for await (const capture of captures) {
    index.push(...indexLines(capture));
    pages.push(JSON.stringify({ id: capture.name, url: capture.url, ts: capture.at, title: capture.title }));
    yield stored(
      `archive/${capture.name}.warc.gz`,
      capture.members.map(({ bytes }) => bytes),
    );
  }
  yield lines('indexes/index.cdxj', index.sort());
  yield lines('pages/pages.jsonl', pages);
  const description = describe(head, resources);
  yield { path: 'datapackage.json', chunks: [textBytes(description)], stored: true };
  const digest = { path: 'datapackage.json', hash: `sha256:${sha256Hex(description)}` };
  yield { path: 'datapackage-digest.json', chunks: [textBytes(`${JSON.stringify(digest, null, 2)}\n`)], stored: true };
}

function describe({ title, description, software, created }: WaczHead, resources: readonly Resource[]): string {
  const about = { profile: 'data-package', wacz_version: '1.1.1', title, description, software, created };
  return `${JSON.stringify({ ...about, resources }, null, 2)}\n`;
}

/**
 * The index lines of a capture: its responses, including redirects, and pictures, with offset and length in their WARC.
 */
function indexLines({ name, members, at, mime }: WaczCapture): string[] {
  const timestamp = at.replaceAll(/\D/g, '');
  let offset = 0;
  return members.flatMap(({ type, url, bytes, payloadDigest, status = 200 }) => {
    const place = { length: String(bytes.length), offset: String(offset), filename: `${name}.warc.gz` };
    offset += bytes.length;
    if (type !== 'response' && type !== 'resource') return [];
    const kind = { mime: type === 'response' ? mime : resourceMime(url), status: String(status) };
    return [`${getSurt(url)} ${timestamp} ${JSON.stringify({ url, ...kind, digest: payloadDigest, ...place })}`];
  });
}

const resourceMime = (url: string) => (url.startsWith('urn:view:') ? 'image/svg+xml' : 'text/plain');
