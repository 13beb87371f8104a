import { join, resolve, sep, win32 } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIdForPath, isPathBelow, MAX_ID_LENGTH, MAX_PATH_LENGTH } from '#kernel/model/path-names.ts';
import { PROJECT } from '../../../support/builders/the-library.ts';
import { HOSTILE_NAMES } from '../../../support/hostile/hostile-names.ts';

const FOLDER = resolve('/folder/of/cases');
/** Where a path leads on this system, and on Windows. */
const staysBelow = (path: string) =>
  join(FOLDER, path).startsWith(FOLDER + sep) && win32.resolve('D:\\cases', path).startsWith('D:\\cases\\');

describe('an id that becomes a name in a path', () => {
  it.each([
    'quiet-number/../two-ages',
    '../two-ages',
    'two-ages/',
    'two-ages/.',
    '/etc/passwd',
    'two\\ages',
    '..\\two-ages',
    '',
    ' ',
    '.',
    '..',
    'two\0ages',
    'two-ages\0',
    'two-ages\n',
    'c:',
    'c:two-ages',
    'C:\\cases',
    '\\\\server\\share',
    'con',
    'nul',
    'com1',
    'two-ages.',
    'Two-ages',
    '2-ages',
    '-ages',
    '%2e%2e%2ftwo-ages',
    'two\u2215ages',
    'two-ages\u200b',
    'tw\u043e-ages',
    '__proto__',
    'n'.repeat(MAX_ID_LENGTH + 1),
    'n'.repeat(1_000_000),
  ])('is refused where it is %j', (id) => {
    expect(isIdForPath(id)).toBe(false);
  });

  it('is refused for every name that no case has', () => {
    // These are words like any other.
    const words = ['constructor', 'prototype', 'undefined', 'null'];
    expect(HOSTILE_NAMES.filter(({ name }) => isIdForPath(name)).map(({ name }) => name)).toEqual(words);
  });

  it('is taken for each shipped case, and up to its greatest length', () => {
    const ids = PROJECT.list('scenarios').filter((name) => !name.includes('.'));

    expect(ids.length).toBeGreaterThan(20);
    expect(ids.filter((id) => !isIdForPath(id))).toEqual([]);
    expect(isIdForPath('n'.repeat(MAX_ID_LENGTH))).toBe(true);
  });

  it('is one name below the folder, whatever it is', () => {
    const sign = fc.constantFrom(...'abz09-._/\\:~ \0\n%Aéо'.split(''));
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), (signs) => {
        const id = signs.join('');
        if (!isIdForPath(id)) return;
        expect(staysBelow(id)).toBe(true);
        expect(join(FOLDER, id).slice(FOLDER.length + 1)).toBe(id);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a path that an imported file names', () => {
  it.each([
    '',
    '/',
    '/public/ads-000.ndjson',
    'public/../secret/x',
    '../x',
    'public/..',
    './x',
    'public//x',
    'public\\..\\x',
    'C:/x',
    'c:x',
    'x:stream',
    'a\0b',
    'a\nb',
    '\u202etxt.zip',
    '__proto__/x',
    'n'.repeat(MAX_PATH_LENGTH + 1),
  ])('is refused where it is %j', (path) => {
    expect(isPathBelow(path)).toBe(false);
  });

  it.each(['public/ads-000.ndjson', 'secret/', 'a..b/c...d', 'über/ärger', 'data/items/EV-001/page.html'])(
    'is taken where it is %j',
    (path) => {
      expect(isPathBelow(path)).toBe(true);
      expect(staysBelow(path)).toBe(true);
    },
  );

  it('stays below its folder on this system and on Windows, whatever it is', () => {
    const part = fc.constantFrom('a', '..', '.', '', 'C:', '\\', 'b', '\0', '~', ' ', '...');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), fc.constantFrom('/', '', '\\'), (parts, between) => {
        const path = parts.join(between);
        if (isPathBelow(path)) expect(staysBelow(path)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
