import { changesOf, type DividedView } from './divided-views.ts';
import { INDICATORS, type IndicatorRange, type MeasureId, rangeOf, roundOf, type TableIndicator } from './measures.ts';

/** The indicators of the market before any measure, each a range within 0 to 100, wider if something is unknown. */
export type TableStanding = Readonly<Record<TableIndicator, IndicatorRange>>;
/** The possible indicators after a plan, from the lowest to the highest. */
export type Outlook = Readonly<Record<TableIndicator, IndicatorRange>>;

/** From this measure of a round on, in the order of choice, gains count half. */
export const HALF_GAIN_FROM = 3;

const MIN_VALUE = 0;
const MAX_VALUE = 100;
const UNSUPPORTED_CLOSURE = -6;
const UNHEARD_CHECKS = -3;
const TESTED_NOTICE = 2;

/** A rule on a combination of two measures: its condition, and the points that it adds to an indicator. */
interface JointRule {
  readonly id: string;
  readonly indicator: TableIndicator;
  readonly adds: number;
  holds(has: (measure: MeasureId) => boolean): boolean;
}

export const JOINT_RULES: readonly JointRule[] = [
  {
    id: 'closure-without-fund',
    indicator: 'S',
    adds: UNSUPPORTED_CLOSURE,
    holds: (has) => (has('C2') || has('C3')) && !has('C4'),
  },
  { id: 'checks-without-seats', indicator: 'S', adds: UNHEARD_CHECKS, holds: (has) => has('B3') && !has('A3') },
  { id: 'test-and-notice', indicator: 'H', adds: TESTED_NOTICE, holds: (has) => has('A2') && has('C1') },
];

/**
 * The possible indicators after the measures of a plan, in the order of choice: low and high ends are added and clamped
 * to 0 to 100. With a view, its ranges replace those of the model. Halves are rounded outwards, so that a range is
 * never shown narrower than it is.
 */
export function outlookOf(plan: readonly MeasureId[], start: TableStanding, view?: DividedView): Outlook {
  const has = (measure: MeasureId) => plan.includes(measure);
  const joint = (indicator: TableIndicator, n: 0 | 1) =>
    JOINT_RULES.reduce(
      (sum, rule) => sum + (rule.indicator === indicator && rule.holds(has) ? rule.adds : 0),
      start[indicator][n],
    );
  const entries = INDICATORS.map((indicator): readonly [TableIndicator, IndicatorRange] => {
    const parts = plan.map((measure) => effectIn(plan, measure, indicator, view));
    const end = (n: 0 | 1) => parts.reduce((sum, part) => sum + part[n], joint(indicator, n));
    return [indicator, [Math.floor(held(end(0))), Math.ceil(held(end(1)))]];
  });
  return Object.fromEntries(entries) as Record<TableIndicator, IndicatorRange>;
}

const held = (points: number) => Math.min(MAX_VALUE, Math.max(MIN_VALUE, points));

/** The effect of a measure of a plan on an indicator, with the rules that change its range. */
function effectIn(
  plan: readonly MeasureId[],
  measure: MeasureId,
  indicator: TableIndicator,
  view: DividedView | undefined,
): IndicatorRange {
  const [low, high] = (view && changesOf(view, measure)[indicator]) ?? rangeOf(measure, indicator);
  const loses = lossFactor(plan, measure, indicator);
  const gains = isHalved(plan, measure) ? 0.5 : 1;
  const end = (points: number) => points * (points < 0 ? loses : gains);
  return [end(low), end(high)];
}

/** A regional unit (D3) follows a blocked site to its next address; evidence kept first (B5) survives a removal. */
function lossFactor(plan: readonly MeasureId[], measure: MeasureId, indicator: TableIndicator): number {
  if (measure === 'C2' && indicator === 'V' && plan.includes('D3')) return 0.5;
  return measure === 'B4' && indicator === 'E' && plan.includes('B5') ? 0 : 1;
}

/** True if it is the third measure of its round, or a later one. */
export function isHalved(plan: readonly MeasureId[], measure: MeasureId): boolean {
  const ofRound = plan.filter((one) => roundOf(one) === roundOf(measure));
  return ofRound.indexOf(measure) >= HALF_GAIN_FROM - 1;
}

/** The largest fall of S or R that a plan may have without softening. */
const MAX_FALL = 10;

/** The indicators S and R that the worst end of the plan lowers by more than ten points. */
export const belowFloor = (outlook: Outlook, start: TableStanding): TableIndicator[] =>
  (['S', 'R'] as const).filter((indicator) => start[indicator][0] - outlook[indicator][0] > MAX_FALL);
