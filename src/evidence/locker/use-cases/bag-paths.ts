/** Paths of the parts of a locker in its bag. The answer of a time-stamp authority (`.tsr`) is added after packing. */
export const CUSTODY_PATH = 'data/custody.jsonl';
export const REPORT_PATH = 'data/report.html';
export const CASE_UCO_PATH = 'data/uco/case.jsonld';
export const README_PATH = 'README.txt';
export const WACZ_PATH = 'data/locker.wacz';
export const QUERY_PATH = 'timestamps/manifest-sha256.tsq';
export const TOKEN_PATH = 'timestamps/manifest-sha256.tsr';
export const CUSTODY_SCRIPT_PATH = 'verify-custody.mjs';

/** Name of the item folder that contains a path; undefined for a path outside the items. */
export function itemOfPath(path: string): string | undefined {
  return /^data\/items\/([^/]+)\//.exec(path)?.[1];
}

/** True if a bag was made by another tool: it has none of the files that only this kit writes. */
export function isForeign(paths: ReadonlySet<string>): boolean {
  return !paths.has(CUSTODY_PATH) && [...paths].every((path) => itemOfPath(path) === undefined);
}
