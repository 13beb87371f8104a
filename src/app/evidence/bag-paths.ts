/** Where the request to a time-stamp authority lies in the bag, and where its answer is looked for. */
export const CUSTODY_PATH = 'data/custody.jsonl';
export const WACZ_PATH = 'data/locker.wacz';
export const QUERY_PATH = 'timestamps/manifest-sha256.tsq';
export const TOKEN_PATH = 'timestamps/manifest-sha256.tsr';

/** The folder of an item that a path lies in, as the bag names it; undefined for what belongs to no item. */
export function itemOfPath(path: string): string | undefined {
  return /^data\/items\/([^/]+)\//.exec(path)?.[1];
}

/** True where a bag has nothing of what only this kit writes: it is a bag of another tool. */
export function isForeign(paths: ReadonlySet<string>): boolean {
  return !paths.has(CUSTODY_PATH) && [...paths].every((path) => itemOfPath(path) === undefined);
}
