import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FolderFile } from '#kernel/node/write-folder.ts';
import { ROOT } from '../command/root.ts';
import { bundleServer } from './bundle-server.ts';
import type { CarriedNode } from './node-of-machine.ts';
import { nodeName, type PackedRoomSettings, PLACES, type RoomSystem } from './packed-room.ts';
import { readMeText } from './read-me.ts';
import { startersFor } from './starters.ts';

interface RoomOrder {
  /** Folder of the built site. */
  readonly site: string;
  readonly node: CarriedNode;
  readonly system: RoomSystem;
  /** The case of a new room. */
  readonly case: { readonly id: string; readonly title: string };
}

/** All files of a packed room; what a facilitator needs first comes first. */
export async function filesOfRoom({ site, node, system, case: { id, title } }: RoomOrder): Promise<FolderFile[]> {
  const server = await bundleServer();
  const starters = startersFor(system);
  const settings: PackedRoomSettings = { schema: 'packed-room/1', case: id, starter: starters[0].name };
  return [
    aText(PLACES.readMe, readMeText({ system, processor: process.arch, title })),
    ...starters.map(({ name, text }) => ({ ...aText(name, text), isProgram: true })),
    aCopy('LICENSE.txt', join(ROOT, 'LICENSE')),
    aCopy('LICENSE-texts.txt', join(ROOT, 'content', 'LICENSE.md')),
    aText(PLACES.settings, `${JSON.stringify(settings, null, 2)}\n`),
    aText(PLACES.server, server.script),
    aText(PLACES.licences, server.licences),
    aText(PLACES.nodeLicence, node.licence),
    { ...aCopy(`${PLACES.program}/${nodeName(system)}`, node.file), isProgram: true },
    ...filesOfSite(site),
  ];
}

/** The files of a built site. Those that begin with a dot are notes of the build. */
function filesOfSite(site: string): FolderFile[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => aCopy(`${PLACES.site}${file.slice(site.length).replaceAll('\\', '/')}`, file));
}

const aText = (path: string, text: string) => ({ path, text, bytes: Buffer.byteLength(text) });

const aCopy = (path: string, copyOf: string) => ({ path, copyOf, bytes: statSync(copyOf).size });
