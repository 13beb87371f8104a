import type { Issue } from '#kernel/model/issue.ts';
import type { Placed } from './parse-with.ts';

/** The issue for a missing file. */
export function missingFile(file: string): Issue {
  return {
    code: 'file.missing',
    severity: 'error',
    path: [],
    params: { file },
    position: { file, line: 1, column: 1 },
  };
}

/** An error at a place of a parsed file. */
export function fault(
  code: string,
  placed: Placed<unknown>,
  path: readonly (string | number)[],
  params: Issue['params'],
): Issue {
  return { code, severity: 'error', path, params, position: placed.position(path) };
}
