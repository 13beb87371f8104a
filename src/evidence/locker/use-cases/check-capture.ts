import { captureId, infoFields, metadataFields, statusLine } from '#evidence/locker/codec/write-capture.ts';
import type { IndexedRecord } from '#evidence/locker/codec/write-wacz.ts';
import type { EvidenceRecord, KeptRedirect } from '#evidence/locker/model/evidence-item.ts';
import { readStrictWarc, type StrictRecord } from '#kernel/formats/warc/strict-warc.ts';
import { bytesText } from '#kernel/formats/zip/text-bytes.ts';
import { canonicalJson } from '#kernel/model/canonical-json.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { faultAt } from './fault-at.ts';

/** What a capture gives besides its page, for making the other files of the bag again. */
export interface FoundCapture {
  /** The line that marks everything as synthetic. */
  readonly notice: string;
  readonly redirects: readonly KeptRedirect[];
  /** Date of all of its records. */
  readonly date: string;
  readonly pictureSha256: string;
  /** Its records without their content, as an index lists them. */
  readonly records: readonly IndexedRecord[];
}

/** The capture of an item, with what it is compared with. */
export interface CaptureToCheck {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly bagName: string;
  readonly folder: string;
  readonly record: EvidenceRecord;
  /** Time of the entry of its capture in the log; undefined if there is none. */
  readonly logged?: { readonly utc: string; readonly seq: number } | undefined;
}

type Fault = (code: string, params?: Issue['params']) => void;

interface Exchange {
  readonly request: StrictRecord;
  readonly response: StrictRecord;
}

/**
 * Reads a capture in the strict form (`readStrictWarc`), and compares it field by field with the record and the log:
 * time, addresses, status, headers, machine, and the circumstances that are written into both. `found` is left out if
 * the capture is outside of the form.
 */
export function checkCapture(capture: CaptureToCheck): {
  readonly issues: readonly Issue[];
  readonly found?: FoundCapture;
} {
  const { path, bytes, record, logged } = capture;
  const issues: Issue[] = [];
  const fault: Fault = (code, params) => issues.push(faultAt(path, code, params));
  const { records, slips } = readStrictWarc(bytes);
  for (const { record: number, slip, of } of slips) fault(`locker.warc-${slip}`, { record: number, of });
  if (slips.length > 0) return { issues };
  const parts = partsOf(records, fault);
  if (!parts) return { issues };
  const { info, mark, exchanges, metadata, view } = parts;
  const page = exchanges.at(-1) as Exchange;
  const date = page.response.date;
  for (const { number, date: other } of records)
    if (other !== date) fault('locker.capture-dates', { record: number, written: other, found: date });
  if (logged && logged.utc !== date)
    fault('locker.capture-time', { written: logged.utc, found: date, entry: logged.seq });
  comparePage(page, record, fault);
  const redirects = redirectsOf(exchanges, record, fault);
  const text = (part: StrictRecord) => bytesText(part.payload) ?? '';
  const notice = text(mark).replace(/\n$/, '');
  if (mark.url !== `urn:synthetic:${record.marketId}` || text(mark) !== `${notice}\n`)
    fault('locker.capture-mark', { found: mark.url });
  const wrong = (part: StrictRecord, made: Uint8Array) => bytesText(made) !== text(part);
  if (wrong(info, infoFields({ caseId: record.caseId, notice }, record)))
    fault('locker.capture-fields', {
      record: info.number,
      fields: otherLines(infoFields({ caseId: record.caseId, notice }, record), info),
    });
  const circumstances = metadataFields(record.marketId, record, redirects);
  if (wrong(metadata, circumstances))
    fault('locker.capture-fields', { record: metadata.number, fields: otherLines(circumstances, metadata) });
  if (metadata.url !== page.response.url) fault('locker.capture-kind', { record: metadata.number });
  if (view.url !== `urn:view:${page.response.url}`) fault('locker.capture-kind', { record: view.number });
  compareIds(capture, parts, fault);
  return {
    issues,
    found: { notice, redirects, date, pictureSha256: view.payloadSha256, records: records.map(indexed) },
  };
}

/** A record without its content, so that the captures of a large bag do not stay in memory. */
function indexed(record: StrictRecord): IndexedRecord {
  const { type, url, payloadSha256, offset, length } = record;
  const status = type === 'response' ? { status: statusOf(record) } : {};
  return { type, url, ...status, payloadDigest: `sha256:${payloadSha256}`, offset, length };
}

interface Parts {
  readonly info: StrictRecord;
  readonly mark: StrictRecord;
  readonly exchanges: readonly Exchange[];
  readonly metadata: StrictRecord;
  readonly view: StrictRecord;
}

/** The records by what they are for; undefined if one is missing, doubled or in another place. */
function partsOf(records: readonly StrictRecord[], fault: Fault): Parts | undefined {
  const wanted = ['warcinfo', 'resource', ...exchangeTypes(records.length), 'metadata', 'resource'];
  const at = wanted.findIndex((type, n) => records[n]?.type !== type);
  if (at >= 0 || records.length !== wanted.length) {
    fault('locker.capture-kind', { record: at >= 0 ? at + 1 : records.length });
    return undefined;
  }
  const exchanges: Exchange[] = [];
  for (let n = 2; n < records.length - 2; n += 2)
    exchanges.push({ request: records[n] as StrictRecord, response: records[n + 1] as StrictRecord });
  const urls = new Set<string>();
  for (const { request, response } of exchanges) {
    if (request.url !== response.url) fault('locker.capture-kind', { record: response.number });
    if (urls.has(response.url)) fault('locker.warc-url-twice', { url: response.url });
    urls.add(response.url);
  }
  const [info, mark] = records as [StrictRecord, StrictRecord];
  const [metadata, view] = records.slice(-2) as [StrictRecord, StrictRecord];
  return { info, mark, exchanges, metadata, view };
}

const exchangeTypes = (records: number) =>
  Array.from({ length: Math.max(1, Math.floor((records - 4) / 2)) }, () => ['request', 'response']).flat();

const plain = (headers: ReadonlyMap<string, string> | undefined) => Object.fromEntries(headers ?? []);
const statusOf = ({ http }: StrictRecord) => Number(http?.start.split(' ')[1]);
const ipOf = ({ headers }: StrictRecord) => headers.get('warc-ip-address') ?? '';

function comparePage({ response }: Exchange, record: EvidenceRecord, fault: Fault): void {
  const status = statusOf(response);
  const headers = plain(response.http?.headers);
  const named = Object.fromEntries(Object.entries(record.headers).map(([name, value]) => [name.toLowerCase(), value]));
  if (response.url !== record.finalUrl)
    fault('locker.capture-address', { written: record.finalUrl, found: response.url });
  if (status !== record.httpStatus) fault('locker.capture-status', { written: record.httpStatus, found: status });
  else if (response.http?.start !== statusLine(status))
    fault('locker.capture-line', { found: response.http?.start ?? '-' });
  if (ipOf(response) !== record.ip)
    fault('locker.capture-ip', { written: record.ip || '-', found: ipOf(response) || '-' });
  if (canonicalJson(headers) !== canonicalJson(named)) {
    const names = new Set([...Object.keys(headers), ...Object.keys(named)]);
    const others = [...names].filter((name) => headers[name] !== named[name]);
    fault('locker.capture-headers', { of: others.join(', ') || '-' });
  }
}

/** The redirects of a capture. Those that only the record names are reported elsewhere. */
function redirectsOf(exchanges: readonly Exchange[], record: EvidenceRecord, fault: Fault): KeptRedirect[] {
  const own = plain(exchanges.at(-1)?.request.http?.headers);
  for (const { request } of exchanges) {
    const [, host = '', path = ''] = /^https?:\/\/([^/]+)(.*)$/.exec(request.url) ?? [];
    const asked = { ...own, host };
    const isSame = canonicalJson(plain(request.http?.headers)) === canonicalJson(asked);
    if (!isSame || request.http?.start !== `GET ${path || '/'} HTTP/1.1`)
      fault('locker.capture-request', { record: request.number });
  }
  return exchanges.slice(0, -1).map(({ response }, n): KeptRedirect => {
    const { number, url, payload } = response;
    const to = exchanges[n + 1]?.response.url;
    const headers = plain(response.http?.headers);
    const leads = response.http?.start === statusLine(302) && payload.length === 0 && headers['location'] === to;
    if (!leads || record.redirects[n] !== url) fault('locker.capture-redirect', { record: number, url });
    return { url, status: 302, headers, ip: ipOf(response) };
  });
}

/** Lines of the capture that differ from those that the record and the log make. */
function otherLines(made: Uint8Array, found: StrictRecord): string {
  const expected = (bytesText(made) ?? '').split('\r\n');
  const lines = (bytesText(found.payload) ?? '').split('\r\n');
  const names = [
    ...lines.filter((line) => !expected.includes(line)),
    ...expected.filter((line) => !lines.includes(line)),
  ];
  return [...new Set(names.map((line) => line.split(':')[0] ?? ''))].join(', ') || '-';
}

/** Ids are derived from the name of the bag and the folder; references name the request or the response. */
function compareIds({ bagName, folder }: CaptureToCheck, parts: Parts, fault: Fault): void {
  const { info, mark, exchanges, metadata, view } = parts;
  const named: [string, StrictRecord, string?][] = [
    ['info', info],
    ['mark', mark],
    ...exchanges.flatMap(({ request, response }, n): [string, StrictRecord, string?][] => {
      const suffix = n === exchanges.length - 1 ? '' : `-redirect-${n + 1}`;
      return [
        [`request${suffix}`, request],
        [`response${suffix}`, response, `request${suffix}`],
      ];
    }),
    ['metadata', metadata, 'response'],
    ['view', view, 'response'],
  ];
  const id = (of: string) => captureId(bagName, folder, of);
  const wrong = named.filter(([name, record, beside]) => {
    const refers = record.headers.get('warc-concurrent-to');
    return record.id !== id(name) || refers !== (beside === undefined ? undefined : id(beside));
  });
  if (wrong.length > 0) fault('locker.capture-id', { record: wrong.map(([, { number }]) => number).join(', ') });
}
