import { KEY_FILE, REVIEW_FILE, SCENARIO_FILE } from '#case/language/use-cases/case-file-names.ts';
import { newCaseFiles } from '#case/language/use-cases/new-case-files.ts';
import type { Pattern } from '#library/content/model/schemas.ts';
import type { Draft, DraftFiles } from '#studio/model/draft.ts';
import { newId } from '#studio/model/new-id.ts';
import { emptyCase, type NewCase, patternCase } from './pattern-case.ts';
import { withLine } from './yaml-line.ts';

/** A shipped case in the studio, with its files as their authors wrote them. */
export interface StudioCaseFile {
  readonly schema: 'studio-case/1';
  readonly id: string;
  readonly title: string;
  readonly files: DraftFiles;
}

/**
 * The files of a copy of a shipped case, with its own id and title. The copy keeps the market, because the case names
 * ads. Its review is empty, because the copy is not the reviewed text.
 */
export function beginFromCase({ id: from, files }: StudioCaseFile, { id, title }: Omit<NewCase, 'market'>): DraftFiles {
  const copied = Object.entries(files).map(([name, text]): [string, string] => {
    if (name === REVIEW_FILE) return [name, newReview(id)];
    if (name !== SCENARIO_FILE) return [name, withLine(text, 'scenario', from, id)];
    return [name, withLine(withLine(text, 'id', from, id), 'title', undefined, title)];
  });
  return { [REVIEW_FILE]: newReview(id), ...Object.fromEntries(copied) };
}

/** The files of a case with the decision of a pattern, in which every other text is still to be written. */
export const beginFromPattern = (pattern: Pattern, start: NewCase): DraftFiles =>
  withReview(patternCase(pattern, start), start);

/** The files of a case with one scene and one end, whose texts are still to be written. */
export const beginEmpty = (start: NewCase): DraftFiles => withReview(emptyCase(start), start);

const withReview = ([scenario, key]: readonly [string, string], { id }: NewCase): DraftFiles => ({
  [SCENARIO_FILE]: scenario,
  [KEY_FILE]: key,
  [REVIEW_FILE]: newReview(id),
});

const newReview = (id: string): string => newCaseFiles(id).get(REVIEW_FILE) ?? '';

/** An unsaved draft with these files. */
export function newDraft(id: string, files: DraftFiles, now: string, begunFrom?: string): Draft {
  return { schema: 'draft/1', id, files, keptAt: now, revision: 0, ...(begunFrom !== undefined && { begunFrom }) };
}

/** An id for a case with that title, which is none of those taken. */
export const newCaseId = (title: string, taken: readonly string[]): string => newId(title, taken, 'case');
