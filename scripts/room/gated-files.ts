import { areWordsOpen } from '#case/language/model/room-parts.ts';
import { heldWordsPart, PUBLIC_PART, STATECHART_PART } from '#case/parts/use-cases/case-parts.ts';
import { isReleased } from '#room/model/replay-room.ts';
import type { RoomState } from '#room/model/room-state.ts';

/** Folders of the site that a team may read from the start: no answer and no other case is below them. */
const OPEN_FOLDERS = ['_astro', 'fonts', 'room', 'help', 'signs', 'sources', 'library', 'about'];

/** Files in the root of the site that a team may read. */
const OPEN_FILES = ['favicon.svg', 'watermark.svg', 'THIRD-PARTY-LICENCES.txt'];

/**
 * Files of a case that a team may read from the start. `held-files.ts` cuts out of them what is not released. On a disk
 * that does not tell `case.json` from `CASE.json`, every other spelling has to stay closed.
 */
const isOpenFile = (name: string) =>
  ['', 'index.html', PUBLIC_PART].includes(name) || /^case\.[\w-]+\.json$/.test(name);

/**
 * A name that means the same file in every file system: without it, `key.` or `KEY` could be another way to `key`, as
 * could an empty name between two slashes.
 */
const isPlain = (name: string) => /^[\w-](?:[\w.@-]*[\w-])?$/.test(name);

/** What a team gets at an address: the file, nothing, or a file that only a release has opened. */
export type FileGate = 'open' | 'closed' | 'released';

/**
 * What a team may read now. `path` is decoded and begins with a slash. Of the case of the room, words and files of the
 * key open with the part that names them. Everything that is not named here is closed.
 */
export function gateFor(path: string, { opened, parts }: Pick<RoomState, 'opened' | 'parts'>): FileGate {
  const [, first = '', ...rest] = path.split('/');
  if (![first, ...rest.slice(0, -1)].every(isPlain) || !(rest.length === 0 || isPlain(rest.at(-1) || 'index')))
    return 'closed';
  // Pages of the facilitator stand below facilitate/, and what they ask for below room/control/.
  if (first === 'room' && rest[0] === 'control') return 'closed';
  if (OPEN_FOLDERS.includes(first) || (rest.length === 0 && OPEN_FILES.includes(first))) return 'open';
  if (first !== 'cases') return 'closed';
  const [id, ...file] = rest;
  if (id !== opened.scenario) return 'closed';
  const name = file.join('/');
  if (isOpenFile(name)) return 'open';
  const isOpened =
    parts.some(({ id: part }) => heldWordsPart(part) === name && areWordsOpen({ parts }, part)) ||
    // The chart names every scene.
    (name === STATECHART_PART && parts.every(({ id: part }) => areWordsOpen({ parts }, part))) ||
    opened.parts.some(({ id: part, keyParts }) => keyParts.includes(name) && isReleased({ parts }, part));
  return isOpened ? 'released' : 'closed';
}
