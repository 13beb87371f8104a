import type { Issue } from '#kernel/model/issue.ts';
import { itemOfPath } from './bag-paths.ts';

/** Creates an issue at a path of the bag, with the item that the path belongs to. */
export function faultAt(
  path: string,
  code: string,
  params: Issue['params'] = {},
  severity: Issue['severity'] = 'error',
): Issue {
  const item = itemOfPath(path);
  return {
    code,
    severity,
    path: [path],
    params: { name: path, ...(item !== undefined && { item }), ...params },
    position: { file: path, line: 1, column: 1 },
  };
}
