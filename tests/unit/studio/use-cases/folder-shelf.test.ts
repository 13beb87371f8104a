import { describe, expect, it } from 'vitest';
import type { CaseFolder, FolderCase, FolderListener } from '#studio/use-cases/case-folder.ts';
import { digestOf, type ShelfNews } from '#studio/use-cases/draft-shelf.ts';
import { openFolderShelf } from '#studio/use-cases/folder-shelf.ts';

const PLACE = 'mine/first';

/** A folder in memory with one case, which others can change and remove, and the shelf over it. */
async function aShelf() {
  let text: string | undefined = 'title: A\n';
  let library = 'one';
  let listener: FolderListener | undefined;
  const lying = (): FolderCase[] => {
    const files = { 'scenario.yaml': text ?? '' };
    return text === undefined ? [] : [{ place: PLACE, name: 'first', files, digest: digestOf(files), unreadable: {} }];
  };
  const tell = () => listener?.stands({ library, cases: lying() });
  const folder: CaseFolder = {
    list: async () => ({ schema: 'case-folder/1', folder: 'mine', cases: lying() }),
    read: async () => lying()[0],
    async write(_place, files, restsOn) {
      const [newest] = lying();
      if (!newest) return { refused: 'removed' };
      if (newest.digest !== restsOn) return { refused: 'newer', newest };
      text = files['scenario.yaml'];
      // The disk tells of the write before its answer is there.
      tell();
      await Promise.resolve();
      return { digest: digestOf(files) };
    },
    listen(given) {
      listener = given;
      tell();
      return () => undefined;
    },
  };
  const ticked = new Map<string, readonly string[]>();
  const shelf = await openFolderShelf(folder, () => 'now', {
    of: (place) => ticked.get(place) ?? [],
    keep: (place, points) => ticked.set(place, points),
  });
  const heard: (ShelfNews | string)[] = [];
  shelf.listen((news) => heard.push(news));
  shelf.follow({ reached: () => undefined, library: () => heard.push('library') });
  const change = (next: string | undefined, of = library) => {
    [text, library] = [next, of];
    tell();
  };
  const draft = async () => {
    const got = await shelf.get(PLACE);
    return got?.state === 'whole' ? got.draft : expect.fail('the draft is whole');
  };
  return { shelf, heard, change, draft, text: () => text };
}

describe('the shelf over a folder', () => {
  it('reports saves of others, and not its own writes', async () => {
    const { shelf, heard, change, draft } = await aShelf();
    const first = await draft();
    const kept = await shelf.keep({ ...first, files: { 'scenario.yaml': 'title: B\n' } });
    expect([kept, heard]).toMatchObject([{ kept: { revision: first.revision + 1 } }, []]);

    change('title: C\n');
    change('title: C\n');

    expect(heard).toEqual([{ id: PLACE, revision: first.revision + 2 }]);
    expect((await draft()).revision).toBe(first.revision + 2);
  });

  it('reports a removed case, and one that comes back with the same text', async () => {
    const { shelf, heard, change, draft } = await aShelf();
    const first = await draft();
    change(undefined);
    expect(await shelf.keep({ ...first, files: { 'scenario.yaml': 'title: B\n' } })).toEqual({ refused: 'removed' });
    change('title: A\n');

    expect(heard).toEqual([
      { id: PLACE, removed: true },
      { id: PLACE, revision: expect.any(Number) },
    ]);
    expect(await shelf.keep({ ...(await draft()), files: { 'scenario.yaml': 'title: B\n' } })).toHaveProperty('kept');
  });

  it('reports a change of the library, and not its first digest', async () => {
    const { heard, change } = await aShelf();
    change('title: A\n', 'two');

    expect(heard).toEqual(['library']);
  });

  it('stores ticks outside of the files', async () => {
    const { shelf, draft, text } = await aShelf();
    await shelf.keep({ ...(await draft()), ticked: ['read-aloud'] });

    expect([(await draft()).ticked, text()]).toEqual([['read-aloud'], 'title: A\n']);
  });
});
