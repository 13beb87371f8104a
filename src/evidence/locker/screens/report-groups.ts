import type { RecordGap } from '#evidence/locker/model/record-gaps.ts';
import type { LockerReport } from '#evidence/locker/use-cases/locker-report.ts';
import type { Issue } from '#kernel/model/issue.ts';

/** The parts of a locker that are looked at one by one; each captured page is one of its own. */
export const LOCKER_PARTS = ['bag', 'custody', 'wacz', 'timestamp', 'item'] as const;
export type LockerPart = (typeof LOCKER_PARTS)[number];

/** A file of the locker, or one that a manifest lists and that is not there. */
export interface ReportedPath {
  readonly path: string;
  readonly sha256: string;
  /** `open`: nothing is wrong with it, and the custody log does not cover it. */
  readonly state: 'holds' | 'open' | 'fails' | 'missing';
}

/** Everything that was found out about one part of a locker. */
export interface ReportGroup {
  /** The part, or the folder of an item. */
  readonly id: string;
  readonly part: LockerPart;
  /** The id that the record of an item gives; it differs from its folder where somebody has renamed one of the two. */
  readonly item: string;
  readonly holds: boolean;
  readonly faults: readonly Issue[];
  /** Warnings: what is worth a question and is no fault. */
  readonly remarks: readonly Issue[];
  readonly gaps: readonly RecordGap[];
  readonly paths: readonly ReportedPath[];
}

/** Which groups are shown. */
export const SHOWN = ['all', 'noted', 'fails'] as const;
export type ShownGroups = (typeof SHOWN)[number];

interface Gathered {
  readonly issues: Issue[];
  readonly paths: ReportedPath[];
}

/**
 * A report in the order in which it is read: the bag itself, its custody log, the collected captures, the time stamp, then
 * the items, those that do not hold first. The parts that a locker does not have are left out.
 */
export function reportGroups(report: LockerReport): ReportGroup[] {
  const gathered = new Map<string, Gathered>();
  const at = (id: string): Gathered => {
    const group = gathered.get(id) ?? { issues: [], paths: [] };
    gathered.set(id, group);
    return group;
  };
  const open = new Set(report.coverage.uncovered.map(({ path }) => path));
  for (const { path, sha256, holds } of report.paths)
    at(groupOf(path)).paths.push({ path, sha256, state: !holds ? 'fails' : open.has(path) ? 'open' : 'holds' });
  const present = new Set(report.paths.map(({ path }) => path));
  const missing = new Set<string>();
  for (const issue of report.issues) {
    const path = pathOf(issue);
    at(groupOf(path)).issues.push(issue);
    if (issue.code !== 'locker.missing-file' || present.has(path) || missing.has(path)) continue;
    missing.add(path);
    at(groupOf(path)).paths.push({ path, sha256: '', state: 'missing' });
  }
  const items = new Map(report.items.map((item) => [item.folder, item]));
  const groups = [...gathered].map(([id, { issues, paths }]): ReportGroup => {
    const folder = id.startsWith(ITEM) ? id.slice(ITEM.length) : undefined;
    const checked = folder === undefined ? undefined : items.get(folder);
    const faults = issues.filter(({ severity }) => severity === 'error');
    return {
      id: folder ?? id,
      part: folder === undefined ? (id as LockerPart) : 'item',
      item: checked?.item ?? folder ?? id,
      holds: faults.length === 0 && (checked?.holds ?? true),
      faults,
      remarks: issues.filter(({ severity }) => severity !== 'error'),
      gaps: checked?.gaps ?? [],
      paths,
    };
  });
  return groups.sort((a, b) => rankOf(a) - rankOf(b));
}

/** The groups that a reader asked for: all, those with anything to say, or only what does not hold. */
export function shownGroups(groups: readonly ReportGroup[], shown: ShownGroups): ReportGroup[] {
  return groups.filter((group) => shown === 'all' || !group.holds || (shown === 'noted' && isNoted(group)));
}

/** True where somebody should look at a group although it holds. */
export function isNoted({ gaps, remarks }: ReportGroup): boolean {
  return gaps.length + remarks.length > 0;
}

const ITEM = 'item ';

function groupOf(path: string): string {
  const [, folder] = /^data\/items\/([^/]+)\//.exec(path) ?? [];
  if (folder !== undefined) return ITEM + folder;
  if (path === 'data/custody.jsonl') return 'custody';
  if (path === 'data/locker.wacz') return 'wacz';
  return path.startsWith('timestamps/') ? 'timestamp' : 'bag';
}

/** The path that an issue is about; it comes first in the way to its place. */
const pathOf = ({ path: [path] }: Issue): string => String(path ?? '');

function rankOf({ part, holds }: ReportGroup): number {
  return LOCKER_PARTS.indexOf(part) + (part === 'item' && holds ? 1 : 0);
}
