import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HostileFile } from './hostile-file.ts';
import { HOSTILE_PLACES } from './hostile-places.ts';

const below = (kind: string, name: string): HostileFile => ({ kind, make: (path) => join(dirname(path), name) });
const exactly = (kind: string, path: string): HostileFile => ({ kind, make: () => path });

/** Where a command may be told to write: every place that is no file, and some at which a file can hardly be made. */
export const HOSTILE_OUTS: readonly HostileFile[] = [
  ...HOSTILE_PLACES,
  {
    kind: 'a file that is there',
    make(path) {
      writeFileSync(path, 'the work of a day');
      return path;
    },
  },
  {
    kind: 'a folder with a file in it',
    make(path) {
      mkdirSync(path);
      writeFileSync(join(path, 'kept.txt'), 'kept');
      return path;
    },
  },
  {
    kind: 'a folder in which nothing may be made',
    make(path) {
      mkdirSync(path);
      chmodSync(path, 0o555);
      return join(path, 'x');
    },
  },
  {
    kind: 'a pipe below a folder',
    make(path) {
      mkdirSync(path);
      execFileSync('mkfifo', [join(path, 'pipe')]);
      return join(path, 'pipe');
    },
  },
  { kind: 'a name that ends as a folder does', make: (path) => `${path}/` },
  { kind: 'a folder that is not there', make: (path) => join(path, 'deeper', 'x.zip') },
  below('orders to a terminal as a name', '\u001b[2J\u001b]0;owned\u0007\u202etxt.zip'),
  below('a line end in a name', 'a\r\nb.zip'),
  below('a name of 300 signs', 'n'.repeat(300)),
  below('no UTF-16 in a name', 'a\ud800b'),
  below('a name that looks like an option', '-out'),
  exactly('the disk that is full itself', '/dev/full'),
  exactly('a file of the machine', '/proc/version'),
  exactly('a folder of the machine', '/proc/self/x'),
  exactly('the root', '/'),
];
