import { appendFileSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locker } from '#core/evidence/locker.ts';
import { aLocker, packed } from '../support/builders/a-locker.ts';
import { has, run, temporaryFolder, writeBagTo } from './outside-tools.ts';

let locker: Locker;
let bag: string;

beforeAll(async () => {
  locker = aLocker();
  bag = temporaryFolder();
  await writeBagTo(bag, locker);
});
afterAll(() => rmSync(bag, { recursive: true }));

/** Does something to a copy of a file and gives it back as it was. */
function whileChanged<Value>(path: string, change: (file: string) => void, look: () => Value): Value {
  const file = join(bag, path);
  const before = readFileSync(file);
  change(file);
  const seen = look();
  writeFileSync(file, before);
  return seen;
}

describe.skipIf(!has('sha256sum'))('sha256sum', () => {
  const check = (manifest: string) => run(bag, 'sha256sum', '--strict', '-c', manifest);

  it.each(['manifest-sha256.txt', 'tagmanifest-sha256.txt'])('accepts every line of %s', (manifest) => {
    const { status, said } = check(manifest);

    expect({ status, failed: said.match(/FAILED/g) }).toEqual({ status: 0, failed: null });
    expect(said.match(/: OK$/gm)?.length).toBe(readFileSync(join(bag, manifest), 'utf8').trim().split('\n').length);
  });

  it('refuses the bag after one more byte in a page', () => {
    const page = `data/items/${locker.items[0]?.folder}/page.html`;

    const said = whileChanged(
      page,
      (file) => appendFileSync(file, ' '),
      () => check('manifest-sha256.txt'),
    );

    expect(said).toMatchObject({ status: 1, said: expect.stringContaining(`${page}: FAILED`) });
  });
});

describe('the bag', () => {
  it('counts its bytes and files in Payload-Oxum as the disk does', () => {
    const files = readdirSync(join(bag, 'data'), { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    const bytes = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);

    expect(readFileSync(join(bag, 'bag-info.txt'), 'utf8')).toContain(`\nPayload-Oxum: ${bytes}.${files.length}\n`);
  });

  it('carries a program of few lines that accepts its custody log, with nothing beside it', () => {
    const { status, said } = run(bag, process.execPath, 'verify-custody.mjs');

    expect(status).toBe(0);
    expect(said).toContain(locker.custody.at(-1)?.hash);
    expect(readFileSync(join(bag, 'verify-custody.mjs'), 'utf8').split('\n').length).toBeLessThan(40);
  });

  it.each([
    [
      'an entry that was changed',
      'custody.jsonl',
      (text: string) => text.replace('"role":"reference"', '"role":"operator"'),
      'entry 1',
    ],
    [
      'an entry that was left out',
      'custody.jsonl',
      (text: string) => text.split('\n').toSpliced(2, 1).join('\n'),
      'entry 3',
    ],
    ['two entries that changed places', 'custody.jsonl', swapped, 'entry 2'],
    ['a page that was changed', 'items/EV-002/page.html', (text: string) => text.replace('SIM', 'SIN'), 'item EV-002'],
    ['a line that is no entry any more', 'custody.jsonl', (text: string) => text.replace('{"', '"{'), 'entry 1'],
  ])('carries a program that names %s', (_, path, change, named) => {
    const edit = (file: string) => writeFileSync(file, change(readFileSync(file, 'utf8')));

    const { status, said } = whileChanged(`data/${path}`, edit, () => run(bag, process.execPath, 'verify-custody.mjs'));

    expect({ status, names: said.includes(named) }).toEqual({ status: 1, names: true });
  });
});

function swapped(text: string): string {
  const [first = '', second = '', third = '', ...rest] = text.split('\n');
  return [first, third, second, ...rest].join('\n');
}

describe.skipIf(!has('exiftool', '-ver'))('exiftool', () => {
  it('reads the mark of every picture and finds nothing wrong with it', () => {
    for (const { folder } of locker.items) {
      const { said } = run(
        bag,
        'exiftool',
        '-validate',
        '-warning',
        '-a',
        '-Rights',
        `data/items/${folder}/visual.svg`,
      );

      expect(said).toMatch(/Validate\s+: OK/);
      expect(said).toContain(locker.notice);
    }
  });
});

describe.skipIf(!has('unzip', '-v'))('unzip', () => {
  it('finds no fault in the zip, and one folder at its top', async () => {
    writeFileSync(join(bag, 'locker.zip'), await packed(locker));

    const tested = run(bag, 'unzip', '-t', 'locker.zip');
    const listed = run(bag, 'unzip', '-Z1', 'locker.zip').said.trim().split('\n');
    rmSync(join(bag, 'locker.zip'));

    expect(tested).toMatchObject({ status: 0, said: expect.stringContaining('No errors detected') });
    expect(new Set(listed.map((path) => path.split('/')[0]))).toEqual(new Set([locker.id]));
  });
});
