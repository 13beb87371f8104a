import { gzipSync } from 'fflate';
import { WARCRecord, WARCSerializer } from 'warcio';
import type { EvidenceItem, ItemFacts, KeptRedirect } from '#evidence/locker/model/evidence-item.ts';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { textBytes } from '#kernel/formats/zip/text-bytes.ts';
import { hashUuid } from '#kernel/model/hash-uuid.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';

/** One record as one gzip member, and its entry in an index. */
export interface WarcMember {
  readonly type: 'warcinfo' | 'request' | 'response' | 'metadata' | 'resource';
  readonly url: string;
  readonly bytes: Uint8Array;
  /** `sha256:` and hex digits, over the payload. */
  readonly payloadDigest: string;
  /** HTTP status; only for a response. */
  readonly status?: number;
}

interface RecordParts {
  readonly name: string;
  readonly type: WarcMember['type'];
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly httpHeaders?: Readonly<Record<string, string>>;
  readonly statusline?: string;
  readonly status?: number;
  readonly payload: Uint8Array;
}

const STATUS_TEXTS: Readonly<Record<number, string>> = {
  200: 'OK',
  302: 'Found',
  404: 'Not Found',
  451: 'Unavailable For Legal Reasons',
};
const COMPRESSION_LEVEL = 6;

/**
 * Writes the capture of one page as WARC 1.1 (ISO 28500): warcinfo, the line that marks it as synthetic, each request
 * and response in the order in which they were sent, including redirects, metadata and the drawn picture of the page. A
 * response refers to its request; the metadata of the page refers to the address that redirected to it (`via`). One
 * gzip member per record; dates are case time; ids are derived from the content. Digests are computed here: warcio
 * would load WebAssembly for them, which the site's policy forbids.
 */
export async function writeCapture(locker: Locker, item: EvidenceItem, picture: Uint8Array): Promise<WarcMember[]> {
  const { facts } = item;
  const url = facts.finalUrl;
  const id = (name: string) => captureId(locker.id, item.folder, name);
  const parts: RecordParts[] = [
    { name: 'info', type: 'warcinfo', payload: infoFields(locker, facts) },
    {
      name: 'mark',
      type: 'resource',
      url: `urn:synthetic:${locker.marketId}`,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
      payload: textBytes(`${locker.notice}\n`),
    },
    ...item.redirects.flatMap((redirect, n) =>
      exchange(item, { ...redirect, body: NO_BYTES }, id, `-redirect-${n + 1}`),
    ),
    ...exchange(item, { url, status: facts.httpStatus, headers: facts.headers, ip: facts.ip, body: item.body }, id),
    {
      name: 'metadata',
      type: 'metadata',
      url,
      headers: { 'WARC-Concurrent-To': id('response') },
      payload: metadataFields(locker.marketId, facts, item.redirects),
    },
    {
      name: 'view',
      type: 'resource',
      url: `urn:view:${url}`,
      headers: { 'Content-Type': 'image/svg+xml', 'WARC-Concurrent-To': id('response') },
      payload: picture,
    },
  ];
  const members: WarcMember[] = [];
  for (const part of parts) members.push(await writeRecord(part, id(part.name), item.servedAt));
  return members;
}

interface Answer {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly ip: string;
  readonly body: Uint8Array;
}

const NO_BYTES = new Uint8Array(0);

/** The first line of an answer. */
export const statusLine = (status: number): string => `HTTP/1.1 ${status} ${STATUS_TEXTS[status] ?? 'Answer'}`;

/** A request and its response, as two records with one date. */
function exchange(item: EvidenceItem, answer: Answer, id: (name: string) => string, suffix = ''): RecordParts[] {
  const { url, status, headers, ip, body } = answer;
  const [, host = '', path = '/'] = /^https?:\/\/([^/]+)(.*)$/.exec(url) ?? [];
  return [
    {
      name: `request${suffix}`,
      type: 'request',
      url,
      statusline: `GET ${path} HTTP/1.1`,
      httpHeaders: { host, ...item.request.headers },
      payload: NO_BYTES,
    },
    {
      name: `response${suffix}`,
      type: 'response',
      url,
      status,
      statusline: statusLine(status),
      headers: { 'WARC-Concurrent-To': id(`request${suffix}`), 'WARC-IP-Address': ip },
      httpHeaders: headers,
      payload: body,
    },
  ];
}

async function writeRecord(parts: RecordParts, id: string, date: string): Promise<WarcMember> {
  const { type, url = '', headers = {}, httpHeaders = {}, statusline, status, payload } = parts;
  const record = WARCRecord.create(
    {
      type,
      date,
      warcVersion: 'WARC/1.1',
      warcHeaders: { 'WARC-Record-ID': id, ...headers },
      httpHeaders: { ...httpHeaders },
      ...(url && { url }),
      ...(statusline !== undefined && { statusline }),
    },
    [payload],
  );
  const head = record.httpHeaders ? textBytes(`${record.httpHeaders.toString()}\r\n`) : new Uint8Array(0);
  const payloadDigest = `sha256:${sha256Hex(payload)}`;
  if (type !== 'warcinfo') {
    record.warcHeaders.headers.set('WARC-Payload-Digest', payloadDigest);
    record.warcHeaders.headers.set('WARC-Block-Digest', `sha256:${sha256Hex(concatenated([head, payload]))}`);
  }
  const plain = await WARCSerializer.serialize(record, { gzip: false });
  const bytes = gzipSync(plain, { level: COMPRESSION_LEVEL, mtime: 0 });
  return { type, url, bytes, payloadDigest, ...(status !== undefined && { status }) };
}

/** Id of a record of a capture, by its name: `info`, `mark`, `request`, `response`, `metadata`, `view`. */
export const captureId = (bag: string, folder: string, name: string): string =>
  `<urn:uuid:${hashUuid(`${bag}\n${folder}\n${name}`)}>`;

/** The fields of the first record of a capture. */
export function infoFields({ caseId, notice }: Pick<Locker, 'caseId' | 'notice'>, { tool }: Pick<ItemFacts, 'tool'>) {
  return fields({
    software: `${tool.name}, ${tool.version}`,
    format: 'WARC File Format 1.1',
    isPartOf: caseId,
    description: notice,
    synthetic: 'true',
  });
}

/** The fields about the circumstances of a capture. */
export function metadataFields(
  marketId: string,
  facts: ItemFacts,
  redirects: readonly Pick<KeptRedirect, 'url'>[],
): Uint8Array {
  const via = redirects.at(-1)?.url;
  return fields({
    // One letter per hop, R for a redirect (ISO 28500, fields of metadata records).
    ...(via !== undefined && { via, hopsFromSeed: 'R'.repeat(redirects.length) }),
    synthetic: 'true',
    marketId,
    caseId: facts.caseId,
    itemId: facts.itemId,
    adId: facts.adId,
    operator: facts.operator,
    loginState: facts.loginState,
    language: facts.language,
    ...(facts.clockCheck && { clockOffsetMs: String(facts.clockCheck.offsetMs) }),
  });
}

/** Lines of `application/warc-fields`; a line end inside a value would start another field. */
function fields(values: Readonly<Record<string, string>>): Uint8Array {
  const lines = Object.entries(values).map(([name, value]) => `${name}: ${value.replaceAll(/\s+/g, ' ')}\r\n`);
  return textBytes(lines.join(''));
}

function concatenated(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
