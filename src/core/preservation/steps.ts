import { firstBrokenLink } from '#core/evidence/custody-log.ts';
import type { BenchFacts } from './bench-facts.ts';
import type { DoneAct } from './play.ts';

const did =
  (...types: DoneAct['type'][]) =>
  ({ response }: BenchFacts) =>
    response.acts.some(({ type }) => types.includes(type));

const hasBasis = ({ acts }: BenchFacts) => acts('authority.noted').some(({ legalBasis }) => legalBasis.trim() !== '');

type Shows = (facts: BenchFacts) => boolean;

/**
 * The sixteen steps of good practice in their order, each with the acts by which the log shows that it was taken: all of them,
 * or the step was taken in part. They inform and carry no mark: what was done well is for the rubric to say.
 */
export const STEPS = [
  { step: 'authority', acts: { basis: hasBasis, plan: did('plan.noted') } },
  { step: 'child-check', acts: { look: did('child-material.checked', 'closed-card.reported') } },
  { step: 'finding', acts: { finding: did('finding.noted'), clock: ({ response }) => response.clockChecked } },
  { step: 'identifiers', acts: { record: did('record.written') } },
  { step: 'native', acts: { capture: did('page.captured') } },
  { step: 'look', acts: { look: did('look.captured') } },
  { step: 'context', acts: { context: did('context.captured') } },
  {
    step: 'hash',
    acts: {
      hash: did('page.captured'),
      'read-back': ({ response }) => response.items.some(({ verified }) => verified),
    },
  },
  { step: 'time-stamp', acts: { request: did('timestamp.requested') } },
  { step: 'sealed', acts: { seal: did('copy.sealed') } },
  {
    step: 'custody',
    acts: {
      chain: ({ response: { custody } }) => custody.length > 0 && firstBrokenLink(custody) === undefined,
    },
  },
  { step: 'request', acts: { request: ({ requested }) => requested.length > 0 } },
  { step: 'safety', acts: { check: did('safety.checked') } },
  {
    step: 'again',
    acts: { capture: ({ response }) => new Set(response.items.map(({ ad }) => ad)).size < response.items.length },
  },
  { step: 'minimise', acts: { retention: did('retention.set') } },
  { step: 'disclosure', acts: { note: did('disclosure.noted') } },
] as const satisfies readonly { step: string; acts: Readonly<Record<string, Shows>> }[];

export type Step = (typeof STEPS)[number]['step'];

/** A step of two acts of which the log shows one. */
export interface StepInPart {
  readonly step: Step;
  /** The act that the log does not show. */
  readonly missing: string;
}

const showing = (acts: Readonly<Record<string, Shows>>, facts: BenchFacts) =>
  Object.entries(acts).map(([act, shows]) => ({ act, isShown: shows(facts) }));

/** The steps that the log shows with all their acts, in their order. */
export function stepsTaken(facts: BenchFacts): Step[] {
  return STEPS.filter(({ acts }) => showing(acts, facts).every(({ isShown }) => isShown)).map(({ step }) => step);
}

/** The steps that the log shows in part, each with the act that is missing. */
export function stepsInPart(facts: BenchFacts): StepInPart[] {
  return STEPS.flatMap(({ step, acts }) => {
    const shown = showing(acts, facts);
    const [missing, more] = shown.filter(({ isShown }) => !isShown);
    return missing && !more && shown.length > 1 ? [{ step, missing: missing.act }] : [];
  });
}
