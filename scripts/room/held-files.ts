import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { areWordsOpen } from '#case/language/model/room-parts.ts';
import {
  heldWordsPart,
  PUBLIC_PART,
  type PublicPart,
  type WordsPart,
  wordsPart,
} from '#case/parts/use-cases/case-parts.ts';
import type { RoomState } from '#room/model/room-state.ts';
import { heldWordsOf, translationWithoutHeld, withoutHeldWords } from '#room/use-cases/held-words.ts';
import { withoutHiddenHalves } from '#room/use-cases/hidden-briefs.ts';
import type { FileOptions } from '../site/static-server.ts';
import { ROOM_KINDS } from './room-kinds.ts';

/**
 * What a team gets in place of a file of the site; undefined where the file itself is meant. Asked only for what `gateFor`
 * lets through.
 */
export type HeldFiles = (path: string, room: Pick<RoomState, 'parts'>) => FileOptions['instead'];

/**
 * The scene after the first act, which the page of a case holds ready in a template. In a room the page shows no scene
 * before its scripts have asked the room, so the template stays empty.
 */
const NEXT_SCENE = /(<template id="next-scene"[^>]*>)[\s\S]*?<\/fieldset>\s*(<\/template>)/;

/** The page of a case without the scene that it holds ready. */
export const withoutNextScene = (html: string): string => html.replace(NEXT_SCENE, '$1$2');

/** Cuts words of parts that are not open, and hidden halves of exercises, out of the files of the case of a room. */
export function createHeldFiles(site: string, part: PublicPart): HeldFiles {
  const { id } = part.scenario;
  const open = withoutHiddenHalves(part, ROOM_KINDS);
  const folder = join(site, 'cases', id);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  const locales = readdirSync(folder).flatMap((name) => /^case\.([\w-]+)\.json$/.exec(name)?.[1] ?? []);
  const translation = (locale: string) => JSON.parse(read(wordsPart(locale))) as WordsPart;

  function textOf(name: string, room: Pick<RoomState, 'parts'>): string | undefined {
    const isOpen = (stage: string) => areWordsOpen(room, stage);
    // The last part opens the words of all, and the hidden halves of all exercises with them.
    const isWhole = part.scenario.stages.every((stage) => isOpen(stage.id));
    const given = isWhole ? part : open;
    if (name === 'index.html') return withoutNextScene(read(name));
    if (name === PUBLIC_PART) return JSON.stringify(withoutHeldWords(given, isOpen));
    const opened = room.parts.find((one) => heldWordsPart(one.id) === name);
    if (opened) return JSON.stringify(heldWordsOf(given, opened.id, locales.map(translation), isWhole));
    const locale = locales.find((one) => wordsPart(one) === name);
    return locale && JSON.stringify(translationWithoutHeld(translation(locale), part.scenario, isOpen));
  }

  /** What was made for the parts that are open now: a hundred requests for a file cost no more than one. */
  const made = new Map<string, NonNullable<FileOptions['instead']>>();
  let madeFor = '';

  function madeOf(name: string, room: Pick<RoomState, 'parts'>): FileOptions['instead'] {
    const open = JSON.stringify(room.parts.map((one) => [one.id, one.released !== undefined]));
    if (open !== madeFor) made.clear();
    madeFor = open;
    const known = made.get(name);
    if (known) return known;
    const text = textOf(name, room);
    if (text === undefined) return undefined;
    const fresh = { name, text, version: createHash('sha256').update(text).digest('hex') };
    made.set(name, fresh);
    return fresh;
  }

  return (path, room) => {
    const prefix = `/cases/${id}/`;
    return path.startsWith(prefix) ? madeOf(path.slice(prefix.length) || 'index.html', room) : undefined;
  };
}
