import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newCaseFiles } from '#case/language/use-cases/new-case-files.ts';
import type { FolderStand } from '#studio/use-cases/case-folder.ts';
import { type CaseDisk, openCases } from '../../../scripts/authoring/cases-on-disk.ts';
import { watchFolder } from '../../../scripts/authoring/watch-folder.ts';
import { aFolder } from './a-command.ts';

const CASE_FILES = newCaseFiles('a-case');

/** A disk with so many cases, which counts what is asked of it. */
function countingDisk(cases: number) {
  const names = Array.from({ length: cases }, (_, n) => `case-${n}`).sort();
  const asked = { lists: 0, texts: 0 };
  const disk: CaseDisk = {
    list(folder) {
      asked.lists += 1;
      if (folder === '/home') return names;
      return names.includes(folder.slice('/home/'.length)) ? [...CASE_FILES.keys()] : [];
    },
    text(path) {
      asked.texts += 1;
      const text = CASE_FILES.get(path.split('/').at(-1) ?? '');
      return text === undefined ? undefined : { text };
    },
    isLink: () => false,
    real: (path) => path,
  };
  return { disk, asked };
}

describe('a folder of many cases', () => {
  it('is listed with the same number of reads for each case, however many there are', () => {
    const perCase = [10, 100, 800].map((count) => {
      const { disk, asked } = countingDisk(count);
      expect(openCases('/home', '/home', disk).list().cases).toHaveLength(count);
      return [asked.lists / count, asked.texts / count];
    });

    // Two readings of the folder itself are shared by all.
    for (const [lists = 0, texts] of perCase) {
      expect(lists).toBeLessThan(2.3);
      expect(texts).toBe(CASE_FILES.size);
    }
  });

  it('has a case read and written without reading the others', () => {
    const readsOf = (count: number, act: (cases: ReturnType<typeof openCases>) => void) => {
      const { disk, asked } = countingDisk(count);
      act(openCases('/home', '/home', disk));
      return { ...asked };
    };
    const read = (cases: ReturnType<typeof openCases>) => expect(cases.read('case-7')?.place).toBe('case-7');
    const write = (cases: ReturnType<typeof openCases>) =>
      expect(cases.write('case-7', {}, 'f'.repeat(64))).toHaveProperty('refused', 'newer');

    expect(readsOf(800, read)).toEqual(readsOf(10, read));
    expect(readsOf(800, write)).toEqual(readsOf(10, write));
  });

  it('of 800 is listed from a real disk, and only a case that was saved is read again', async () => {
    const home = aFolder();
    const root = aFolder();
    mkdirSync(join(root, 'content'));
    for (let n = 0; n < 800; n += 1) {
      mkdirSync(join(home, `case-${n}`));
      for (const [name, text] of newCaseFiles(`case-${n}`)) writeFileSync(join(home, `case-${n}`, name), text);
    }
    const cases = openCases(home, home);
    const reads: string[] = [];
    const counted = {
      ...cases,
      read(place: string) {
        reads.push(place);
        return cases.read(place);
      },
    };
    const watched = watchFolder(counted, { folder: home, root }, (said) => expect.fail(said));
    expect(watched.stand().cases).toHaveLength(800);
    expect(watched.stand().cases.map(({ place }) => place)).toEqual(watched.list().cases.map(({ place }) => place));
    const changed = () => new Promise<FolderStand>((heard) => watched.onChange(() => heard(watched.stand())));

    const saved = changed();
    const file = join(home, 'case-400', 'scenario.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}# saved\n`);
    const digestOf = (stand: FolderStand, place: string) => stand.cases.find((one) => one.place === place)?.digest;
    expect(digestOf(await saved, 'case-400')).toBe(cases.read('case-400')?.digest);
    expect(new Set(reads)).toEqual(new Set(['case-400']));

    const gone = changed();
    rmSync(join(home, 'case-401'), { recursive: true });
    expect((await gone).cases).toHaveLength(799);
    expect(digestOf(watched.stand(), 'case-401')).toBeUndefined();
  });
});

describe('a folder with faulty cases', () => {
  it('lists the others whole, and each faulty one with what is wrong', () => {
    const home = aFolder();
    const put = (path: string, bytes: string | Uint8Array) => {
      mkdirSync(join(home, path, '..'), { recursive: true });
      writeFileSync(join(home, path), bytes);
    };
    for (const [name, text] of CASE_FILES) {
      put(`good/${name}`, text);
      for (const folder of ['bad-yaml', 'utf-16', 'latin', 'no-key', 'too-large', 'empty', 'a folder', 'linked'])
        if (!(folder === 'no-key' && name === 'key.yaml')) put(`${folder}/${name}`, text);
    }
    put('bad-yaml/scenario.yaml', 'title: [\n\t- "');
    put('utf-16/scenario.yaml', Buffer.from(`\uFEFF${CASE_FILES.get('scenario.yaml')}`, 'utf16le'));
    put('latin/key.yaml', Uint8Array.from([0x61, 0x3a, 0xe9, 0x0a]));
    put('too-large/scenario.yaml', 'x'.repeat(2_000_001));
    put('empty/scenario.yaml', '');
    rmSync(join(home, 'a folder/key.yaml'));
    mkdirSync(join(home, 'a folder/key.yaml'));
    rmSync(join(home, 'linked/key.yaml'));
    symlinkSync('key.yaml', join(home, 'linked/key.yaml'));
    put('misnamed/scenario.yml', CASE_FILES.get('scenario.yaml') ?? '');
    put('no-case/notes.md', 'notes');
    put('loose.yaml', 'a: 1');
    symlinkSync('nowhere', join(home, 'dangling'));
    symlinkSync('..', join(home, 'good', 'up'));

    const listed = openCases(home, home).list().cases;

    expect(Object.fromEntries(listed.map(({ place, unreadable }) => [place, unreadable]))).toEqual({
      'a folder': { 'key.yaml': 'no-file' },
      'bad-yaml': {},
      empty: {},
      good: {},
      latin: { 'key.yaml': 'no-text' },
      linked: { 'key.yaml': 'linked' },
      misnamed: {},
      'no-key': {},
      'too-large': { 'scenario.yaml': 'too-large' },
      'utf-16': { 'scenario.yaml': 'no-text' },
    });
    const good = listed.find(({ place }) => place === 'good');
    expect(good?.files).toEqual(Object.fromEntries(CASE_FILES));
    expect(readdirSync(home)).toContain('dangling');
  });
});
