import type { AttemptColumns } from './attempt-columns.ts';
import { type KeyColumns, LABEL } from './key-columns.ts';
import { commonCharacters } from './stretch.ts';

/** Verdict of a mark. A second mark of the same sign, trap or cue adds nothing: it is `again`. */
export const VERDICT = { again: 0, hit: 1, wrongReason: 2, wrong: 3, trap: 4, cue: 5 } as const;

/** Counts over the marks of one attempt. */
export interface MarkTally {
  hits: number;
  /** Marks at the place of a sign that name another one. */
  wrongReasons: number;
  wrong: number;
  traps: number;
  /** Traps on ads that were flagged for no other reason. */
  soleTraps: number;
  cues: number;
  /** Wanted signs that were marked, and those marked with a wrong reason only. */
  found: number;
  halfFound: number;
}

export const noMarks = (): MarkTally => ({
  hits: 0,
  wrongReasons: 0,
  wrong: 0,
  traps: 0,
  soleTraps: 0,
  cues: 0,
  found: 0,
  halfFound: 0,
});

/** Verdict of a mark that names the label it lies in, in the order of `LABEL`. */
const NAMED = [VERDICT.hit, VERDICT.trap, VERDICT.cue] as const;

/**
 * Matches the marks of one ad with its labels, and adds them to the tally. Each mark belongs to the label of its
 * indicator with the largest overlap, else to the sign with the largest overlap; each label is matched once by its own
 * name and once by another, whatever the order of the marks. Returns the labels matched by name, one bit each; writes a
 * verdict per mark if `verdicts` is given.
 */
export function tallyMarks(
  key: KeyColumns,
  attempts: AttemptColumns,
  attempt: number,
  ad: number,
  isFlagged: boolean,
  tally: MarkTally,
  verdicts?: Uint8Array,
): number {
  const cell = attempt * key.ads + ad;
  const end = attempts.markStart[cell + 1] as number;
  const label0 = key.labelStart[ad] as number;
  const label1 = key.labelStart[ad + 1] as number;
  let named = 0;
  let otherwise = 0;
  let traps = 0;
  let others = 0;
  for (let mark = attempts.markStart[cell] as number; mark < end; mark++) {
    const match = matchOf(key, attempts, mark, label0, label1);
    let verdict: number = VERDICT.wrong;
    if (match >= 0) {
      const label = match >> 1;
      const bit = 1 << (label - label0);
      if ((match & 1) === 0) {
        verdict = named & bit ? VERDICT.again : (NAMED[key.labelKind[label] as number] as number);
        named |= bit;
      } else {
        if ((otherwise & bit) === 0) verdict = VERDICT.wrongReason;
        otherwise |= bit;
      }
    }
    if (verdicts) verdicts[mark] = verdict;
    if (verdict === VERDICT.trap) traps += 1;
    else if (verdict !== VERDICT.again) others += 1;
    if (verdict === VERDICT.hit) tally.hits += 1;
    else if (verdict === VERDICT.wrongReason) tally.wrongReasons += 1;
    else if (verdict === VERDICT.wrong) tally.wrong += 1;
    else if (verdict === VERDICT.cue) tally.cues += 1;
  }
  tally.traps += traps;
  if (isFlagged && others === 0) tally.soleTraps += traps;
  if ((named | otherwise) === 0) return 0;
  for (let label = label0; label < label1; label++) {
    if (key.labelWanted[label] === 0) continue;
    const bit = 1 << (label - label0);
    if (named & bit) tally.found += 1;
    else if (otherwise & bit) tally.halfFound += 1;
  }
  return named;
}

/**
 * Twice the index of the label that the mark names, else one more than twice that of the sign it lies in; -1 for
 * neither.
 */
function matchOf(key: KeyColumns, attempts: AttemptColumns, mark: number, label0: number, label1: number): number {
  const from = attempts.markFrom[mark] as number;
  const to = attempts.markTo[mark] as number;
  const sign = attempts.markSign[mark] as number;
  let match = -1;
  let most = 0;
  let isNamed = false;
  for (let label = label0; label < label1; label++) {
    const common = commonCharacters(from, to, key.labelFrom[label] as number, key.labelTo[label] as number);
    if (common === 0) continue;
    const names = key.labelSign[label] === sign;
    if (names ? isNamed && common <= most : isNamed || key.labelKind[label] !== LABEL.sign || common <= most) continue;
    match = names ? label * 2 : label * 2 + 1;
    most = common;
    isNamed = names;
  }
  return match;
}
