import type { CustodyEntry, CustodyLog } from '#evidence/locker/model/custody-log.ts';
import { adOf, type SaidOfItem } from '#evidence/locker/model/said-by-log.ts';
import { compareCodes } from '#kernel/model/compare-codes.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { CUSTODY_PATH } from './bag-paths.ts';
import { faultAt } from './fault-at.ts';

/** Result of comparing letters, pictures and context with the entries that name them. */
export interface CheckedCopies {
  readonly issues: readonly Issue[];
  /** Files that have the hash of their own entry, in the order of the entries. */
  readonly named: readonly string[];
  /** How many files the log names by a hash. */
  readonly logged: number;
}

/** The files of a bag by path, and those that the manifests have already shown to be missing or damaged. */
export interface ListedFiles {
  readonly sha256: ReadonlyMap<string, string>;
  readonly reported: ReadonlySet<string | number | undefined>;
}

/** A place where the file of an entry has to be: a folder, and the beginning and end of its name. */
interface Place {
  readonly folder: string;
  readonly name: string;
  readonly end: string;
}

const LETTERS = 'data/letters/';
const LOOSE = 'data/around/';
const isCopy = (path: string) => /^data\/items\/[^/]+\/around\//.test(path) || path.startsWith(LOOSE);

/**
 * Compares every picture and context with the entry that names it by a hash, in the folder of its own page: `kept` are
 * the items of which the bag has a folder, by that folder. Reports copies that no entry names, and entries whose copy
 * is not there.
 */
export function checkCopies(
  log: CustodyLog,
  kept: ReadonlyMap<string, SaidOfItem>,
  { sha256, reported }: ListedFiles,
): CheckedCopies {
  const issues: Issue[] = [];
  const named: string[] = [];
  const places = placesIn(kept);
  const unnamed = new Map([...sha256].filter(([path]) => isCopy(path)));
  const byHash = Map.groupBy(unnamed.keys(), (path) => sha256.get(path));
  const byFolder = Map.groupBy(unnamed.keys(), folderOf);
  const lost: (readonly [CustodyEntry, Place])[] = [];
  let logged = 0;
  for (const entry of log) {
    const place = placeOf(entry, places);
    if (!place) continue;
    logged += 1;
    const path = (byHash.get(entry.sha256) ?? [])
      .filter((file) => unnamed.has(file) && isAt(file, place))
      .sort((a, b) => a.length - b.length || compareCodes(a, b))[0];
    if (path === undefined) lost.push([entry, place]);
    else {
      named.push(path);
      unnamed.delete(path);
    }
  }
  const isKnown = (place: Place) => [...reported].some((path) => isAt(String(path), place));
  for (const [entry, place] of lost) {
    const params = { entry: entry.seq, reason: entry.reason };
    const changed = (byFolder.get(place.folder) ?? []).find((file) => unnamed.has(file) && isAt(file, place));
    if (changed !== undefined) unnamed.delete(changed);
    if (isKnown(place)) continue;
    if (changed !== undefined) issues.push(faultAt(changed, 'locker.copy-other', params));
    else issues.push(faultAt(CUSTODY_PATH, 'locker.copy-lost', params));
  }
  for (const path of unnamed.keys()) if (!reported.has(path)) issues.push(faultAt(path, 'locker.copy-unlogged'));
  return { issues, named, logged };
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);

const isAt = (path: string, { folder, name, end }: Place): boolean =>
  path.startsWith(`${folder}${name}`) &&
  path.endsWith(end) &&
  /^(?:-\d+)?$/.test(path.slice(folder.length + name.length, path.length - end.length));

/** The folders of the kept items by item, and by ad in the order of their captures. */
interface Places {
  readonly byItem: ReadonlyMap<string, string>;
  readonly byAd: ReadonlyMap<string | undefined, readonly (readonly [folder: string, said: SaidOfItem])[]>;
}

function placesIn(kept: ReadonlyMap<string, SaidOfItem>): Places {
  const ordered = [...kept].sort(([, a], [, b]) => a.capture.seq - b.capture.seq);
  return {
    byItem: new Map(ordered.map(([folder, { item }]) => [item, folder])),
    byAd: Map.groupBy(ordered, ([, { ad }]) => ad),
  };
}

/** Where the copy of an entry has to be; undefined for an entry without one. */
function placeOf(entry: CustodyEntry, { byItem, byAd }: Places): Place | undefined {
  if (!['look.captured', 'context.captured'].includes(entry.action) || entry.sha256 === '-') return undefined;
  const ad = adOf(entry);
  const what = entry.reason.slice(entry.reason.indexOf(', ') + 2);
  const around = (folder: string) => `data/items/${folder}/around/`;
  if (ad === undefined) {
    // As in a test of platforms: the item and the name of the file.
    const [item = ''] = entry.reason.split(', ');
    const [, name = what, end = ''] = /^(.+)(\.\w+)$/.exec(what) ?? [];
    return { folder: around(byItem.get(item) ?? item), name, end };
  }
  const captures = byAd.get(ad) ?? [];
  const own = captures.findLast(([, { capture }]) => capture.seq < entry.seq) ?? captures[0];
  const folder = own ? around(own[0]) : `${LOOSE}${ad}/`;
  return entry.action === 'look.captured'
    ? { folder, name: `look-${what.replace(' ', '-')}`, end: '.svg' }
    : { folder, name: what, end: '.txt' };
}

/** Compares each letter with the entry of its sending; letters are numbered in the order of these entries. */
export function checkLetters(log: CustodyLog, { sha256, reported }: ListedFiles): CheckedCopies {
  const issues: Issue[] = [];
  const named: string[] = [];
  const left = new Set([...sha256.keys()].filter((path) => path.startsWith(LETTERS)));
  const sent = log.filter((entry) => entry.action === 'request.entered' && entry.sha256 !== '-');
  for (const [n, { seq, reason, sha256: hash }] of sent.entries()) {
    const path = `${LETTERS}request-${n + 1}.json`;
    left.delete(path);
    const found = sha256.get(path);
    if (found === hash) named.push(path);
    else if (found !== undefined && !reported.has(path))
      issues.push(faultAt(path, 'locker.letter-other', { entry: seq, reason }));
    else if (!reported.has(path)) issues.push(faultAt(path, 'locker.letter-lost', { entry: seq, reason }));
  }
  for (const path of left) if (!reported.has(path)) issues.push(faultAt(path, 'locker.letter-unlogged'));
  return { issues, named, logged: sent.length };
}
