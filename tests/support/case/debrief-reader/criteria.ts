import type { ReadAttempt, Readers } from './attempt.ts';
import { truth } from './attempt.ts';
import { copiedClosedCard, ratedChoices } from './case.ts';

/**
 * The points of one criterion. The scorer tests check that they are right; here only the words for them are checked.
 */
export interface Points {
  readonly id: string;
  readonly raw: number;
  readonly min: number;
  readonly max: number;
}

export interface ReadCriterion extends Points {
  readonly attempt: ReadAttempt;
}

const HINTS = 'outreach.hints';
/** Maximum share of the decisions after a red line (domain.md, 9: path score). */
const CAP = 0.4;
/** Tolerance for rounding errors. */
const EPSILON = 1e-9;

/** Share of the way from the baseline to the ceiling, not clamped. */
const shareOf = ({ raw, min, max }: Points) => (raw - min) / (max - min);

const crossesRedLine = (attempt: ReadAttempt) =>
  ratedChoices(attempt).some(({ rating }) => rating === 'red') || copiedClosedCard(attempt);

function isHeldDown(criterion: ReadCriterion): boolean {
  const isRated = ratedChoices(criterion.attempt).some(({ rating }) => rating === 'red');
  return criterion.id === 'outreach.decisions' && isRated && Math.min(1, shareOf(criterion)) > CAP;
}

const level = (holds: (share: number) => boolean) => (criterion: ReadCriterion) =>
  truth(
    criterion.id !== HINTS && criterion.min !== criterion.max && !isHeldDown(criterion) && holds(shareOf(criterion)),
  );

/** Sentences about each criterion. */
export const CRITERION_READERS: Readers<ReadCriterion> = {
  'level.best': level((share) => share >= 0.995),
  'level.more': level((share) => share - 0.5 >= EPSILON && share < 0.995),
  'level.half': level((share) => Math.abs(share - 0.5) < EPSILON),
  'level.less': level((share) => share > 0 && 0.5 - share >= EPSILON),
  'level.none': level((share) => share === 0),
  'level.worse': level((share) => share < 0),
  'level.flat': ({ id, min, max }) => truth(id !== HINTS && min === max),
  'level.capped': (criterion) => truth(crossesRedLine(criterion.attempt) && isHeldDown(criterion)),
  'level.hints': ({ id, raw, max }) => truth(id === HINTS, { params: { n: raw, of: max } }),
};
