import type { Issue } from '#kernel/model/issue.ts';

/** The content level at a place of a case: that of its scene if declared, else that of the case. */
export function levelAt(document: unknown, path: Issue['path']): number | undefined {
  let level: number | undefined;
  let value = document;
  for (const step of [undefined, ...path]) {
    if (step !== undefined) value = entryOf(value, step);
    const own = entryOf(value, 'contentLevel');
    if (typeof own === 'number') level = own;
  }
  return level;
}

/** The highest level that a case declares anywhere: the limit for its key and its debrief. */
export function highestLevel(document: unknown): number | undefined {
  if (typeof document !== 'object' || document === null) return undefined;
  const own = entryOf(document, 'contentLevel');
  const levels = [own, ...Object.values(document).map(highestLevel)].filter((level) => typeof level === 'number');
  return levels.length > 0 ? Math.max(...levels) : undefined;
}

/** The content level in the front matter of a page. */
export function levelOfPage(text: string): number | undefined {
  const head = /^---\r?\n[\s\S]*?\n---/.exec(text)?.[0] ?? '';
  const level = /^contentLevel: *([0-3]) *\r?$/m.exec(head)?.[1];
  return level === undefined ? undefined : Number(level);
}

function entryOf(value: unknown, step: string | number): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, step)
    ? (value as Record<string | number, unknown>)[step]
    : undefined;
}
