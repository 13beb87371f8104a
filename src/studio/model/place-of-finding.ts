import type { Issue } from '#kernel/model/issue.ts';
import type { EditPath } from './edit.ts';

/** True if an issue is in a field of a file, or in a part of it. */
export function isAt({ path, position }: Issue, file: string, at: EditPath): boolean {
  return (
    at.length <= path.length && at.every((step, n) => String(path[n]) === String(step)) && fileOf(position) === file
  );
}

/** Name of the file of an issue, without its folder. */
export const fileOf = (position: Issue['position']): string | undefined => position?.file.split('/').at(-1);

/** True for a text that a translation lacks, or that was changed since. */
export const isToTranslate = ({ code }: Issue): boolean =>
  code === 'translation.missing' || code === 'translation.stale';
