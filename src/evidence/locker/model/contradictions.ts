import type { FoundIssue, VerifiedLocker } from './verified-locker.ts';

/**
 * What a fault is a contradiction of: `lists` (the lists of files, hashes, the chain, the form of a file), `log` (what an
 * entry of the custody log says, or a page that an entry names by its hash), `files` (two files of the bag that do not
 * say the same) or `outside` (evidence outside the bag, which is no contradiction inside it).
 */
export type Contradiction = 'lists' | 'log' | 'files' | 'outside';

const OF_LOG =
  /^locker\.(?:log-|page-(?:lost|not-logged|title|language|market|status|account)$|entry-hash$|captured-twice$|copy-|letter-|record-(?:custody|name)$|capture-time$)/;
const OF_FILES =
  /^locker\.(?:page-not-captured|capture-[\w-]+|picture-other|uco-other|info-[\w-]+|report-other|record-case|wacz-(?:other|text))$/;

/** What a fault with this code is a contradiction of. */
export function contradictionOf(code: string): Contradiction {
  if (isOutside(code)) return 'outside';
  if (OF_LOG.test(code)) return 'log';
  return OF_FILES.test(code) ? 'files' : 'lists';
}

/** True for an issue about evidence outside the bag: it is no contradiction inside the bag. */
export const isOutside = (code: string): boolean => code === 'locker.head-other' || code.startsWith('locker.token-');

/** True for an issue about something that the log names and the bag has not: no path of a file is known for it. */
export const isLost = ({ code }: Pick<FoundIssue, 'code'>): boolean =>
  code === 'locker.page-lost' || code === 'locker.copy-lost';

/** True for a fault of the file at its path. What the log names and the bag lacks is no fault of the log itself. */
export const isAtFile = ({ code, severity }: Pick<FoundIssue, 'code' | 'severity'>): boolean =>
  severity === 'error' && !isLost({ code }) && code !== 'locker.head-other' && code !== 'locker.more';

/** Files at which something does not fit, and what is missing. */
export interface WrongFiles {
  /** Paths of files in the bag at which something does not fit. */
  readonly differ: readonly string[];
  /** Paths that a list, the log or the form of a locker names, and that are not in the bag. */
  readonly missing: readonly string[];
  /** Entries of the log that name a page or a copy which is not in the bag. */
  readonly lost: readonly Pick<FoundIssue, 'params'>[];
}

/** The files that do not fit and those that are missing; with `of`, only those of one sort of contradiction. */
export function wrongFiles(
  { issues, paths }: Pick<VerifiedLocker, 'issues' | 'paths'>,
  of?: Contradiction,
): WrongFiles {
  const own = issues.filter(
    ({ code, severity }) =>
      severity === 'error' && !isOutside(code) && (of === undefined || contradictionOf(code) === of),
  );
  const present = new Set(paths.map(({ path }) => path));
  const wrong = [...new Set(own.flatMap((issue) => (isAtFile(issue) ? issue.path.slice(0, 1).map(String) : [])))];
  return {
    differ: wrong.filter((path) => present.has(path)),
    missing: wrong.filter((path) => !present.has(path)),
    lost: own.filter(isLost),
  };
}

/** Number of files that do not fit or are missing. */
export const countWrong = ({ differ, missing, lost }: WrongFiles): number =>
  differ.length + missing.length + lost.length;

/** The sorts of contradiction that are inside the bag. */
export const contradictionsIn = ({ issues }: Pick<VerifiedLocker, 'issues'>): ReadonlySet<Contradiction> =>
  new Set(
    issues.flatMap(({ code, severity }) =>
      severity === 'error' && code !== 'locker.more' && !isOutside(code) ? [contradictionOf(code)] : [],
    ),
  );
