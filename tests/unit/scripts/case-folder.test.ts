import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { newCaseFiles } from '#case/language/use-cases/new-case-files.ts';
import { createFolderClient } from '#studio/browser/case-folder-client.ts';
import type { Draft, DraftFiles } from '#studio/model/draft.ts';
import { openFolderShelf } from '#studio/use-cases/folder-shelf.ts';
import { type Asked, AUTHOR_ROOT, FolderInProcess, OWN_PUT } from '../../support/folder-in-process.ts';
import { HOSTILE_NAMES } from '../../support/hostile/hostile-names.ts';
import { aFolder } from './a-command.ts';

const NOW = '2031-05-05T18:00:00.000Z';
const MARK_AND_CR = '\uFEFFtitle: A\r\nstates: {}  # stays\r\n';

let home: string;
let server: FolderInProcess;
beforeEach(() => {
  home = aFolder();
  mkdirSync(join(home, 'my-case'));
  for (const [name, text] of newCaseFiles('my-case')) writeFileSync(join(home, 'my-case', name), text);
  writeFileSync(join(home, 'my-case', 'notes.md'), 'my notes');
  writeFileSync(join(home, 'other.yaml'), 'not: of the case\n');
  server = new FolderInProcess(home);
});

const onDisk = (name: string) => readFileSync(join(home, 'my-case', name), 'utf8');
/** All files below the folder, with their bytes. */
const tree = () =>
  readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name)).toString('base64')]);
const lying = () => server.cases.read('my-case') ?? expect.fail('the case is there');

async function opened() {
  const shelf = await openFolderShelf(createFolderClient(AUTHOR_ROOT, server.fetch), () => NOW, {
    of: () => [],
    keep: () => undefined,
  });
  const draft = async (): Promise<Draft> => {
    const got = await shelf.get('my-case');
    return got?.state === 'whole' ? got.draft : expect.fail('the draft is whole');
  };
  const edited = (from: Draft, files: DraftFiles) => ({ ...from, files: { ...from.files, ...files } });
  return { shelf, draft, edited };
}

describe('a case of a folder on the shelf of the studio', () => {
  it('is written file by file, byte for byte, and nothing else is', async () => {
    writeFileSync(join(home, 'my-case', 'review.yaml'), MARK_AND_CR);
    const { shelf, draft, edited } = await opened();
    const [before, first] = [tree(), await draft()];
    const story = `${first.files['scenario.yaml']}# ü, \u2028 and no end`;

    const kept = await shelf.keep(edited(first, { 'scenario.yaml': story, 'de.yaml': 'schema: translation/1\n' }));

    expect(kept).toMatchObject({ kept: { id: 'my-case', folder: 'my-case', keptAt: NOW } });
    expect(onDisk('scenario.yaml')).toBe(story);
    expect(onDisk('review.yaml')).toBe(MARK_AND_CR);
    const changed = tree().filter(([path, bytes]) => !before.some(([was, had]) => was === path && had === bytes));
    expect(changed.map(([path]) => path).sort()).toEqual(
      ['de.yaml', 'scenario.yaml'].map((name) => join(home, 'my-case', name)),
    );
    const { 'de.yaml': _gone, ...without } = (await draft()).files;
    await shelf.keep({ ...(await draft()), files: without });
    expect(readdirSync(join(home, 'my-case'))).not.toContain('de.yaml');
  });

  it('is not written over what another program has saved since it was read', async () => {
    const { shelf, draft, edited } = await opened();
    const first = await draft();
    writeFileSync(join(home, 'my-case', 'key.yaml'), `${onDisk('key.yaml')}# by hand\n`);
    const disk = tree();

    const late = await shelf.keep(edited(first, { 'scenario.yaml': 'title: late\n' }));

    expect(late).toMatchObject({ refused: 'newer', newest: { files: { 'key.yaml': onDisk('key.yaml') } } });
    expect(tree()).toEqual(disk);
    expect(await shelf.keep(edited(first, { 'scenario.yaml': 'title: again\n' }))).toMatchObject({ refused: 'newer' });
    // Whoever has read it again may write.
    expect(await shelf.keep(edited(await draft(), { 'scenario.yaml': 'title: now\n' }))).toHaveProperty('kept');
    expect([onDisk('scenario.yaml'), onDisk('key.yaml')]).toEqual([
      'title: now\n',
      expect.stringMatching(/# by hand\n$/),
    ]);
  });

  it('is never read as another text than its bytes', async () => {
    const { shelf, draft, edited } = await opened();
    const first = await draft();
    writeFileSync(join(home, 'my-case', 'key.yaml'), Uint8Array.from([0x61, 0x3a, 0xe9, 0x0a]));
    const disk = tree();

    expect(await shelf.get('my-case')).toMatchObject({ state: 'broken', id: 'my-case' });
    await expect(shelf.keep(edited(first, { 'scenario.yaml': 'title: x\n' }))).rejects.toThrow('key.yaml is no text.');
    expect(tree()).toEqual(disk);
  });
});

describe('the server of a folder', () => {
  /** A write that is refused for one reason only, which each row brings. */
  const put = (more: Partial<Asked> & { files?: unknown; restsOn?: string }): Asked => ({
    method: 'PUT',
    url: `${AUTHOR_ROOT}studio/folder/case/?place=my-case`,
    body: JSON.stringify(more.files ?? { ...lying().files, 'key.yaml': 'planted: true\n' }),
    ...more,
    headers: { ...OWN_PUT, 'if-match': `"${more.restsOn ?? lying().digest}"`, ...more.headers },
  });
  const { origin: _origin, ...NO_ORIGIN } = OWN_PUT;
  const named = (name: string) => put({ files: { ...lying().files, [name]: 'planted: true\n' } });
  const LINKED = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  const EVIL = { host: 'evil.example', origin: 'http://evil.example' };

  it.each<readonly [string, () => Asked, number]>([
    ['a page of another site', () => put({ headers: { origin: 'https://evil.example' } }), 403],
    ['a sandboxed page', () => put({ headers: { origin: 'null' } }), 403],
    ['a page of another site that hides its origin', () => put({ headers: { 'sec-fetch-site': 'cross-site' } }), 403],
    ['a page whose name leads to this machine', () => put({ headers: EVIL }), 403],
    [
      'a reader whose name leads to this machine',
      () => ({ url: `${AUTHOR_ROOT}studio/folder/cases/`, headers: { host: EVIL.host } }),
      403,
    ],
    [
      'a program that is no page',
      () => ({ ...put({}), headers: { ...NO_ORIGIN, 'if-match': `"${lying().digest}"` } }),
      403,
    ],
    ['a form', () => put({ headers: { 'content-type': 'text/plain' } }), 415],
    ['another method', () => ({ ...put({}), method: 'DELETE' }), 405],
    ['a write without the token', () => put({ url: '/studio/folder/case/?place=my-case' }), 403],
    ['a write with another token', () => put({ url: '/another-token/studio/folder/case/?place=my-case' }), 403],
    ['a page that another site links to', () => ({ url: AUTHOR_ROOT, headers: LINKED }), 403],
    ['a list that another site links to', () => ({ url: `${AUTHOR_ROOT}studio/folder/cases/`, headers: LINKED }), 403],
    ['a write to a page', () => put({ url: `${AUTHOR_ROOT}studio/folder/` }), 405],
    ['a place above the folder', () => put({ url: `${AUTHOR_ROOT}studio/folder/case/?place=..` }), 404],
    ['a place beside the case', () => put({ url: `${AUTHOR_ROOT}studio/folder/case/?place=my-case/../my-case` }), 404],
    [
      'an address above the folder',
      () => put({ url: `${AUTHOR_ROOT}studio/folder/case/../../case/?place=my-case` }),
      400,
    ],
    ['a file above the case', () => named('../other.yaml'), 422],
    ['a file of an absolute path', () => named(join(home, 'other.yaml')), 422],
    ['a file that is no YAML', () => named('notes.md'), 422],
    ['a file with a name of another kind', () => named('new.yaml'), 422],
    ['a case without its story', () => put({ files: { 'key.yaml': 'a: 1\n' } }), 422],
    ['what is no text', () => put({ files: { ...lying().files, 'key.yaml': 7 } }), 422],
    ['half a character', () => put({ files: { ...lying().files, 'key.yaml': '\ud800' } }), 422],
    ['a list', () => put({ files: [] }), 422],
    ['what is no JSON', () => put({ body: '{' }), 400],
    ['a case that is too large', () => put({ files: { ...lying().files, 'key.yaml': 'x'.repeat(2_000_001) } }), 422],
    ['a body that is too large', () => put({ headers: { 'content-length': '4000001' } }), 413],
    ['a body of unknown length', () => put({ headers: { 'transfer-encoding': 'chunked' } }), 413],
    ['a write that rests on nothing', () => put({ headers: { 'if-match': '*' } }), 428],
    ['a write that rests on another text', () => put({ restsOn: 'a'.repeat(64) }), 412],
  ])('refuses %s, and leaves the disk as it is', async (_what, asked, status) => {
    const disk = tree();
    const request = asked();

    expect((await server.ask(request)).status).toBe(status);
    expect(tree()).toEqual(disk);
    expect((await server.ask(put({}))).status).toBe(200);
  });

  it.each([
    ...HOSTILE_NAMES,
    ...[
      'my-case/../my-case',
      'my-case/../other',
      './my-case',
      'my-case/.',
      'my-case/scenario.yaml',
      'my-case\0',
      'my-case\\..\\other',
    ].map((name) => ({ kind: JSON.stringify(name), name })),
  ])('has no case at a place that is no case: $kind', async ({ name }) => {
    const disk = tree();
    // A longer address is refused as a whole.
    const url = `${AUTHOR_ROOT}studio/folder/case/?place=${encodeURIComponent(name.slice(0, 900))}`;

    expect([400, 404]).toContain((await server.ask({ url })).status);
    expect([400, 404]).toContain((await server.ask({ ...put({}), url })).status);
    expect(tree()).toEqual(disk);
  });

  it('follows no link out of the folder', async () => {
    const outside = aFolder();
    for (const [name, text] of newCaseFiles('secret')) writeFileSync(join(outside, name), text);
    symlinkSync(outside, join(home, 'linked'));
    symlinkSync(join(outside, 'key.yaml'), join(home, 'my-case', 'fr.yaml'));
    const before = readFileSync(join(outside, 'key.yaml'), 'utf8');

    expect((await server.ask({ url: `${AUTHOR_ROOT}studio/folder/case/?place=linked` })).status).toBe(404);
    expect((await server.ask(put({ files: { ...lying().files, 'fr.yaml': 'planted: true\n' } }))).status).toBe(422);
    expect(readFileSync(join(outside, 'key.yaml'), 'utf8')).toBe(before);
  });
});
