import { type Criterion, scale } from '#kernel/model/criterion.ts';
import { type SentenceRule, when } from '#kernel/model/sentence.ts';

/** A criterion, and whether the attempt crossed a red line. */
export interface CriterionFacts extends Criterion {
  readonly redLine: boolean;
}
type Rule = SentenceRule<CriterionFacts>;

/** Minimum `scaled` of the best level. */
const MIN_BEST = 0.995;
const HALF = 0.5;
/** Sums of shares are not exact: the tolerance for one half. */
const isHalf = (scaled: number) => Math.abs(scaled - HALF) < 1e-9;

/** This criterion is what remains after the cost of all hints: it has no baseline to be compared with. */
const HINTS = 'outreach.hints';

const isFlat = ({ min, max }: CriterionFacts) => min === max;
/** True if a red line caps the criterion of decisions below its points. */
const isCapped = ({ id, redLine, raw, min, max, scaled }: CriterionFacts) =>
  redLine && id === 'outreach.decisions' && max > min && scaled < scale(id, raw, min, max, []).scaled;

/** A level, if the criterion can distinguish plays and is not capped. */
const level = (id: string, holds: (scaled: number, criterion: CriterionFacts) => boolean): Rule => ({
  id,
  says: (criterion) =>
    when(criterion.id !== HINTS && !isFlat(criterion) && !isCapped(criterion) && holds(criterion.scaled, criterion)),
});

/** True below the baseline: `scaled` is clamped to 0, so only the raw points show it. */
const isBelow = ({ raw, min }: Pick<CriterionFacts, 'raw' | 'min'>) => raw < min;

/** Level of a criterion. Exactly one of these is true of each criterion. */
export const CRITERION_SENTENCES: readonly Rule[] = [
  level('level.best', (scaled) => scaled >= MIN_BEST),
  level('level.more', (scaled) => scaled > HALF && !isHalf(scaled) && scaled < MIN_BEST),
  level('level.half', isHalf),
  level('level.less', (scaled) => scaled > 0 && scaled < HALF && !isHalf(scaled)),
  level('level.none', (scaled, criterion) => scaled <= 0 && !isBelow(criterion)),
  level('level.worse', (scaled, criterion) => scaled <= 0 && isBelow(criterion)),
  { id: 'level.flat', says: (criterion) => when(criterion.id !== HINTS && isFlat(criterion)) },
  { id: 'level.capped', says: (criterion) => when(criterion.id !== HINTS && isCapped(criterion)) },
  {
    id: 'level.hints',
    says: ({ id, raw, max }) => when(id === HINTS, { params: { n: raw, of: max } }),
  },
];
