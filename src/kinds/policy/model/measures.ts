/**
 * The five indicators of the table-top. They are never added up, because a gain of one does not offset a loss of
 * another.
 */
export const INDICATORS = ['H', 'E', 'V', 'S', 'R'] as const;
export type TableIndicator = (typeof INDICATORS)[number];

/** The rounds: understand, duties, enforcement, justice and two States. The first letter of a measure is its round. */
export const ROUNDS = ['A', 'B', 'C', 'D'] as const;
export type Round = (typeof ROUNDS)[number];

/** Points of an indicator, from the lowest that is assumed to the highest. */
export type IndicatorRange = readonly [low: number, high: number];
export type MeasureEffects = Readonly<Partial<Record<TableIndicator, IndicatorRange>>>;

/** Topics of findings, cards and measures. A finding or card supports a measure if they share a topic. */
export const TOPICS = [
  'ownership',
  'code',
  'routes',
  'referral',
  'records',
  'edits',
  'removal',
  'lawful',
  'capacity',
  'checks',
  'closure',
  'displacement',
  'livelihood',
  'support',
  'cooperation',
  'law',
  'public',
] as const;
export type Topic = (typeof TOPICS)[number];

/** Safeguards of a measure: a legal basis, a hearing, minimal data, support on the same day, a narrow target. */
export const SAFEGUARDS = ['basis', 'hearing', 'data', 'support', 'narrow'] as const;
export type Safeguard = (typeof SAFEGUARDS)[number];

/** One measure that the table can choose. All values are invented for training. */
export interface Measure {
  /** Points of the budget. */
  readonly cost: number;
  readonly effects: MeasureEffects;
  readonly topics: readonly Topic[];
  /** The safeguards against its losses in S or R; empty if it lowers neither. */
  readonly softens: readonly Safeguard[];
}

export const MEASURE_IDS = [
  'A1',
  'A2',
  'A3',
  'A4',
  'A5',
  'B1',
  'B2',
  'B3',
  'B4',
  'B5',
  'C1',
  'C2',
  'C3',
  'C4',
  'C5',
  'D1',
  'D2',
  'D3',
  'D4',
  'D5',
] as const;
export type MeasureId = (typeof MEASURE_IDS)[number];

/** Maximum cost of the measures of all rounds. */
export const BUDGET = 20;

const of = (
  cost: number,
  [H, E, V, S, R]: readonly [IndicatorRange, IndicatorRange, IndicatorRange, IndicatorRange, IndicatorRange],
  topics: readonly Topic[],
  softens: readonly Safeguard[] = [],
): Measure => ({ cost, effects: { H, E, V, S, R }, topics, softens });

const NONE: IndicatorRange = [0, 0];

/** The model of the table-top: cost and assumed effects of each measure, as ranges over H, E, V, S and R. */
export const MEASURES: Readonly<Record<MeasureId, Measure>> = {
  A1: of(3, [[3, 8], [2, 5], [0, 3], NONE, [-2, 0]], ['ownership'], ['data']),
  A2: of(
    2,
    [
      [3, 9],
      [1, 4],
      [-2, 0],
      [-2, 1],
      [-3, 0],
    ],
    ['code', 'edits', 'routes'],
    ['hearing'],
  ),
  A3: of(1, [[1, 5], NONE, [0, 2], [3, 8], [2, 5]], ['lawful', 'livelihood']),
  A4: of(
    4,
    [
      [-2, 6],
      [0, 2],
      [-3, 0],
      [-6, -1],
      [-8, -3],
    ],
    ['checks', 'lawful'],
    ['data', 'hearing'],
  ),
  A5: of(1, [[1, 6], NONE, NONE, [-3, 2], [-2, 0]], ['public', 'routes'], ['hearing']),
  B1: of(1, [[-1, 2], [0, 1], NONE, NONE, [0, 1]], ['code']),
  B2: of(
    3,
    [
      [4, 9],
      [1, 4],
      [-2, 0],
      [2, 6],
      [-2, 3],
    ],
    ['routes', 'capacity', 'lawful'],
    ['narrow', 'hearing'],
  ),
  B3: of(
    5,
    [
      [2, 8],
      [1, 4],
      [-10, -3],
      [-8, 1],
      [-10, -4],
    ],
    ['checks', 'livelihood'],
    ['data', 'basis'],
  ),
  B4: of(2, [[1, 3], [-2, 1], NONE, [2, 6], [0, 4]], ['removal']),
  B5: of(
    3,
    [
      [3, 8],
      [8, 16],
      [-3, 0],
      [-2, 1],
      [-5, -1],
    ],
    ['referral', 'records'],
    ['data'],
  ),
  C1: of(
    2,
    [
      [2, 6],
      [1, 4],
      [-4, -1],
      [-1, 2],
      [-2, 1],
    ],
    ['edits', 'routes', 'referral'],
    ['hearing', 'basis'],
  ),
  C2: of(
    3,
    [
      [-4, 8],
      [-4, 1],
      [-15, -2],
      [-10, 0],
      [-8, -2],
    ],
    ['closure', 'displacement'],
    ['narrow', 'hearing', 'basis'],
  ),
  C3: of(
    4,
    [
      [-12, 18],
      [-12, 0],
      [-30, 0],
      [-22, 0],
      [-14, -4],
    ],
    ['closure', 'displacement', 'livelihood'],
    ['support', 'basis', 'hearing'],
  ),
  C4: of(
    5,
    [
      [1, 8],
      [1, 5],
      [-8, -1],
      [-3, 6],
      [-3, 1],
    ],
    ['ownership', 'closure', 'livelihood'],
    ['support'],
  ),
  C5: of(2, [[-3, 10], [1, 6], [0, 2], [0, 2], NONE], ['cooperation', 'referral']),
  D1: of(1, [[1, 4], [1, 3], NONE, [-1, 1], [-1, 1]], ['law'], ['narrow']),
  D2: of(
    4,
    [
      [0, 10],
      [1, 5],
      [-8, -1],
      [-5, 1],
      [-1, 1],
    ],
    ['law', 'ownership'],
    ['support'],
  ),
  D3: of(3, [[2, 6], [3, 8], [1, 5], NONE, [-3, 0]], ['cooperation', 'displacement', 'law'], ['data', 'basis']),
  D4: of(
    3,
    [
      [3, 8],
      [1, 4],
      [1, 4],
      [4, 9],
      [1, 4],
    ],
    ['support', 'livelihood'],
  ),
  D5: of(
    2,
    [
      [1, 6],
      [0, 3],
      [-4, 0],
      [-6, 1],
      [-2, 0],
    ],
    ['public'],
    ['support'],
  ),
};

export const roundOf = (measure: MeasureId): Round => measure.charAt(0) as Round;
export const measuresOf = (round: Round): MeasureId[] => MEASURE_IDS.filter((id) => roundOf(id) === round);
export const rangeOf = (measure: MeasureId, indicator: TableIndicator): IndicatorRange =>
  MEASURES[measure].effects[indicator] ?? NONE;

/** True if its worst assumed effect lowers the safety of sellers or the rights of people. */
export const isAtRisk = (measure: MeasureId): boolean => rangeOf(measure, 'S')[0] < 0 || rangeOf(measure, 'R')[0] < 0;

/** A measure is heavy if its worst end lowers S or R by at least this many points. */
const HEAVY_FROM = 8;
export const isHeavy = (measure: MeasureId): boolean =>
  Math.min(rangeOf(measure, 'S')[0], rangeOf(measure, 'R')[0]) <= -HEAVY_FROM;

/** True if a measure of the same round has a smaller risk than the other in S and in R. */
export function isMilder(measure: MeasureId, than: MeasureId): boolean {
  const risks = (id: MeasureId) => [rangeOf(id, 'S')[0], rangeOf(id, 'R')[0]] as const;
  const [[s, r], [otherS, otherR]] = [risks(measure), risks(than)];
  return roundOf(measure) === roundOf(than) && s >= otherS && r >= otherR && (s > otherS || r > otherR);
}

/** True if the model assumes that it can move the indicator at all. */
export const moves = (measure: MeasureId, indicator: TableIndicator): boolean =>
  rangeOf(measure, indicator).some((end) => end !== 0);
