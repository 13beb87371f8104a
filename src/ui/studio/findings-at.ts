import type { CheckFinding } from '#app/library/check-report.ts';
import type { EditPath } from '#core/studio/edit.ts';
import { isAt } from '#core/studio/place-of-finding.ts';

/** The same list each time, so that a field without findings is not drawn again after each check. */
const NONE: readonly CheckFinding[] = [];

/** What the checker finds in a field of a file, or in a part of it. */
export function findingsAt(findings: readonly CheckFinding[], file: string, at: EditPath): readonly CheckFinding[] {
  const found = findings.filter(({ issue }) => isAt(issue, file, at));
  return found.length > 0 ? found : NONE;
}
