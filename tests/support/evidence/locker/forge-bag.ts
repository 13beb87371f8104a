import type { EvidenceRecord } from '#evidence/locker/model/evidence-item.ts';
import { packageSha256, writeRecord } from '#evidence/locker/model/record-of.ts';
import { writeTimestampQuery } from '#kernel/formats/timestamp/write-query.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import { sha256Hex } from '#kernel/model/sha256.ts';
import type { Bag } from '../../builders/a-bag.ts';
import { NONCE } from '../../builders/a-locker.ts';

const PAYLOAD = 'manifest-sha256.txt';
const TAGS = 'tagmanifest-sha256.txt';
const QUERY = 'timestamps/manifest-sha256.tsq';

/** The text of a file of a bag. */
export const textIn = (bag: Bag, path: string): string => Buffer.from(bag.get(path) ?? []).toString();

/** The record of an item. */
export const recordIn = (bag: Bag, folder: string): EvidenceRecord =>
  JSON.parse(textIn(bag, `data/items/${folder}/record.json`)) as EvidenceRecord;

/**
 * A copy of the bag in which a forger has put, changed or taken out files, and has computed anew all that stands outside
 * the log: the lists of files in records, counts, the request for a time stamp, and both manifests.
 */
export function forged(bag: Bag, changes: Readonly<Record<string, Uint8Array | string | undefined>>): Bag {
  const made: Bag = new Map(bag);
  for (const [path, content] of Object.entries(changes))
    if (content === undefined) made.delete(path);
    else made.set(path, typeof content === 'string' ? Buffer.from(content) : content);
  for (const path of Object.keys(changes)) {
    const [, folder] = /^data\/items\/([^/]+)\/(?!record\.json)/.exec(path) ?? [];
    if (folder !== undefined && made.has(`data/items/${folder}/record.json`)) relist(made, folder);
  }
  return listedAnew(made, changes);
}

/** Writes the files of an item into its record anew, in their order; a new file comes first. */
function relist(bag: Bag, folder: string): void {
  const record = recordIn(bag, folder);
  const own = [...bag.keys()].filter(
    (path) => path.startsWith(`data/items/${folder}/`) && !path.endsWith('/record.json'),
  );
  const known = record.files.filter(({ path }) => own.includes(path));
  const added = own.filter((path) => record.files.every((file) => file.path !== path));
  const files = [...added.map((path) => ({ path, mime: 'text/plain' })), ...known].map(({ path, mime }) => {
    const bytes = bag.get(path) ?? new Uint8Array();
    return { path, sha256: sha256Hex(bytes), bytes: bytes.length, mime };
  });
  const made = { ...record, files, packageSha256: packageSha256(files) };
  bag.set(`data/items/${folder}/record.json`, Buffer.from(writeRecord(made)));
}

function listedAnew(bag: Bag, changes: object): Bag {
  const keep = (path: string) => Object.hasOwn(changes, path);
  const linesOf = (paths: readonly string[]) =>
    paths.map((path) => `${sha256Hex(bag.get(path) ?? new Uint8Array())}  ${path}\n`).join('');
  const payload = [...bag.keys()].filter((path) => path.startsWith('data/')).sort(compareCodes);
  const bytes = payload.reduce((sum, path) => sum + (bag.get(path)?.length ?? 0), 0);
  const info = textIn(bag, 'bag-info.txt').replace(/^Payload-Oxum: .*$/m, `Payload-Oxum: ${bytes}.${payload.length}`);
  if (bag.has('bag-info.txt')) bag.set('bag-info.txt', Buffer.from(info));
  if (!keep(PAYLOAD)) bag.set(PAYLOAD, Buffer.from(linesOf(payload)));
  if (!keep(QUERY)) bag.set(QUERY, writeTimestampQuery(textIn(bag, PAYLOAD), NONCE));
  const tags = [...bag.keys()].filter((path) => !path.startsWith('data/') && !path.startsWith('tagmanifest-'));
  if (!keep(TAGS)) bag.set(TAGS, Buffer.from(linesOf(tags)));
  return bag;
}

/** A record of an item, changed and written in its one form. */
export function forgedRecord(bag: Bag, folder: string, change: Partial<EvidenceRecord>): Bag {
  const path = `data/items/${folder}/record.json`;
  return forged(bag, { [path]: writeRecord({ ...recordIn(bag, folder), ...change }) });
}
