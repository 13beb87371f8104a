import { describe, expect, it } from 'vitest';
import { isCaseFolder } from '#case/language/use-cases/case-file-names.ts';
import { sourceOfBytes } from '#kernel/formats/zip/byte-source.ts';
import {
  ARCHIVE_LIMITS,
  type BroughtIn,
  type ChosenCaseFile,
  caseIdOf,
  caseTitleOf,
  readCaseArchive,
  readCaseFiles,
  writeCaseArchive,
} from '#studio/use-cases/case-archive.ts';
import { shippedCase } from '#studio/use-cases/shipped-case.ts';
import { type RawEntry, rawZip } from '../../../support/builders/raw-zip.ts';
import { PROJECT } from '../../../support/builders/the-library.ts';

const SHIPPED = PROJECT.list('scenarios').filter((id) => isCaseFolder(PROJECT, `scenarios/${id}`));
const filesOf = (id: string) => shippedCase(PROJECT, { id, title: id }).files;
const FILES = filesOf('closing-day');
const text = (name: string) => FILES[name] ?? '';

const unzip = (bytes: Uint8Array, options = {}) => readCaseArchive(sourceOfBytes(bytes), options);
const zipped = (...entries: readonly RawEntry[]) =>
  unzip(rawZip([{ name: 'closing-day/scenario.yaml', content: text('scenario.yaml') }, ...entries]));
const codes = (brought: BroughtIn) => (brought.ok ? [] : brought.refusals.map(({ code }) => code));
const chosen = (path: string, content: string | Uint8Array): ChosenCaseFile => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { path, size: bytes.length, read: async () => bytes };
};

describe('a draft as a zip', () => {
  it.each(SHIPPED)('comes back byte for byte: %s', async (id) => {
    const files = filesOf(id);
    const bytes = await writeCaseArchive(files);

    expect(await unzip(bytes)).toEqual({ ok: true, files, remarks: [] });
    expect(await writeCaseArchive(Object.fromEntries(Object.entries(files).reverse()))).toEqual(bytes);
  });

  it('comes back with a translation, and with a scenario that is no YAML yet', async () => {
    const files = { 'scenario.yaml': 'title: "half a', 'de.yaml': 'schema: translation/1\nlocale: de\ntexts: {}\n' };

    expect(await unzip(await writeCaseArchive(files))).toEqual({ ok: true, files, remarks: [] });
  });
});

describe('id and title of a draft', () => {
  it('are those of its scenario, if it can be read', () => {
    expect([caseIdOf(FILES), caseTitleOf(FILES)]).toEqual(['closing-day', 'Closing day']);
    for (const broken of [{}, { 'scenario.yaml': 'title: "half' }, { 'scenario.yaml': 'id: ../up\ntitle: 7\n' }])
      expect([caseIdOf(broken), caseTitleOf(broken)]).toEqual(['case', '']);
  });
});

describe('an imported zip', () => {
  it.each<[string, RawEntry, string]>([
    ['a way out of the folder', { name: '../../out.yaml' }, 'unsafe-path'],
    ['an absolute path', { name: '/etc/key.yaml' }, 'unsafe-path'],
    ['a name twice', { name: 'closing-day/scenario.yaml' }, 'same-name'],
    ['a name in two spellings', { name: 'closing-day/Scenario.yaml' }, 'same-name'],
    ['a link', { name: 'closing-day/key.yaml', content: '/etc/passwd', mode: 0o120777 }, 'link'],
    ['a password', { name: 'closing-day/key.yaml', flags: 1 }, 'encrypted'],
    ['a bomb', { name: 'closing-day/key.yaml', content: new Uint8Array(30_000_000), deflated: true }, 'bomb'],
    ['more than two megabytes', { name: 'key.yaml', content: new Uint8Array(2_000_001), deflated: true }, 'too-large'],
    ['a wrong checksum', { name: 'closing-day/key.yaml', content: 'a', crc: 7 }, 'unreadable'],
    ['more bytes than it says', { name: 'closing-day/key.yaml', content: 'abc', size: 1 }, 'unreadable'],
    ['a packing that is not read', { name: 'closing-day/key.yaml', method: 12 }, 'zip'],
    ['a picture', { name: 'closing-day/door.jpg' }, 'picture'],
    ['a drawing', { name: 'closing-day/plan.svg' }, 'picture'],
    ['a program', { name: 'closing-day/start.exe' }, 'not-text'],
    ['a zip in the zip', { name: 'closing-day/inner.zip' }, 'not-text'],
    ['another encoding', { name: 'closing-day/key.yaml', content: Buffer.from([0x6b, 0xfc, 0xff]) }, 'not-utf8'],
    ['zeros in a text', { name: 'closing-day/key.yaml', content: 'a\0b' }, 'not-utf8'],
    ['a misspelled name', { name: 'closing-day/keys.yml' }, 'misnamed'],
    ['two cases', { name: 'other/scenario.yaml' }, 'several-cases'],
    ['the key of another case', { name: 'closing-day/key.yaml', content: 'scenario: two-ages\n' }, 'other-case'],
    ['the review of another', { name: 'closing-day/review.yaml', content: 'of: scenario two-ages\n' }, 'other-case'],
    ['an older form', { name: 'closing-day/key.yaml', content: 'schema: key/0\n' }, 'older-form'],
    ['a newer form', { name: 'closing-day/key.yaml', content: 'schema: key/2\n' }, 'newer-form'],
  ])('is refused for %s', async (_, entry, code) => {
    expect(codes(await zipped(entry))[0]).toBe(code);
  });

  it('is refused if it is no zip, or is truncated', async () => {
    const bytes = await writeCaseArchive(FILES);

    expect(codes(await unzip(new TextEncoder().encode('schema: scenario/1\n')))).toEqual(['zip']);
    expect(codes(await unzip(bytes.subarray(0, bytes.length / 2)))).toEqual(['zip']);
    expect(codes(await unzip(rawZip([])))).toEqual(['empty']);
  });

  it('names every picture, and gives the text alone if requested', async () => {
    const bytes = rawZip([
      { name: 'c/scenario.yaml', content: text('scenario.yaml') },
      { name: 'c/door.jpg', content: 'JFIF' },
      { name: 'c/hall.png', content: 'PNG' },
    ]);
    const whole = await unzip(bytes);
    const textOnly = await unzip(bytes, { textOnly: true });

    expect(whole).toMatchObject({ ok: false, hasText: true });
    expect(whole.ok || whole.refusals.map(({ params }) => params.name)).toEqual(['c/door.jpg', 'c/hall.png']);
    expect(textOnly).toMatchObject({ ok: true, files: { 'scenario.yaml': text('scenario.yaml') } });
    expect(textOnly.ok && textOnly.remarks.map(({ params }) => params.name)).toEqual(['c/door.jpg', 'c/hall.png']);
  });

  it('does not offer the text alone if there is none', async () => {
    expect(await unzip(rawZip([{ name: 'a/door.jpg' }]))).toMatchObject({ ok: false, hasText: false });
  });

  it('reports what it leaves out: notes and files of the system', async () => {
    const brought = await zipped({ name: 'closing-day/notes.md' }, { name: '__MACOSX/closing-day/._scenario.yaml' });

    expect(brought.ok && brought.remarks).toEqual([
      { code: 'left-out', params: { name: 'closing-day/notes.md' } },
      { code: 'left-out', params: { name: '__MACOSX/closing-day/._scenario.yaml' } },
    ]);
  });
});

describe('files that were chosen', () => {
  it('are a case as a folder, or as a scenario with any file name', async () => {
    const folder = Object.entries(FILES).map(([name, content]) => chosen(name, content));

    expect(await readCaseFiles(folder)).toEqual({ ok: true, files: FILES, remarks: [] });
    expect(await readCaseFiles([chosen('my story.yaml', text('scenario.yaml'))])).toMatchObject({
      ok: true,
      files: { 'scenario.yaml': text('scenario.yaml') },
    });
  });

  it.each([
    'a-case/../../other',
    '../other',
    '/etc',
    'a-case/..',
    'C:/cases',
    'a-case\\..\\other/x',
    'a\0b',
    'n'.repeat(2000),
  ])('are refused where one lies in %j', async (folder) => {
    const lying = Object.entries(FILES).map(([name, content]) => chosen(`${folder}/${name}`, content));

    expect(new Set(codes(await readCaseFiles(lying)))).toEqual(new Set(['unsafe-path']));
  });

  it('go out under an id that is a name of a folder, or else as "case"', () => {
    for (const id of ['a/../../b', 'con', 'n'.repeat(500), '..', 'A'])
      expect(caseIdOf({ ...FILES, 'scenario.yaml': `id: ${id}\n` })).toBe('case');
    expect(caseIdOf({ ...FILES, 'scenario.yaml': 'id: a-case\n' })).toBe('a-case');
  });

  it('are refused for a key alone, without a scenario, and with several scenarios', async () => {
    expect(codes(await readCaseFiles([chosen('key.yaml', text('key.yaml'))]))).toEqual(['key-alone']);
    expect(codes(await readCaseFiles([chosen('notes.txt', 'a')]))).toEqual(['no-scenario']);
    const many = Array.from({ length: ARCHIVE_LIMITS.entries + 1 }, (_, n) => chosen(`${n}.yaml`, ''));
    expect(codes(await readCaseFiles(many))).toEqual(['too-many']);
  });

  it('are not read if they are too large or not text', async () => {
    const unread = (path: string, size: number): ChosenCaseFile => ({
      path,
      size,
      read: () => Promise.reject(new Error('It was read.')),
    });

    expect(codes(await readCaseFiles([unread('scenario.yaml', ARCHIVE_LIMITS.totalBytes + 1)]))).toEqual(['too-large']);
    expect(
      await readCaseFiles([unread('film.mp4', 10 ** 9), chosen('scenario.yaml', text('scenario.yaml'))]),
    ).toMatchObject({
      refusals: [{ code: 'picture' }],
      hasText: true,
    });
  });
});
