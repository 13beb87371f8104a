import { gzipSync } from 'fflate';
import { bytesOf, fitted, latin, plain, type RawRecord, written } from './raw-warc.ts';

type Change = (record: RawRecord) => RawRecord;

/** Changes one record and computes its lengths and digests anew. */
const at =
  (n: number, change: Change) =>
  (records: readonly RawRecord[]): Uint8Array =>
    written(records.map((record, index) => (index === n ? fitted(change(record)) : record)));

/** Changes one record and nothing else. */
const bare =
  (n: number, change: Change) =>
  (records: readonly RawRecord[]): Uint8Array =>
    written(records.map((record, index) => (index === n ? change(record) : record)));

const INFO = 0;
const MARK = 1;
const REQUEST = 2;
const RESPONSE = 3;
const METADATA = 4;

const inHead =
  (change: (head: string) => string): Change =>
  (record) => ({ ...record, head: change(record.head) });
const inBlock =
  (change: (block: string) => string): Change =>
  (record) => ({ ...record, block: bytesOf(change(latin(record.block))) });
/** Adds a header to an HTTP message. */
const http = (line: string) => inBlock((block) => block.replace('\r\n', `\r\n${line}\r\n`));
const warc = (line: string) => inHead((head) => `${head}\r\n${line}`);
const again = (records: readonly RawRecord[], ...numbers: readonly number[]) =>
  numbers.map((n) => fitted(inHead((head) => head.replace(/urn:uuid:./, 'urn:uuid:f'))(records[n] as RawRecord)));
const typed = (type: string) => inHead((head) => head.replace(/^WARC-Type: .*$/m, `WARC-Type: ${type}`));

/** Captures that two programs can read in two ways, or that say something else than this kit would write. */
export const AMBIGUOUS_WARCS: readonly (readonly [
  name: string,
  make: (records: readonly RawRecord[]) => Uint8Array,
])[] = [
  ['a body that is called chunked', at(RESPONSE, http('transfer-encoding: chunked'))],
  [
    'a body that is chunked',
    at(RESPONSE, (record) =>
      http('transfer-encoding: chunked')(
        inBlock((block) => block.replace(/\r\n\r\n/, '\r\n\r\n5\r\nother\r\n0\r\n\r\n'))(record),
      ),
    ),
  ],
  ['a body that is called compressed', at(RESPONSE, http('content-encoding: gzip'))],
  ['a body that is called not compressed', at(RESPONSE, http('content-encoding: identity'))],
  ['a length that is too small', at(RESPONSE, http('content-length: 3'))],
  ['a length that is too large', at(RESPONSE, http('content-length: 999999'))],
  ['two lengths', at(RESPONSE, (record) => http('content-length: 3')(http('content-length: 4')(record)))],
  ['a header twice', at(RESPONSE, http('server: another-server'))],
  ['a type twice', at(RESPONSE, http('Content-Type: text/plain'))],
  ['a folded header', at(RESPONSE, http('x-more: one\r\n two'))],
  [
    'a head with line feeds alone',
    at(
      RESPONSE,
      inBlock((block) => block.replace(/^(HTTP[^\r]*)\r\n/, '$1\n')),
    ),
  ],
  ['a header without a space', at(RESPONSE, http('x-more:value'))],
  ['a space before the colon', at(RESPONSE, http('content-length : 3'))],
  ['a NUL in a header', at(RESPONSE, http('x-more: a\0b'))],
  ['a carriage return in a header', at(RESPONSE, http('x-more: a\rserver: b'))],
  [
    'an answer of HTTP/1.0',
    at(
      RESPONSE,
      inBlock((block) => block.replace('HTTP/1.1', 'HTTP/1.0')),
    ),
  ],
  [
    'an answer of HTTP/2',
    at(
      RESPONSE,
      inBlock((block) => block.replace('HTTP/1.1', 'HTTP/2')),
    ),
  ],
  [
    'another text of the status',
    at(
      RESPONSE,
      inBlock((block) => block.replace(' 200 OK', ' 200 Fine')),
    ),
  ],
  [
    'a status of four digits',
    at(
      RESPONSE,
      inBlock((block) => block.replace(' 200 ', ' 2000 ')),
    ),
  ],
  ['an answer twice', (records) => written(records.toSpliced(4, 0, ...again(records, REQUEST, RESPONSE)))],
  [
    'another answer of the same address',
    (records) =>
      written(
        records.toSpliced(
          4,
          0,
          ...again(records, REQUEST),
          fitted(
            inBlock((block) => block.replace('<li', '<li>other</li><li'))(again(records, RESPONSE)[0] as RawRecord),
          ),
        ),
      ),
  ],
  ['an answer without its request', (records) => written(records.toSpliced(REQUEST, 1))],
  [
    'the answer before the request',
    (records) =>
      written([
        ...records.slice(0, 2),
        records[RESPONSE] as RawRecord,
        records[REQUEST] as RawRecord,
        ...records.slice(4),
      ]),
  ],
  ['a revisit', at(RESPONSE, typed('revisit'))],
  ['a continuation', (records) => written([...records, ...again(records, RESPONSE).map(typed('continuation'))])],
  ['a conversion', (records) => written([...records, ...again(records, RESPONSE).map(typed('conversion'))])],
  ['a second picture', (records) => written([...records, ...again(records, 5)])],
  [
    'an answer that is called HTML',
    at(
      RESPONSE,
      inHead((head) => head.replace(/application\/http.*/, 'text/html')),
    ),
  ],
  [
    'an answer that is called a request',
    at(
      RESPONSE,
      inHead((head) => head.replace('msgtype=response', 'msgtype=request')),
    ),
  ],
  [
    'WARC 1.0',
    at(
      RESPONSE,
      inHead((head) => head.replace('WARC/1.1', 'WARC/1.0')),
    ),
  ],
  ['a record that is called cut off', at(RESPONSE, warc('WARC-Truncated: length'))],
  ['a segment', at(RESPONSE, warc('WARC-Segment-Number: 1'))],
  [
    'a reference to another record',
    at(RESPONSE, warc('WARC-Refers-To: <urn:uuid:00000000-0000-4000-8000-000000000000>')),
  ],
  ['an address twice', at(RESPONSE, warc('WARC-Target-URI: https://other.example/'))],
  [
    'an address in angle brackets',
    at(
      RESPONSE,
      inHead((head) => head.replace(/^(WARC-Target-URI: )(.*)$/m, '$1<$2>')),
    ),
  ],
  ['a date twice', at(RESPONSE, warc('WARC-Date: 2001-01-01T00:00:00Z'))],
  [
    'a date with a fraction',
    at(
      RESPONSE,
      inHead((head) => head.replace(/^(WARC-Date: .*)Z/m, '$1.5Z')),
    ),
  ],
  [
    'another date of the request',
    at(
      REQUEST,
      inHead((head) => head.replace(/^(WARC-Date: )\d{4}/m, '$12001')),
    ),
  ],
  ['a length twice', at(RESPONSE, warc('Content-Length: 3'))],
  [
    'no id',
    at(
      RESPONSE,
      inHead((head) => head.replace(/\r\nWARC-Record-ID: [^\r]*|WARC-Record-ID: [^\r]*\r\n/, '')),
    ),
  ],
  [
    'an id twice',
    at(
      RESPONSE,
      inHead((head) => head.replace(/^(WARC-Record-ID: ).*$/m, '$1<urn:uuid:00000000-0000-4000-8000-000000000000>')),
    ),
  ],
  [
    'a digest of SHA-1',
    bare(
      RESPONSE,
      inHead((head) => head.replace(/^(WARC-Block-Digest: ).*$/m, '$1sha1:AAAA')),
    ),
  ],
  [
    'no digest',
    bare(
      RESPONSE,
      inHead((head) => head.replace(/WARC-(?:Block|Payload)-Digest: [^\r]*\r\n/g, '')),
    ),
  ],
  [
    'a digest in capital letters',
    bare(
      RESPONSE,
      inHead((head) =>
        head.replace(/^(WARC-Block-Digest: sha256:)(.*)$/m, (_, name: string, hex: string) => name + hex.toUpperCase()),
      ),
    ),
  ],
  ['two records in one member', (records) => Uint8Array.from(gzipSync(Buffer.concat(records.map(plain))))],
  ['no compression', (records) => Uint8Array.from(Buffer.concat(records.map(plain)))],
  [
    'bytes behind the last record',
    (records) => Uint8Array.from(Buffer.concat([written(records), Buffer.from('more')])),
  ],
  [
    'an empty member at the end',
    (records) => Uint8Array.from(Buffer.concat([written(records), gzipSync(new Uint8Array())])),
  ],
  [
    'a request by POST',
    at(
      REQUEST,
      inBlock((block) => block.replace('GET ', 'POST ')),
    ),
  ],
  [
    'a request for another page',
    at(
      REQUEST,
      inBlock((block) => block.replace(/GET \S+/, 'GET /other')),
    ),
  ],
  [
    'a request of another host',
    at(
      REQUEST,
      inBlock((block) => block.replace(/host: .*/, 'host: other.example')),
    ),
  ],
  [
    'a request with a body',
    at(
      REQUEST,
      inBlock((block) => `${block}more`),
    ),
  ],
  [
    'circumstances twice',
    at(
      METADATA,
      inBlock((block) => `${block}operator: Somebody\r\n`),
    ),
  ],
  [
    'circumstances of another operator',
    at(
      METADATA,
      inBlock((block) => block.replace(/operator: .*/, 'operator: Somebody\r')),
    ),
  ],
  [
    'another description',
    at(
      INFO,
      inBlock((block) => `${block}operator: Somebody\r\n`),
    ),
  ],
  [
    'another mark',
    at(
      MARK,
      inBlock((block) => `${block}real`),
    ),
  ],
  ['a description at the end', (records) => written([...records.slice(1), records[INFO] as RawRecord])],
];

/** Bytes between the block of a record and the end of its member, which its length leaves out. */
export const behindRecord = (records: readonly RawRecord[]): Uint8Array =>
  written(
    records.map((record, n) =>
      n === RESPONSE ? { ...record, block: Buffer.concat([record.block, Buffer.from('more')]) } : record,
    ),
  );
