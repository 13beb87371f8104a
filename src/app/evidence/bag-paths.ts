/** Where the parts of a locker lie in its bag; the answer of a time-stamp authority (`.tsr`) is added later. */
export const CUSTODY_PATH = 'data/custody.jsonl';
export const WACZ_PATH = 'data/locker.wacz';
export const QUERY_PATH = 'timestamps/manifest-sha256.tsq';
export const TOKEN_PATH = 'timestamps/manifest-sha256.tsr';
export const CUSTODY_SCRIPT_PATH = 'verify-custody.mjs';

/** The folder of an item that a path lies in, as the bag names it; undefined for what belongs to no item. */
export function itemOfPath(path: string): string | undefined {
  return /^data\/items\/([^/]+)\//.exec(path)?.[1];
}

/** True where a bag has nothing of what only this kit writes: it is a bag of another tool. */
export function isForeign(paths: ReadonlySet<string>): boolean {
  return !paths.has(CUSTODY_PATH) && [...paths].every((path) => itemOfPath(path) === undefined);
}
