import type { LockerClaim } from '#evidence/locker/model/claim.ts';
import { type FileState, fileStates } from '#evidence/locker/model/file-states.ts';
import { itemClaims } from '#evidence/locker/model/item-claims.ts';
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
  readonly state: FileState;
}

/**
 * What the line of a part says. Only `fits` and `noted` say that all of it was compared and nothing differs; the three of
 * a time stamp say whether there is one, and whether its signature was checked.
 */
export type PartStanding = 'fits' | 'noted' | 'partly' | 'unchecked' | 'fails' | 'no-stamp' | 'signed' | 'unsigned';

/** Everything that was found out about one part of a locker. */
export interface ReportGroup {
  /** The part, or the folder of an item. */
  readonly id: string;
  readonly part: LockerPart;
  /** The id that the record of an item gives; it differs from its folder where somebody has renamed one of the two. */
  readonly item: string;
  readonly holds: boolean;
  readonly standing: PartStanding;
  /** What was compared for a captured page; empty for other parts. */
  readonly said: readonly LockerClaim[];
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
  const hashes = new Map(report.paths.map(({ path, sha256 }) => [path, sha256]));
  for (const [path, state] of fileStates(report))
    at(groupOf(path)).paths.push({ path, sha256: hashes.get(path) ?? '', state });
  for (const issue of report.issues) at(groupOf(pathOf(issue))).issues.push(issue);
  const claims = itemClaims(report);
  const items = new Map(report.items.map((item) => [item.folder, item]));
  const groups = [...gathered].map(([id, { issues, paths }]): ReportGroup => {
    const folder = id.startsWith(ITEM) ? id.slice(ITEM.length) : undefined;
    const checked = folder === undefined ? undefined : items.get(folder);
    const faults = issues.filter(({ severity }) => severity === 'error');
    const part = {
      id: folder ?? id,
      part: folder === undefined ? (id as LockerPart) : 'item',
      item: checked?.item ?? folder ?? id,
      holds: faults.length === 0 && (checked?.holds ?? true),
      said: claims.get(folder ?? '') ?? [],
      faults,
      remarks: issues.filter(({ severity }) => severity !== 'error'),
      gaps: checked?.gaps ?? [],
      paths,
    } as const;
    return { ...part, standing: standingOf(part, report.timestamp) };
  });
  return groups.sort((a, b) => rankOf(a) - rankOf(b));
}

/** The groups that a reader asked for: all, those with anything to say, or only what does not hold. */
export function shownGroups(groups: readonly ReportGroup[], shown: ShownGroups): ReportGroup[] {
  return groups.filter((group) => shown === 'all' || !group.holds || (shown === 'noted' && isNoted(group)));
}

/** True where somebody should look at a group although nothing in it was found to be wrong. */
const isNoted = ({ gaps, remarks, standing }: ReportGroup): boolean =>
  gaps.length + remarks.length > 0 || standing === 'partly' || standing === 'unchecked';

/** The states of a file of which something was not compared. */
const OPEN: readonly FileState[] = ['open', 'part', 'unchecked'];

function standingOf(
  { part, holds, gaps, remarks, paths }: Omit<ReportGroup, 'standing'>,
  { state, signature }: LockerReport['timestamp'],
): PartStanding {
  if (!holds) return 'fails';
  if (part === 'timestamp') return state !== 'answered' ? 'no-stamp' : signature === 'accepted' ? 'signed' : 'unsigned';
  const open = paths.filter((file) => OPEN.includes(file.state));
  if (open.length > 0)
    return open.every((file) => file.state === 'unchecked') && open.length === paths.length ? 'unchecked' : 'partly';
  return gaps.length + remarks.length > 0 ? 'noted' : 'fits';
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
