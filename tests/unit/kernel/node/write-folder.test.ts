import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FolderFile, writeFolder } from '#kernel/node/write-folder.ts';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'checkathon-folder-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const aText = (path: string, text: string, more: Partial<FolderFile> = {}): FolderFile => ({
  path,
  text,
  bytes: text.length,
  ...more,
});
const READ_ME = aText('READ-ME.txt', 'read me');

describe('a folder that is written as a whole', () => {
  it('holds texts, copies and programs', async () => {
    writeFileSync(join(home, 'a'), 'copied');
    const copy = { path: 'deep/er/b', copyOf: join(home, 'a'), bytes: 6 };
    const wrote: number[] = [];
    const files = [READ_ME, copy, aText('run', '#!', { isProgram: true })];
    const written = await writeFolder('x', files, { from: home, wrote: (bytes) => wrote.push(bytes) });

    expect(written).toEqual({ ok: true, value: 'x' });
    expect(wrote).toEqual([7, 13, 15]);
    expect(readFileSync(join(home, 'x', 'deep', 'er', 'b'), 'utf8')).toBe('copied');
    expect(statSync(join(home, 'x', 'run')).mode & 0o777).toBe(0o755);
    expect(readdirSync(home).sort()).toEqual(['a', 'x']);
  });

  it('says how much room it needs where the disk has less, and writes nothing', async () => {
    const written = await writeFolder('x', [aText('large', '', { bytes: 9e18 })], { from: home });

    expect(written).toMatchObject({ ok: false, issues: [{ code: 'file.no-space', params: { needed: 9e12 } }] });
    expect(readdirSync(home)).toEqual([]);
  });

  it.each([
    ['its parent is missing', 'no/x', 'ENOENT'],
    ['it has no name', '', 'ENOENT'],
    ['its name is too long', 'n'.repeat(300), 'ENAMETOOLONG'],
    ['its parent is a file', 'file/x', 'ENOTDIR'],
  ])('is an issue where %s', async (_, path, reason) => {
    writeFileSync(join(home, 'file'), '');
    const written = await writeFolder(path, [READ_ME], { from: home });

    expect(written).toMatchObject({ ok: false, issues: [{ code: 'file.unwritable', params: { reason } }] });
    expect(readdirSync(home)).toEqual(['file']);
  });

  it('leaves nothing where a file cannot be copied, or where the check refuses it', async () => {
    const missing = await writeFolder('x', [READ_ME, { path: 'b', copyOf: join(home, 'none'), bytes: 1 }], {
      from: home,
    });
    const check = () => {
      throw new Error('does not start');
    };

    expect(missing).toMatchObject({ ok: false, issues: [{ params: { reason: 'ENOENT' } }] });
    await expect(writeFolder('x', [READ_ME], { from: home, check })).rejects.toThrow('does not start');
    expect(readdirSync(home)).toEqual([]);
  });

  it('replaces a folder only where it is told what to keep of it, and keeps that', async () => {
    mkdirSync(join(home, 'x', 'rooms'), { recursive: true });
    writeFileSync(join(home, 'x', 'rooms', 'log'), 'kept');
    writeFileSync(join(home, 'x', 'old.txt'), 'old');

    expect((await writeFolder('x', [READ_ME], { from: home })).ok).toBe(false);
    expect(readdirSync(join(home, 'x')).sort()).toEqual(['old.txt', 'rooms']);
    expect((await writeFolder('x', [READ_ME], { from: home, keep: ['rooms'] })).ok).toBe(true);
    expect(readdirSync(join(home, 'x')).sort()).toEqual(['READ-ME.txt', 'rooms']);
    expect(readFileSync(join(home, 'x', 'rooms', 'log'), 'utf8')).toBe('kept');
    expect(readdirSync(home)).toEqual(['x']);
  });

  it('loses nothing of the old folder where the new one cannot take its place', async () => {
    mkdirSync(join(home, 'x', 'rooms'), { recursive: true });
    mkdirSync(join(home, 'x', 'notes'));
    writeFileSync(join(home, 'x', 'rooms', 'log'), 'kept');
    writeFileSync(join(home, 'x', 'notes', 'a.txt'), 'notes');
    // A folder that is not empty takes no other one in its place.
    const files = [READ_ME, aText('notes/new.txt', 'new')];
    const written = await writeFolder('x', files, { from: home, keep: ['rooms', 'notes'] });

    expect(written).toMatchObject({ ok: false, issues: [{ code: 'file.unwritable' }] });
    expect(readdirSync(home)).toEqual(['x']);
    expect(readdirSync(join(home, 'x')).sort()).toEqual(['notes', 'rooms']);
    expect(readFileSync(join(home, 'x', 'rooms', 'log'), 'utf8')).toBe('kept');
  });
});
