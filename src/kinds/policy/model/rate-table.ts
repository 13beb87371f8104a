import type { MeasureFact, PolicyFacts } from './facts.ts';
import { SEATS } from './seats.ts';

/** What is rated of a table, each from 0 to 4. */
export const POLICY_CRITERIA = ['complete', 'sound', 'heard', 'fitting', 'robust', 'reviewed'] as const;
export type PolicyCriterion = (typeof POLICY_CRITERIA)[number];

/** Points of a complete part. */
export const MAX_POINTS = 4;

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole);

/**
 * The six ratings, 0 to 4, side by side and never added. Each counts what was considered. The weakest part of a rating
 * decides, because other parts do not make up for it. An empty plan is rated 0.
 */
export function rateTable(facts: PolicyFacts): Readonly<Record<PolicyCriterion, number>> {
  const { measures, rounds, objections, unheard, views } = facts;
  if (measures.length === 0) return { complete: 0, sound: 0, heard: 0, fitting: 0, robust: 0, reviewed: 0 };
  const ofPlan = (holds: (measure: MeasureFact) => boolean) => share(measures.filter(holds).length, measures.length);
  /** A round without a decision counts as a measure without grounds. */
  const open = rounds.filter(({ chosen, passed }) => chosen === 0 && !passed).length;
  const ofAll = (holds: (measure: MeasureFact) => boolean) =>
    share(measures.filter(holds).length, measures.length + open);
  const weakest = (...shares: readonly number[]) => MAX_POINTS * Math.min(...shares);
  const chosenIn = rounds.filter(({ chosen }) => chosen > 0);
  const risky = measures.filter(({ softened }) => softened !== 'unneeded');
  const heavy = measures.filter(({ milder }) => milder !== 'unneeded');
  return {
    complete: weakest(
      ofAll(({ argued }) => argued.for),
      ofAll(({ argued }) => argued.against),
      ofAll(({ argued }) => argued.payer),
      ofAll(({ argued }) => argued.hurt),
    ),
    sound: MAX_POINTS * ofPlan(isSound),
    heard: weakest(
      share(SEATS.length - unheard.length, SEATS.length),
      share(chosenIn.filter(({ late }) => late.length === 0).length, chosenIn.length),
      share(objections.filter(({ answered }) => answered).length, objections.length),
    ),
    fitting: weakest(
      share(risky.filter(({ softened }) => softened === 'yes').length, risky.length),
      share(heavy.filter(({ milder }) => milder === 'yes').length, heavy.length),
    ),
    robust: MAX_POINTS * share(views.filter(isSteady).length, views.length),
    reviewed: weakest(
      ofPlan(({ review }) => review.date === 'yes'),
      ofPlan(({ review }) => review.watch === 'yes'),
      ofPlan(({ review }) => review.stop),
    ),
  };
}

/** True if a measure rests on at least one finding, none of them untested or about something else. */
export const isSound = ({ rests }: Pick<MeasureFact, 'rests'>): boolean =>
  !rests.none && rests.untested.length === 0 && rests.aside.length === 0;

const isSteady = ({ state, against }: PolicyFacts['views'][number]) => state === 'answered' && against.length === 0;
