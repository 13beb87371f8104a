import { Gunzip } from 'fflate';
import { bytesText } from '#kernel/formats/zip/text-bytes.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';

/** The start line and the headers of an HTTP message; names in lower case. */
export interface HttpHead {
  readonly start: string;
  readonly headers: ReadonlyMap<string, string>;
}

/** A record that has exactly one reading. */
export interface StrictRecord {
  /** Number of the record in the file, from 1. */
  readonly number: number;
  readonly type: string;
  readonly id: string;
  /** Empty for a record without a target. */
  readonly url: string;
  readonly date: string;
  /** All WARC headers; names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  /** Only for a request or a response. */
  readonly http?: HttpHead;
  readonly payload: Uint8Array;
  readonly payloadSha256: string;
  /** Place of its gzip member in the file. */
  readonly offset: number;
  readonly length: number;
}

/** A rule of the strict form that a record breaks. `of` is the header or the line that breaks it. */
export interface WarcSlip {
  readonly record: number;
  readonly slip: 'members' | 'line' | 'twice' | 'header' | 'type' | 'coded' | 'length';
  readonly of: string;
}

/** Maximum unpacked size. A longer file is not read in the strict form. */
const MAX_UNPACKED = 64 * 1024 ** 2;
/** Bytes unpacked in one go: so many cannot unpack to more than a few dozen megabytes. */
const PART = 32 * 1024;

/**
 * Reads a WARC in a strict form, in which every tool sees the same: WARC 1.1, one record in a gzip member, each header
 * once and on one line, known headers only, HTTP without transfer or content coding, lengths that fit. What is outside
 * of this form is returned as slips, and such a record is left out: nothing is guessed. The digests are compared
 * elsewhere (`readWarc`).
 * @see ISO 28500:2017, 4 and 5; RFC 9112, 6 and 11.2, on messages that two readers take for different ones.
 */
export function readStrictWarc(bytes: Uint8Array): {
  readonly records: readonly StrictRecord[];
  readonly slips: readonly WarcSlip[];
} {
  const records: StrictRecord[] = [];
  const slips: WarcSlip[] = [];
  const members = membersOf(bytes);
  if (!members) return { records, slips: [{ record: 1, slip: 'members', of: '' }] };
  for (const [n, { plain, ...place }] of members.entries()) {
    const record = readMember(plain, n + 1, (slip, of) => slips.push({ record: n + 1, slip, of }));
    if (record) records.push({ ...record, ...place });
  }
  return { records, slips };
}

interface Member {
  readonly plain: Uint8Array;
  readonly offset: number;
  readonly length: number;
}

/** The gzip members of a file; undefined if it is not made of such members, or unpacks to too much. */
function membersOf(bytes: Uint8Array): readonly Member[] | undefined {
  const found: { offset: number; parts: Uint8Array[] }[] = [{ offset: 0, parts: [] }];
  let unpacked = 0;
  try {
    const gunzip = new Gunzip((part) => {
      unpacked += part.length;
      found.at(-1)?.parts.push(part);
    });
    gunzip.onmember = (offset) => found.push({ offset, parts: [] });
    for (let at = 0; at < bytes.length || at === 0; at += PART) {
      gunzip.push(bytes.subarray(at, at + PART), at + PART >= bytes.length);
      if (unpacked > MAX_UNPACKED) return undefined;
    }
  } catch {
    return undefined;
  }
  return found.map(({ offset, parts }, n) => {
    const plain = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      plain.set(part, at);
      at += part.length;
    }
    return { plain, offset, length: (found[n + 1]?.offset ?? bytes.length) - offset };
  });
}

type Slip = (slip: WarcSlip['slip'], of: string) => void;

const COMMON = ['warc-type', 'warc-record-id', 'warc-date', 'content-type', 'content-length'];
const OF_TARGET = [...COMMON, 'warc-target-uri', 'warc-payload-digest', 'warc-block-digest'];
/** Headers that a record of each type has, and those that it may have. */
const HEADERS: Readonly<Record<string, readonly [needed: readonly string[], allowed: readonly string[]]>> = {
  warcinfo: [COMMON, []],
  resource: [OF_TARGET, ['warc-concurrent-to']],
  metadata: [OF_TARGET, ['warc-concurrent-to']],
  request: [OF_TARGET, []],
  response: [OF_TARGET, ['warc-concurrent-to', 'warc-ip-address']],
};
const ID = /^<urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}>$/;
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const DIGEST = /^sha256:[0-9a-f]{64}$/;

/** The record in one gzip member; undefined if it has a slip. */
function readMember(
  plain: Uint8Array,
  number: number,
  slip: Slip,
): Omit<StrictRecord, 'offset' | 'length'> | undefined {
  let isStrict = true;
  const wrong: Slip = (kind, of) => {
    isStrict = false;
    slip(kind, of);
  };
  const head = readHead(plain, wrong);
  if (!head) return undefined;
  const { start, headers, end } = head;
  const header = (name: string) => headers.get(name) ?? '';
  if (start !== 'WARC/1.1') wrong('line', start.slice(0, 80));
  const type = header('warc-type');
  const [needed, allowed] = HEADERS[type] ?? [[], []];
  if (!Object.hasOwn(HEADERS, type)) wrong('type', type);
  else for (const name of headers.keys()) if (![...needed, ...allowed].includes(name)) wrong('header', name);
  for (const name of needed) if (!headers.has(name)) wrong('header', name);
  const forms = { 'warc-record-id': ID, 'warc-date': DATE, 'warc-payload-digest': DIGEST, 'warc-block-digest': DIGEST };
  for (const [name, form] of Object.entries(forms))
    if (headers.has(name) && !form.test(header(name))) wrong('header', name);
  const bytes = Number(/^\d+$/.exec(header('content-length'))?.[0] ?? Number.NaN);
  const rest = plain.subarray(end + bytes);
  // Two line ends follow a record, and then nothing: a second record in the member would be seen by some tools only.
  if (!(bytes <= plain.length - end) || bytesText(rest) !== '\r\n\r\n') wrong('length', 'content-length');
  if (!isStrict) return undefined;
  const block = plain.subarray(end, end + bytes);
  const isHttp = type === 'request' || type === 'response';
  if (isHttp !== header('content-type').startsWith('application/http')) wrong('header', 'content-type');
  if (isHttp && header('content-type') !== `application/http; msgtype=${type}`) wrong('header', 'content-type');
  const http = isHttp ? readHttp(block, type, wrong) : { payload: block };
  if (!http || !isStrict) return undefined;
  const common = { number, type, id: header('warc-record-id'), url: header('warc-target-uri') };
  const { payload, ...head2 } = http;
  return {
    ...common,
    date: header('warc-date'),
    headers,
    ...('http' in head2 && { http: head2.http }),
    payload,
    payloadSha256: sha256Hex(payload),
  };
}

const CODINGS = ['transfer-encoding', 'content-encoding'];
const START = { request: /^GET \/\S* HTTP\/1\.1$/, response: /^HTTP\/1\.1 [1-5]\d\d [A-Za-z -]+$/ };

/** Head and payload of an HTTP message; undefined if its head cannot be read. */
function readHttp(block: Uint8Array, type: 'request' | 'response', slip: Slip) {
  const head = readHead(block, slip);
  if (!head) return undefined;
  const { start, headers, end } = head;
  if (!START[type].test(start)) slip('line', start.slice(0, 80));
  for (const name of CODINGS) if (headers.has(name)) slip('coded', name);
  const payload = block.subarray(end);
  const length = headers.get('content-length');
  if (length !== undefined && length !== String(payload.length)) slip('length', 'content-length');
  if (type === 'request' && payload.length > 0) slip('length', 'content-length');
  return { http: { start, headers }, payload };
}

/** A start line and headers up to the empty line; undefined if there is no empty line, or the head is no text. */
function readHead(bytes: Uint8Array, slip: Slip): (HttpHead & { readonly end: number }) | undefined {
  const end = endOfHead(bytes);
  const text = end === undefined ? undefined : bytesText(bytes.subarray(0, end - 4));
  if (end === undefined || text === undefined) {
    slip('line', '');
    return undefined;
  }
  const [start = '', ...lines] = text.split('\r\n');
  const headers = new Map<string, string>();
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Za-z0-9-]+): ([!-~\u0080-\u{10ffff}](?:.*\S)?)$/u.exec(line) ?? [];
    const key = name.toLowerCase();
    if (name === '' || /[\r\n\0]/.test(line)) slip('line', line.slice(0, 80));
    else if (headers.has(key)) slip('twice', key);
    else headers.set(key, value);
  }
  return { start, headers, end };
}

/** Where the head ends, after its empty line. */
function endOfHead(bytes: Uint8Array): number | undefined {
  for (let at = 3; at < bytes.length; at++)
    if (bytes[at] === 10 && bytes[at - 1] === 13 && bytes[at - 2] === 10 && bytes[at - 3] === 13) return at + 1;
  return undefined;
}
