import { describe, expect, it } from 'vitest';
import type { BagFiles } from '#kernel/formats/bagit/bag-files.ts';
import { findBag } from '#kernel/formats/bagit/find-bag.ts';

const given = (...paths: string[]): BagFiles => ({
  files: paths.map((path) => ({ path, bytes: path.length })),
  async *read(path) {
    yield Uint8Array.from(Buffer.from(path));
  },
  source: async () => undefined,
});
const found = (...paths: string[]) => {
  const { bag, issues } = findBag(given(...paths));
  return { files: bag?.files.map(({ path }) => path), issues: issues.map(({ code, path }) => [code, ...path]) };
};

describe('the bag among the given files', () => {
  it('is all of it, or the one folder that is a bag, and is read from there', async () => {
    expect(found('bagit.txt', 'data/a')).toEqual({ files: ['bagit.txt', 'data/a'], issues: [] });
    expect(found('theirs/bagit.txt', 'theirs/data/a')).toEqual({ files: ['bagit.txt', 'data/a'], issues: [] });
    const [bytes] = await Array.fromAsync(findBag(given('theirs/bagit.txt')).bag?.read('bagit.txt') ?? []);
    expect(Buffer.from(bytes ?? []).toString()).toBe('theirs/bagit.txt');
  });

  it('is still recognised without its declaration', () => {
    expect(found('x/manifest-sha256.txt', 'x/data/a').files).toEqual(['manifest-sha256.txt', 'data/a']);
  });

  it('is separated from files that an operating system adds, which are reported', () => {
    expect(found('x/bagit.txt', '__MACOSX/._x', 'note.txt')).toEqual({
      files: ['bagit.txt'],
      issues: [
        ['bag.beside', '__MACOSX/'],
        ['bag.beside', 'note.txt'],
      ],
    });
  });

  it('is not guessed where there are two or none', () => {
    expect(found('a/bagit.txt', 'b/bagit.txt')).toEqual({
      files: undefined,
      issues: [
        ['bag.several', 'a/'],
        ['bag.several', 'b/'],
      ],
    });
    expect(found('photo.txt', 'more/photo.txt')).toEqual({ files: undefined, issues: [['bag.none', '']] });
  });
});
