import type { EvidenceRecord, KeptFile } from '#evidence/locker/model/evidence-item.ts';
import { asJson, canonicalJson } from '#kernel/model/canonical-json.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { faultAt } from './fault-at.ts';
import type { ItemContext } from './item-context.ts';

/** Compares the files that a record lists with those in its folder: all of them, in order, with size and type. */
export function compareListed(folder: string, record: EvidenceRecord, { bag, sha256, copies }: ItemContext): Issue[] {
  const place = (file: string) => `data/items/${folder}/${file}`;
  // A copy that no entry names, or that has another hash than its entry, has a finding of its own. Its place in the
  // list is not known: it is compared at the place that the list gives it.
  const isUnnamed = (path: string) => path.startsWith(place('around/')) && sha256.has(path) && !copies.includes(path);
  const known = [...copies.filter((path) => path.startsWith(place(''))), ...OWN_FILES.map(place)];
  const paths = [...known];
  for (const [n, { path }] of record.files.entries())
    if (isUnnamed(path) && !paths.includes(path)) paths.splice(n, 0, path);
  const sizes = new Map(bag.files.map(({ path, bytes }) => [path, bytes]));
  const listed = paths.map((path): KeptFile => {
    return { path, sha256: sha256.get(path) ?? '', bytes: sizes.get(path) ?? 0, mime: mimeOf(path) };
  });
  if (canonicalJson(listed.map(asJson)) === canonicalJson(record.files.map(asJson))) return [];
  const own = new Map(listed.map((file) => [file.path, canonicalJson(asJson(file))]));
  const wrong = record.files.filter((file) => own.get(file.path) !== canonicalJson(asJson(file)));
  const missing = paths.filter((path) => record.files.every((file) => file.path !== path));
  const files = [...wrong.map(({ path }) => path), ...missing];
  // A file with another hash has a finding of its own.
  if (wrong.some(({ path, sha256: hash }) => sha256.get(path) !== hash)) return [];
  return [faultAt(place('record.json'), 'locker.record-list', { files: files.join(', ') || '-' })];
}

const OWN_FILES = ['capture.warc.gz', 'page.html', 'visual.svg'];

/** Type of a file in a locker, as records name it. */
export function mimeOf(path: string): string {
  const end = path.slice(path.lastIndexOf('.') + 1);
  return MIMES[end] ?? 'application/octet-stream';
}

const MIMES: Readonly<Record<string, string>> = {
  gz: 'application/warc',
  html: 'text/html',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  json: 'application/json',
  jsonl: 'application/x-ndjson',
};
