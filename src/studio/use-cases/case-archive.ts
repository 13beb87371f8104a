import {
  fileMeant,
  isCaseFile,
  KEY_FILE,
  REVIEW_FILE,
  SCENARIO_FILE,
  WORKSHOP_FILE,
} from '#case/language/use-cases/case-file-names.ts';
import { type BagFiles, readWhole, UnreadableFileError } from '#kernel/formats/bagit/bag-files.ts';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import type { ByteSource } from '#kernel/formats/zip/byte-source.ts';
import { visibleName, type ZipLimits } from '#kernel/formats/zip/check-entries.ts';
import { readZip } from '#kernel/formats/zip/read-zip.ts';
import { reasonOf } from '#kernel/formats/zip/reason-of.ts';
import { bytesText, textBytes } from '#kernel/formats/zip/text-bytes.ts';
import { writeZip } from '#kernel/formats/zip/write-zip.ts';
import { required } from '#kernel/model/invariant.ts';
import type { Issue } from '#kernel/model/issue.ts';
import { isIdForPath, isPathBelow } from '#kernel/model/path-names.ts';
import type { DraftFiles } from '#studio/model/draft.ts';
import { kindOfFile } from './file-kind.ts';

/** Limits of an imported case, which is text only: far above any shipped case. */
export const ARCHIVE_LIMITS: ZipLimits = { entries: 200, totalBytes: 2_000_000, ratio: 200 };

/** Why a file is refused, or what was left out of it; words under `archive.` in the messages of the studio. */
export interface ArchiveRemark {
  readonly code: ArchiveCode;
  readonly params: Issue['params'];
}

export const ARCHIVE_CODES = [
  'zip',
  'unsafe-path',
  'link',
  'encrypted',
  'same-name',
  'bomb',
  'too-large',
  'too-many',
  'empty',
  'picture',
  'not-text',
  'not-utf8',
  'misnamed',
  'no-scenario',
  'several-cases',
  'several-dropped',
  'key-alone',
  'other-case',
  'older-form',
  'newer-form',
  'left-out',
  'unreadable',
] as const;
export type ArchiveCode = (typeof ARCHIVE_CODES)[number];

/** An imported case, not yet checked: the caller checks it, including the safety rules, before it is shown. */
export type BroughtIn =
  | { readonly ok: true; readonly files: DraftFiles; readonly remarks: readonly ArchiveRemark[] }
  | {
      readonly ok: false;
      readonly refusals: readonly ArchiveRemark[];
      /** True if only pictures and other non-text files prevent the import, so that the text alone can be imported. */
      readonly hasText: boolean;
    };

/** A file that was chosen, before it is read. */
export interface ChosenCaseFile {
  /** Path below the chosen folder, or the bare name. */
  readonly path: string;
  readonly size: number;
  read(): Promise<Uint8Array>;
}

/** Options of an import. `textOnly` leaves out pictures and other files that are not text. */
export interface TakeIn {
  readonly textOnly?: boolean;
}

/** The files of a case in the order in which an archive holds them. */
const ORDER = [SCENARIO_FILE, KEY_FILE, REVIEW_FILE, WORKSHOP_FILE];

/** Format version that this version of the kit reads, by the kind of document. */
const FORMS: Readonly<Record<string, number>> = { scenario: 1, key: 1, review: 1, workshop: 1, translation: 1 };

/** Id of the case of a draft; `case` where its scenario cannot be read. */
export function caseIdOf(files: DraftFiles): string {
  const { id } = fieldsOf(files[SCENARIO_FILE]);
  return typeof id === 'string' && isIdForPath(id) ? id : 'case';
}

/** Title of the case of a draft; empty where its scenario cannot be read. */
export function caseTitleOf(files: DraftFiles): string {
  const { title } = fieldsOf(files[SCENARIO_FILE]);
  return typeof title === 'string' ? title : '';
}

/** A draft as a zip: its files under the id of the case. The same draft gives the same bytes. */
export async function writeCaseArchive(files: DraftFiles): Promise<Uint8Array> {
  const folder = caseIdOf(files);
  const names = [
    ...ORDER.filter((name) => name in files),
    ...Object.keys(files)
      .filter((name) => !ORDER.includes(name))
      .sort(),
  ];
  const outgoing = names.map((name) => ({ path: `${folder}/${name}`, chunks: [textBytes(files[name] ?? '')] }));
  return required(await readWhole(writeZip(outgoing), Number.POSITIVE_INFINITY), 'a zip without a limit');
}

/** Refusals of a zip by the code of its reader; all other codes are `zip`. */
const ZIP_REFUSALS: Readonly<Record<string, ArchiveCode>> = {
  'zip.slip': 'unsafe-path',
  'zip.symlink': 'link',
  'zip.encrypted': 'encrypted',
  'zip.same-name': 'same-name',
  'zip.bomb': 'bomb',
  'zip.bomb-whole': 'bomb',
  'zip.too-large': 'too-large',
  'zip.too-many': 'too-many',
  'zip.empty': 'empty',
};

/** Reads an untrusted zip. All names and sizes are checked before anything is unpacked. */
export async function readCaseArchive(source: ByteSource, options: TakeIn = {}): Promise<BroughtIn> {
  const { issues, files } = await readZip(source, ARCHIVE_LIMITS);
  if (!files)
    return refused(
      issues.map(({ code, params }) =>
        ZIP_REFUSALS[code] === undefined
          ? { code: 'zip', params: { reason: params.reason ?? params.name ?? '' } }
          : { code: ZIP_REFUSALS[code], params: { name: '', ...params } },
      ),
    );
  const chosen = files.files.map(({ path, bytes }) => ({ path, size: bytes, read: () => wholeFile(files, path) }));
  return readCaseFiles(chosen, options);
}

async function wholeFile(files: BagFiles, path: string): Promise<Uint8Array> {
  const bytes = await readWhole(files.read(path), ARCHIVE_LIMITS.totalBytes);
  if (!bytes) throw new UnreadableFileError('it unpacks to more than it promises');
  return bytes;
}

/** Reads the files of a chosen folder, or a single file. */
export async function readCaseFiles(chosen: readonly ChosenCaseFile[], { textOnly }: TakeIn = {}): Promise<BroughtIn> {
  const { entries: most } = ARCHIVE_LIMITS;
  if (chosen.length > most) return refused([{ code: 'too-many', params: { most } }]);
  const kinds = chosen.map((file) => ({ file, kind: kindOfFile(file.path) }));
  const foreign = kinds.flatMap(({ file: { path }, kind }): ArchiveRemark[] =>
    kind === 'picture' || kind === 'not-text' ? [{ code: kind, params: { name: visibleName(path) } }] : [],
  );
  const texts = kinds.flatMap(({ file, kind }) => (kind === 'yaml' ? [file] : []));
  const others = kinds.flatMap(({ file: { path }, kind }): ArchiveRemark[] =>
    kind === 'other' ? [{ code: 'left-out', params: { name: visibleName(path) } }] : [],
  );
  const outside = texts.filter(({ path }) => path.includes('/') && !isPathBelow(path));
  if (outside.length > 0)
    return refused(outside.map(({ path }) => ({ code: 'unsafe-path', params: { name: visibleName(path) } })));
  const found = await readTexts(texts);
  if (!found.ok) return { ...found, hasText: false };
  if (foreign.length > 0 && !textOnly) return { ok: false, refusals: foreign, hasText: true };
  const left = foreign.map(({ params }): ArchiveRemark => ({ code: 'left-out', params }));
  return { ...found, remarks: [...left, ...others, ...found.remarks] };
}

type ReadTexts =
  | { readonly ok: true; readonly files: DraftFiles; readonly remarks: readonly ArchiveRemark[] }
  | { readonly ok: false; readonly refusals: readonly ArchiveRemark[] };

/** The YAML files as texts, if they are one case. */
async function readTexts(chosen: readonly ChosenCaseFile[]): Promise<ReadTexts> {
  const bytes = chosen.reduce((sum, { size }) => sum + size, 0);
  const most = ARCHIVE_LIMITS.totalBytes;
  if (bytes > most) return { ok: false, refusals: [{ code: 'too-large', params: { most, bytes } }] };
  const found = await Promise.all(chosen.map(readText));
  const refusals = found.flatMap((one) => ('code' in one ? [one] : []));
  if (refusals.length > 0) return { ok: false, refusals };
  const texts = found.flatMap((one) => ('code' in one ? [] : [one]));
  const [single] = texts;
  if (texts.length === 1 && single) {
    const form = formOf(single.text)?.kind;
    if (form === 'scenario') return asOneCase([{ ...single, path: SCENARIO_FILE }]);
    if (form === 'key')
      return { ok: false, refusals: [{ code: 'key-alone', params: { name: visibleName(single.path) } }] };
  }
  return asOneCase(texts);
}

interface NamedText {
  readonly path: string;
  readonly text: string;
}

const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/') + 1);
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

function asOneCase(texts: readonly NamedText[]): ReadTexts {
  const folders = texts.flatMap(({ path }) => (nameOf(path) === SCENARIO_FILE ? [folderOf(path)] : []));
  const misnamed = texts.flatMap(({ path }): ArchiveRemark[] => {
    const meant = fileMeant(nameOf(path));
    return meant === undefined ? [] : [{ code: 'misnamed', params: { name: visibleName(path), meant } }];
  });
  if (misnamed.length > 0) return { ok: false, refusals: misnamed };
  const [folder, second] = folders;
  if (folder === undefined) return { ok: false, refusals: [{ code: 'no-scenario', params: {} }] };
  if (second !== undefined)
    return { ok: false, refusals: [{ code: 'several-cases', params: { one: folder || './', other: second || './' } }] };
  const own = texts.filter(({ path }) => folderOf(path) === folder && isCaseFile(nameOf(path)));
  const files = Object.fromEntries(own.map(({ path, text }) => [nameOf(path), text]));
  const refusals = [...checkForms(files), ...checkCase(files)];
  if (refusals.length > 0) return { ok: false, refusals };
  const left = texts.filter((one) => !own.includes(one));
  return {
    ok: true,
    files,
    remarks: left.map(({ path }) => ({ code: 'left-out', params: { name: visibleName(path) } })),
  };
}

/** Documents with an unsupported format version. Documents without one are left to the checker. */
function checkForms(files: DraftFiles): ArchiveRemark[] {
  return Object.entries(files).flatMap(([name, text]): ArchiveRemark[] => {
    const form = formOf(text);
    const known = form && FORMS[form.kind];
    if (!form || known === undefined || form.number === known) return [];
    const params = { name, form: `${form.kind}/${form.number}`, known: `${form.kind}/${known}` };
    return [{ code: form.number < known ? 'older-form' : 'newer-form', params }];
  });
}

/** Files that belong to another case than the scenario. */
function checkCase(files: DraftFiles): ArchiveRemark[] {
  const { id } = fieldsOf(files[SCENARIO_FILE]);
  if (typeof id !== 'string') return [];
  return Object.entries(files).flatMap(([name, text]): ArchiveRemark[] => {
    const { scenario, of } = fieldsOf(text);
    const other = name === REVIEW_FILE ? /^scenario (\S+)$/.exec(String(of))?.[1] : scenario;
    if (name === SCENARIO_FILE || typeof other !== 'string' || other === id) return [];
    return [{ code: 'other-case', params: { name, other: visibleName(other), id: visibleName(id) } }];
  });
}

async function readText({ path, read }: ChosenCaseFile): Promise<NamedText | ArchiveRemark> {
  const name = visibleName(path);
  try {
    const text = bytesText(await read());
    return text === undefined || text.includes('\0') ? { code: 'not-utf8', params: { name } } : { path, text };
  } catch (error) {
    return { code: 'unreadable', params: { name, reason: reasonOf(error) } };
  }
}

const refused = (refusals: readonly ArchiveRemark[]): BroughtIn => ({ ok: false, refusals, hasText: false });

/** Kind and format version that a document names, such as `scenario/1`. */
function formOf(text: string): { readonly kind: string; readonly number: number } | undefined {
  const found = /^schema:[ \t]*["']?([a-z-]+)\/(\d{1,4})["']?[ \t]*\r?$/m.exec(text);
  return found?.[1] === undefined ? undefined : { kind: found[1], number: Number(found[2]) };
}

function fieldsOf(text: string | undefined): Readonly<Record<string, unknown>> {
  const read = text === undefined ? undefined : readYaml(text, '');
  return read?.ok && typeof read.value.value === 'object' && read.value.value !== null
    ? (read.value.value as Record<string, unknown>)
    : {};
}
