import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, ftruncateSync, mkdirSync, openSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { HostileFile } from './hostile-file.ts';

const link = (kind: string, to: string): HostileFile => ({
  kind,
  make(path) {
    symlinkSync(to === 'itself' ? path : to, path);
    return path;
  },
});

/** File system entries that are no regular readable file. */
export const HOSTILE_PLACES: readonly HostileFile[] = [
  { kind: 'nothing at all', make: (path) => path },
  { kind: 'an empty name', make: () => '' },
  {
    kind: 'a file that may not be read',
    // As root the file is readable, but its text is invalid too.
    make(path) {
      writeFileSync(path, '?');
      chmodSync(path, 0);
      return path;
    },
  },
  {
    kind: 'a folder',
    make(path) {
      mkdirSync(path);
      return path;
    },
  },
  {
    kind: 'a folder that may not be read',
    make(path) {
      mkdirSync(path, { mode: 0 });
      return path;
    },
  },
  {
    kind: 'a path that goes on below a file',
    make(path) {
      writeFileSync(path, '?');
      return join(path, 'deeper.json');
    },
  },
  {
    kind: 'a pipe that nobody writes to',
    make(path) {
      execFileSync('mkfifo', [path]);
      return path;
    },
  },
  {
    kind: 'a link to a pipe',
    make(path) {
      execFileSync('mkfifo', [`${path}.pipe`]);
      symlinkSync(`${path}.pipe`, path);
      return path;
    },
  },
  {
    kind: 'a socket',
    make(path) {
      // A short name, because socket names are limited in length. The socket outlives the process that made it.
      const make = `require('node:net').createServer().listen('s', () => process.kill(process.pid, 'SIGKILL'))`;
      spawnSync(process.execPath, ['-e', make], { cwd: dirname(path) });
      symlinkSync('s', path);
      return path;
    },
  },
  link('zeros without end', '/dev/zero'),
  link('chance without end', '/dev/urandom'),
  link('a disk that is full', '/dev/full'),
  link('a hole', '/dev/null'),
  link('a terminal', '/dev/tty'),
  link('the memory of the process', '/proc/self/mem'),
  link('a link to itself', 'itself'),
  link('a link to nothing', 'nowhere/at-all'),
  link('a link to a folder', '.'),
  {
    kind: 'two links to each other',
    make(path) {
      symlinkSync(`${path}.other`, path);
      symlinkSync(path, `${path}.other`);
      return path;
    },
  },
  {
    kind: 'a folder that links to itself',
    make(path) {
      mkdirSync(path);
      symlinkSync('.', join(path, 'again'));
      return path;
    },
  },
  {
    kind: 'ten gigabytes of nothing',
    make(path) {
      const file = openSync(path, 'w');
      ftruncateSync(file, 10 * 1024 ** 3);
      closeSync(file);
      return path;
    },
  },
  { kind: 'a name that is too long', make: (path) => join(dirname(path), 'n'.repeat(5_000)) },
];
