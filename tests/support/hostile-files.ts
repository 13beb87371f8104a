import { HOSTILE_CONTENTS } from './hostile/hostile-contents.ts';
import type { HostileFile } from './hostile/hostile-file.ts';
import { HOSTILE_PLACES } from './hostile/hostile-places.ts';
import { HOSTILE_ZIPS } from './hostile/hostile-zips.ts';

/** Inputs for every command that reads a file, regardless of the kind of file that it expects. */
export const HOSTILE_FILES: readonly HostileFile[] = [...HOSTILE_PLACES, ...HOSTILE_CONTENTS, ...HOSTILE_ZIPS];
