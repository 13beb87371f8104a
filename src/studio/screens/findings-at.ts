import type { EditPath } from '#studio/model/edit.ts';
import { isAt } from '#studio/model/place-of-finding.ts';
import type { ShownFinding } from './studio-board.ts';

/** The same list each time, so that a field without findings is not drawn again after each check. */
const NONE: readonly ShownFinding[] = [];

/** What the checker finds in a field of a file, or in a part of it. */
export function findingsAt(findings: readonly ShownFinding[], file: string, at: EditPath): readonly ShownFinding[] {
  const found = findings.filter(({ issue }) => isAt(issue, file, at));
  return found.length > 0 ? found : NONE;
}
