/** Values that a failure is turned into without a look at it. */
const NOTHING = String.raw`(?:undefined|null|true|false|void 0|'[^']*'(?: as const)?|\[\]|\(\{\}\)|new \w+(?:<[^>]*>)?\(\)|\{\s*\})`;

/** A failure that is dropped: `.catch(() => undefined)` and its like, and an empty catch block. */
const SILENT_CATCH = new RegExp(
  String.raw`\.catch\(\s*(?:async\s*)?(?:\w+|\([^()]*\))\s*=>\s*${NOTHING}\s*,?\s*\)|\bcatch(?: \(\w+\))? \{\s*\}`,
  'g',
);

/** A wait for a time, where one may wait for the thing itself. */
const FIXED_WAIT =
  /\.waitForTimeout\(|new Promise(?:<\w+>)?\(\s*(?:\w+|\(\w*\))\s*=>\s*\{?\s*setTimeout\(|['"](?:node:)?timers\/promises['"]|Atomics\.wait\(|\bsleep\(/g;

/** Places of failures that are dropped, without a comment why nothing is owed to the user: `LINE: TEXT`. */
export const silentCatches = (text: string): string[] => withoutComment(text, SILENT_CATCH);

/** Places that wait for a time, without a comment why: `LINE: TEXT`. */
export const fixedWaits = (text: string): string[] => withoutComment(text, FIXED_WAIT);

/** A comment counts that stands in the same line or ends in the line above. */
function withoutComment(text: string, pattern: RegExp): string[] {
  const lines = text.split('\n');
  return [...text.matchAll(pattern)].flatMap(({ index }) => {
    const at = text.slice(0, index).split('\n').length - 1;
    const near = [lines[at - 1] ?? '', lines[at] ?? ''];
    return near.some((line) => /(?:^|\s)\/\/ |\*\/\s*$/.test(line)) ? [] : [`${at + 1}: ${(lines[at] ?? '').trim()}`];
  });
}
