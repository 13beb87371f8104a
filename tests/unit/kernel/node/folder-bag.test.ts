import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readWhole, UnreadableFileError } from '#kernel/formats/bagit/bag-files.ts';
import { openFolderBag } from '#kernel/node/folder-bag.ts';

const folder = mkdtempSync(join(tmpdir(), 'bag-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('an unpacked bag', () => {
  it('reports a folder that cannot be read', () => {
    const { issues, bag } = openFolderBag(join(folder, 'not-there'));

    expect(bag.files).toEqual([]);
    expect(issues).toMatchObject([
      {
        code: 'locker.unreadable-file',
        params: { name: join(folder, 'not-there'), reason: expect.stringContaining('ENOENT') },
      },
    ]);
  });

  it('reports a file deleted meanwhile as unreadable, for every way of reading', async () => {
    const file = join(folder, 'page.html');
    writeFileSync(file, 'a page');
    const { bag } = openFolderBag(folder);
    rmSync(file);

    await expect(readWhole(bag.read('page.html'), 100)).rejects.toThrow(UnreadableFileError);
    await expect(bag.source('page.html')).rejects.toThrow(UnreadableFileError);
  });
});
