/** Where things lie in a packed room, from its folder. */
export const PLACES = {
  readMe: 'READ-ME.txt',
  program: 'program',
  server: 'program/workshop.mjs',
  /** Only a folder that `pack-room` wrote has this file. */
  settings: 'program/settings.json',
  nodeLicence: 'program/node-LICENCE.txt',
  licences: 'program/LICENCES.txt',
  site: 'site',
  rooms: 'rooms',
} as const;

/** What the server of a packed room is told by its folder. */
export interface PackedRoomSettings {
  readonly schema: 'packed-room/1';
  /** The case of a new room for which none is named. */
  readonly case: string;
  /** Name of the file that starts the room. */
  readonly starter: string;
}

/** Systems for which a room can be packed, by the name that Node has for them. */
export type RoomSystem = 'linux' | 'darwin' | 'win32';

/** How people call these systems. */
export const SYSTEM_NAMES: Readonly<Record<RoomSystem, string>> = {
  linux: 'Linux',
  darwin: 'macOS',
  win32: 'Windows',
};

/** Name of the Node of a packed room, in the folder of its program. */
export const nodeName = (system: RoomSystem): string => (system === 'win32' ? 'node.exe' : 'node');
