import { canTell } from '#case/attempt/model/told-by-kinds.ts';
import type { CheckFinding } from '#case/checking/use-cases/check-report.ts';
import type { CaseAnswers, LoadedCase } from '#case/language/use-cases/loaded-case.ts';
import type { ReviewSubject } from '#case/plug/model/review-statement.ts';
import { readYaml } from '#kernel/formats/yaml/read-yaml.ts';
import { isIdForPath } from '#kernel/model/path-names.ts';
import { loadCase } from '#library/cases/use-cases/load-case.ts';
import type { Library } from '#library/content/use-cases/load-library.ts';
import { caseSubjectIn } from '#library/review/use-cases/review-subjects.ts';
import { unsafeIn } from '#safety/content/model/unsafe-in.ts';
import { editYaml } from '#studio/codec/edit-yaml.ts';
import type { DraftFiles } from '#studio/model/draft.ts';
import type { Edit, FileValue } from '#studio/model/edit.ts';
import { fileOf } from '#studio/model/place-of-finding.ts';
import { isFields, STORY_FILE } from '#studio/model/studio-case.ts';
import { type CheckedDraft, checkDraft } from '#studio/use-cases/checking/check-draft.ts';
import { createDraftHistory } from './draft-history.ts';
import { filesInMemory } from './files-in-memory.ts';

/** A draft after a step. */
export interface DraftState {
  readonly files: DraftFiles;
  /** The parsed files by name, without files that cannot be parsed. */
  readonly values: Readonly<Record<string, FileValue>>;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** The kind in which ads are judged: its answers follow from the market, so that an empty brief is valid. */
  readonly simplestKind: string;
}

/** One draft in the studio: its files, the steps of the session, and the findings of the checker. */
export interface DraftEngine {
  /** `named` is the name of the folder of the case; without one, the id of the case is used. */
  open(files: DraftFiles, named?: string): DraftState;
  /** Applies edits as one step. Throws a `RangeError` if one of them does not fit, and then applies none. */
  edit(edits: readonly Edit[]): DraftState;
  /** Replaces the text of a file, as one step. */
  write(file: string, text: string): DraftState;
  /** Replaces all files, as one step. */
  replace(files: DraftFiles): DraftState;
  /** Removes a file from the draft, as one step. */
  drop(file: string): DraftState;
  undo(): DraftState;
  redo(): DraftState;
  /** What the checker finds, and what can be drawn and played. */
  check(): CheckedDraft;
  /** The case as a reviewer sees it; undefined while its story or key has faults of form. */
  reviewSubject(): ReviewSubject | undefined;
  /** The case with its answers, as a page plays it; undefined while it has an error. */
  load(): AnsweredCase | undefined;
  /** Replaces the library against which drafts are checked. */
  learn(library: Library): void;
}

/** A case without an error, with its answers. */
export type AnsweredCase = LoadedCase & { readonly answers: CaseAnswers };

const simplestOf = ({ kinds }: Library) => kinds.plays.kinds().find((kind) => canTell(kinds, kind, 'judged')) ?? '';

export function createDraftEngine(first: Library): DraftEngine {
  let library = first;
  let files: DraftFiles = {};
  let name: string | undefined;
  let history = createDraftHistory();
  const read = new Map<string, { readonly text: string; readonly value: FileValue | undefined }>();

  function state(): DraftState {
    const values: Record<string, FileValue> = {};
    for (const [file, text] of Object.entries(files)) {
      const value = heldBy(file, text);
      if (value !== undefined) values[file] = value;
    }
    const { canUndo, canRedo } = history;
    return { files, values, canUndo, canRedo, simplestKind: simplestOf(library) };
  }

  /** Parses a file. An unchanged file is not parsed again, so that its value stays the same object. */
  function heldBy(file: string, text: string): FileValue | undefined {
    const known = read.get(file);
    if (known?.text === text) return known.value;
    const parsed = readYaml(text, file, undefined, 'as-it-stands');
    const value = parsed.ok ? (parsed.value.value as FileValue) : undefined;
    read.set(file, { text, value });
    return value;
  }

  /** The files at their paths in the kit. */
  function inFolder(): { readonly folder: string; readonly placed: Readonly<Record<string, string>> } {
    const folder =
      name ?? folderOf(files[STORY_FILE] === undefined ? undefined : heldBy(STORY_FILE, files[STORY_FILE]));
    const placed = Object.entries(files).map(([name, text]) => [`scenarios/${folder}/${name}`, text] as const);
    return { folder: `scenarios/${folder}`, placed: Object.fromEntries(placed) };
  }

  /** Adds the position of unsafe words to a finding, so that a card can underline them. */
  function withSpan(finding: CheckFinding): CheckFinding {
    const { code, path, position } = finding.issue;
    const file = fileOf(position);
    if (!code.startsWith('safety.') || file === undefined || files[file] === undefined) return finding;
    const text = path.reduce<unknown>(
      (held, step) => (held as Readonly<Record<string, unknown>> | undefined)?.[step],
      heldBy(file, files[file]),
    );
    const part = typeof text === 'string' ? unsafeIn(text).find((unsafe) => unsafe.code === code) : undefined;
    return part ? { ...finding, issue: { ...finding.issue, span: { from: part.from, to: part.to } } } : finding;
  }

  function change(next: DraftFiles): DraftState {
    history.note(files, next);
    files = next;
    return state();
  }

  return {
    open(opened, named) {
      files = opened;
      name = named;
      history = createDraftHistory();
      return state();
    },
    edit(edits) {
      const next: Record<string, string> = { ...files };
      for (const edit of edits) next[edit.file] = editYaml(next[edit.file] ?? '{}\n', edit);
      return change(next);
    },
    write: (file, text) => change({ ...files, [file]: text }),
    replace: change,
    learn(next) {
      library = next;
    },
    drop: (file) => change(Object.fromEntries(Object.entries(files).filter(([name]) => name !== file))),
    undo() {
      files = history.undo(files) ?? files;
      return state();
    },
    redo() {
      files = history.redo(files) ?? files;
      return state();
    },
    reviewSubject() {
      const { folder, placed } = inFolder();
      return caseSubjectIn(filesInMemory(placed), folder.slice('scenarios/'.length), library.kinds);
    },
    load() {
      const { folder, placed } = inFolder();
      const loaded = loadCase(filesInMemory(placed), folder, library);
      if (!loaded.ok || !loaded.value.answers) return undefined;
      return { ...loaded.value, answers: loaded.value.answers };
    },
    check() {
      const { folder, placed } = inFolder();
      const checked = checkDraft(filesInMemory(placed), folder, library);
      return { ...checked, findings: checked.findings.map(withSpan) };
    },
  };
}

/** The folder name of a case, which is its id. */
function folderOf(story: FileValue | undefined): string {
  const id = isFields(story) ? story.id : undefined;
  return typeof id === 'string' && isIdForPath(id) ? id : 'draft';
}
