import { BANDS } from '#market/signs/model/bands.ts';
import { type AttemptColumns, NOT_JUDGED } from './attempt-columns.ts';
import { BAND_COUNT, type KeyColumns } from './key-columns.ts';
import { CERTAINTY_POINTS } from './points.ts';
import { type MarkTally, noMarks, tallyMarks } from './tally-marks.ts';

const FLAG_FROM = BANDS.indexOf('prioritise');

/** Points of a wrong answer and of a right one, by certainty from 0 to 3. */
const POINTS = [[0, 0], ...([1, 2, 3] as const).map((certainty) => CERTAINTY_POINTS[certainty].toReversed())];
const WRONG_POINTS = Float64Array.from(POINTS, ([wrong]) => wrong as number);
const RIGHT_POINTS = Float64Array.from(POINTS, ([, right]) => right as number);

/** Counts over one attempt; integers, so that the order of addition does not matter. */
export interface AttemptTally extends MarkTally {
  truePositives: number;
  falsePositives: number;
  /** Over knowable ads: the cost of the answers, and the number left alone. */
  cost: number;
  leftAlone: number;
  /** Over knowable judged ads: points of certainty, and the numbers of ads left alone and flagged. */
  points: number;
  left: number;
  flags: number;
  /** Confusion table of given band against nearest acceptable band, over knowable ads. */
  readonly agreement: Float64Array;
  /** Judged ads by band and by whether they are controlled. */
  readonly judged: Float64Array;
  /** Judged ads by certainty and by whether the answer is right (flagged and controlled, or left alone and not). */
  readonly sure: Float64Array;
  /** False flags by group, for each person label. */
  readonly flagged: readonly Float64Array[];
}

/** Tallies one attempt in one pass. If given, `verdicts` receives the verdict of each mark. */
export function tallyAttempt(
  key: KeyColumns,
  attempts: AttemptColumns,
  attempt: number,
  verdicts?: Uint8Array,
): AttemptTally {
  const tally: AttemptTally = {
    ...noMarks(),
    truePositives: 0,
    falsePositives: 0,
    cost: 0,
    leftAlone: 0,
    points: 0,
    left: 0,
    flags: 0,
    agreement: new Float64Array(BAND_COUNT * BAND_COUNT),
    judged: new Float64Array(BAND_COUNT * 2),
    sure: new Float64Array(8),
    flagged: key.groupSizes.map((sizes) => new Float64Array(sizes.length)),
  };
  const first = attempt * key.ads;
  for (let ad = 0; ad < key.ads; ad++) {
    const given = attempts.band[first + ad] as number;
    const band = given === NOT_JUDGED ? 0 : given;
    const certainty = attempts.certainty[first + ad] as number;
    const controlled = key.controlled[ad] as number;
    const isFlagged = band >= FLAG_FROM;
    if (isFlagged) flag(key, ad, controlled, tally);
    if (given !== NOT_JUDGED) add(tally.judged, band * 2 + controlled);
    tallyMarks(key, attempts, attempt, ad, isFlagged, tally, verdicts);
    if (key.knowable[ad] === 0) continue;
    add(tally.agreement, band * BAND_COUNT + (key.nearest[ad * BAND_COUNT + band] as number));
    tally.cost += key.cost[ad * BAND_COUNT + band] as number;
    if (!isFlagged) tally.leftAlone += 1;
    if (given === NOT_JUDGED) continue;
    const right = Number(isFlagged) === controlled ? 1 : 0;
    tally.points += (right === 1 ? RIGHT_POINTS[certainty] : WRONG_POINTS[certainty]) as number;
    tally.left += isFlagged ? 0 : 1;
    tally.flags += isFlagged ? 1 : 0;
    add(tally.sure, certainty * 2 + right);
  }
  return tally;
}

function flag({ groups }: KeyColumns, ad: number, controlled: number, tally: AttemptTally): void {
  if (controlled === 1) {
    tally.truePositives += 1;
    return;
  }
  tally.falsePositives += 1;
  for (let label = 0; label < groups.length; label++)
    add(tally.flagged[label] as Float64Array, groups[label]?.[ad] as number);
}

function add(counts: Float64Array, place: number): void {
  counts[place] = (counts[place] as number) + 1;
}
