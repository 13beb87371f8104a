import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Locker } from '#evidence/locker/model/locker.ts';
import { lockerClaims } from '#evidence/locker/model/locker-claims.ts';
import { verifyLocker } from '#evidence/locker/use-cases/verify-locker.ts';
import { openFolderBag } from '#kernel/node/folder-bag.ts';
import { aLocker, packed } from '../support/builders/a-locker.ts';
import { pathsThatDoNotFit } from '../support/evidence/locker/check-bag.ts';
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

  it.each(['manifest-sha256.txt', 'tagmanifest-sha256.txt'])('verifies every line of %s', (manifest) => {
    const { status, said } = check(manifest);

    expect({ status, failed: said.match(/FAILED/g) }).toEqual({ status: 0, failed: null });
    expect(said.match(/: OK$/gm)?.length).toBe(readFileSync(join(bag, manifest), 'utf8').trim().split('\n').length);
  });

  it('rejects the bag after one byte is added to a page', () => {
    const page = `data/items/${locker.items[0]?.folder}/page.html`;

    const said = whileChanged(
      page,
      (file) => appendFileSync(file, ' '),
      () => check('manifest-sha256.txt'),
    );

    expect(said).toMatchObject({ status: 1, said: expect.stringContaining(`${page}: FAILED`) });
  });
});

describe.skipIf(!has('sha512sum'))('a bag that another tool has listed with SHA-512', () => {
  /** A copy of the bag with lists of the given hashes, written by the tools of the machine. */
  function listedWith(...algorithms: readonly ('sha256' | 'sha512')[]): string {
    const copy = join(temporaryFolder(), 'bag');
    cpSync(bag, copy, { recursive: true });
    for (const file of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) rmSync(join(copy, file));
    // The request for a time stamp is over the list that is gone.
    rmSync(join(copy, 'timestamps'), { recursive: true });
    for (const algorithm of algorithms)
      shell(copy, `find data -type f -print0 | sort -z | xargs -0 ${algorithm}sum > manifest-${algorithm}.txt`);
    for (const algorithm of algorithms)
      shell(
        copy,
        `find . -type f -not -path './data/*' -not -name 'tagmanifest-*' -printf '%P\\0' | sort -z | xargs -0 ${algorithm}sum > tagmanifest-${algorithm}.txt`,
      );
    return copy;
  }
  const shell = (folder: string, line: string) =>
    expect(run(folder, 'sh', '-c', line)).toEqual({ status: 0, said: '' });
  /** Paths that the kit names as not fitting the lists. */
  const named = async (folder: string) => {
    const { issues } = await verifyLocker(openFolderBag(folder).bag);
    const codes = ['locker.missing-file', 'locker.changed-file', 'locker.unlisted-file'];
    return new Set(issues.flatMap(({ code, params }) => (codes.includes(code) ? String(params['name']) : [])));
  };

  it.each([[['sha512']], [['sha256', 'sha512']]] as const)('%j: is read for what it is', async (algorithms) => {
    const copy = listedWith(...algorithms);
    for (const algorithm of algorithms)
      for (const list of ['manifest', 'tagmanifest'])
        expect(run(copy, `${algorithm}sum`, '--strict', '-c', `${list}-${algorithm}.txt`).status).toBe(0);

    const report = await verifyLocker(openFolderBag(copy).bag);

    expect(report.algorithms).toEqual(algorithms);
    expect(report.issues.map(({ code }) => code)).toEqual([]);
    expect(lockerClaims(report).inside[0]?.params['lists']).toBe(
      algorithms.map((algorithm) => algorithm.replace('sha', 'SHA-')).join(', '),
    );
  });

  it.each<readonly [string, (folder: string) => void]>([
    [
      'one more byte in a page',
      (folder) => appendFileSync(join(folder, `data/items/${locker.items[0]?.folder}/page.html`), ' '),
    ],
    ['a file that is gone', (folder) => rmSync(join(folder, 'data/custody.jsonl'))],
    ['a file that nobody listed', (folder) => writeFileSync(join(folder, 'data/more.txt'), 'x')],
    ['one more byte in the README', (folder) => appendFileSync(join(folder, 'README.txt'), ' ')],
    [
      'a list with another hash',
      (folder) => {
        const file = join(folder, 'manifest-sha512.txt');
        writeFileSync(
          file,
          readFileSync(file, 'utf8').replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
        );
      },
    ],
  ])('%s: the kit, sha512sum and a checker of a few lines name the same paths', async (_, change) => {
    const copy = listedWith('sha512');
    change(copy);

    const independent = pathsThatDoNotFit(copy);
    const said = ['manifest-sha512.txt', 'tagmanifest-sha512.txt']
      .map((list) => run(copy, 'sha512sum', '-c', list).said)
      .join('');

    expect(await named(copy)).toEqual(independent);
    expect(independent.size).toBeGreaterThan(0);
    for (const [, path = ''] of said.matchAll(/^(?:sha512sum: )?(.+): FAILED/gm)) expect(independent).toContain(path);
  });
});

describe('the bag', () => {
  it('has the byte and file counts of the disk in Payload-Oxum', () => {
    const files = readdirSync(join(bag, 'data'), { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    const bytes = files.reduce((sum, file) => sum + statSync(join(file.parentPath, file.name)).size, 0);

    expect(readFileSync(join(bag, 'bag-info.txt'), 'utf8')).toContain(`\nPayload-Oxum: ${bytes}.${files.length}\n`);
  });

  it('contains a short, self-contained program that verifies its custody log', () => {
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
  it('reads the metadata mark of every picture without an error', () => {
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
