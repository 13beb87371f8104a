import type { ReadAttempt, Readers } from './attempt.ts';
import { truth } from './attempt.ts';
import { copiedClosedCard, ratedChoices } from './case.ts';

/** The points of one criterion. That they are right is for the tests of the scorers; here it is what they are called. */
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
/** After a red line the decisions stay at or below this share, whatever else was done (domain.md, 9: path score). */
const CAP = 0.4;
/** What is lost in counting with fractions. */
const HAIR = 1e-9;

/** The share of the way from the play that looks at nothing to the best one, not held to these ends. */
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

/** What each criterion is called. */
export const CRITERION_READERS: Readers<ReadCriterion> = {
  'level.best': level((share) => share >= 0.995),
  'level.more': level((share) => share - 0.5 >= HAIR && share < 0.995),
  'level.half': level((share) => Math.abs(share - 0.5) < HAIR),
  'level.less': level((share) => share > 0 && 0.5 - share >= HAIR),
  'level.none': level((share) => share === 0),
  'level.worse': level((share) => share < 0),
  'level.flat': ({ id, min, max }) => truth(id !== HINTS && min === max),
  'level.capped': (criterion) => truth(crossesRedLine(criterion.attempt) && isHeldDown(criterion)),
  'level.hints': ({ id, raw, max }) => truth(id === HINTS, { params: { n: raw, of: max } }),
};
