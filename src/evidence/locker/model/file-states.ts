import { isAtFile, isOutside } from './contradictions.ts';
import type { LogCoverage, UncoveredWhy } from './log-coverage.ts';
import type { VerifiedLocker } from './verified-locker.ts';

/** What was found out about one file of a locker. Each state says what the file was compared with, and no more. */
export const FILE_STATES = [
  /** It has the hash of its own entry in the log. */
  'logged',
  /** A record: each fact that the log gives is the same. */
  'record',
  /** A capture: it says the same as its record and its page. */
  'capture',
  /** It was made again and is the same. */
  'made',
  /** It is the same in each locker of this kit. */
  'kit',
  /** A list of files, which fits the files. */
  'list',
  /** A file of another tool, which fits its list. */
  'listed',
  /** The custody log, whose entries fit one another. */
  'chain',
  /** No entry of the log covers it. */
  'open',
  /** A part of it was compared. */
  'part',
  /** It was compared with nothing. */
  'unchecked',
  /** Something does not fit. */
  'fails',
  /** It is named and is not in the bag. */
  'missing',
] as const;
export type FileState = (typeof FILE_STATES)[number];

const LIST = /^(?:tag)?manifest-\w+\.txt$/;
const TAG_LIST = /^tagmanifest-\w+\.txt$/;
const CUSTODY = 'data/custody.jsonl';

/** The state of each file of a locker, and of each file that is named and missing. */
export function fileStates(report: VerifiedLocker): ReadonlyMap<string, FileState> {
  const { paths, issues, foreign, coverage } = report;
  const wrong = new Set(issues.flatMap((issue) => (isAtFile(issue) ? issue.path.slice(0, 1).map(String) : [])));
  // Where another answer is given for the check, its faults are not those of the answer in the bag.
  for (const { code, path } of issues) if (code === 'locker.token-in-bag') wrong.delete(String(path[0]));
  const covered = foreign ? listedStates(report) : coveredStates(coverage);
  const states = new Map<string, FileState>();
  for (const { path } of paths) states.set(path, wrong.has(path) ? 'fails' : (covered.get(path) ?? 'unchecked'));
  for (const issue of issues) {
    const path = String(issue.path[0] ?? '');
    if (isAtFile(issue) && !isOutside(issue.code) && path !== '' && !states.has(path)) states.set(path, 'missing');
  }
  return states;
}

function coveredStates({
  isChained,
  named,
  reconciled,
  derived,
  uncovered,
}: LogCoverage): ReadonlyMap<string, FileState> {
  const states = new Map<string, FileState>(isChained ? [[CUSTODY, 'chain']] : []);
  for (const { path, why } of uncovered) states.set(path, openState(why));
  for (const path of named) states.set(path, 'logged');
  for (const path of reconciled) states.set(path, path.endsWith('/record.json') ? 'record' : 'capture');
  for (const path of derived) states.set(path, LIST.test(path) ? 'list' : isOfKit(path) ? 'kit' : 'made');
  return states;
}

/** Files that are the same in each locker, whatever its log says. */
export const isOfKit = (path: string): boolean => path === 'bagit.txt' || path === 'verify-custody.mjs';

/** Reasons for which a file is not covered, although it was compared with what it can be compared with. */
const NOT_COVERED: readonly UncoveredWhy[] = ['unknown', 'other-version', 'request', 'answer'];

function openState(why: UncoveredWhy): FileState {
  if (NOT_COVERED.includes(why)) return 'open';
  return why === 'page-part' || why === 'wacz-captures' ? 'part' : 'unchecked';
}

/** Files of a bag of another tool: its lists, and what they name. */
function listedStates({ paths, issues }: VerifiedLocker): ReadonlyMap<string, FileState> {
  const hasTagList = paths.some(({ path }) => TAG_LIST.test(path));
  const unlisted = new Set(issues.flatMap(({ code, path }) => (code === 'locker.unlisted-file' ? path : [])));
  return new Map(
    paths.map(({ path }) => {
      if (LIST.test(path)) return [path, 'list'];
      const isListed = path.startsWith('data/') || (hasTagList && !unlisted.has(path));
      return [path, isListed ? 'listed' : 'unchecked'];
    }),
  );
}

/** Files that nothing in the log speaks for, apart from the time stamp, which is looked at by itself. */
export interface OpenFiles {
  /** Files that no entry covers. */
  readonly uncovered: LogCoverage['uncovered'];
  /** Files that were not checked, or only in part. */
  readonly unchecked: LogCoverage['uncovered'];
  /** Request and answer of a time stamp in the bag. */
  readonly stamp: LogCoverage['uncovered'];
}

/** The files that are not covered, by what a reader is told of them. */
export function openFiles({ uncovered }: LogCoverage): OpenFiles {
  const isStamp = (why: UncoveredWhy) => why === 'request' || why === 'answer';
  const rest = uncovered.filter(({ why }) => !isStamp(why));
  return {
    uncovered: rest.filter(({ why }) => NOT_COVERED.includes(why)),
    unchecked: rest.filter(({ why }) => !NOT_COVERED.includes(why)),
    stamp: uncovered.filter(({ why }) => isStamp(why)),
  };
}
