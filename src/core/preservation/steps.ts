import { firstBrokenLink } from '#core/evidence/custody-log.ts';
import type { BenchFacts } from './bench-facts.ts';
import type { DoneAct } from './play.ts';

const did =
  (...types: DoneAct['type'][]) =>
  ({ response }: BenchFacts) =>
    response.acts.some(({ type }) => types.includes(type));

const hasBasis = ({ acts }: BenchFacts) => acts('authority.noted').some(({ legalBasis }) => legalBasis.trim() !== '');

/**
 * The sixteen steps of good practice in their order, each with what shows in the log that it was taken. They inform and
 * carry no mark: what was done well is for the rubric to say.
 */
export const STEPS = [
  { step: 'authority', isTaken: (facts) => hasBasis(facts) && did('plan.noted')(facts) },
  { step: 'child-check', isTaken: did('child-material.checked', 'closed-card.reported') },
  { step: 'finding', isTaken: (facts) => did('finding.noted')(facts) && facts.response.clockChecked },
  { step: 'identifiers', isTaken: did('record.written') },
  { step: 'native', isTaken: did('page.captured') },
  { step: 'look', isTaken: did('look.captured') },
  { step: 'context', isTaken: did('context.captured') },
  { step: 'hash', isTaken: ({ response }) => response.items.some(({ verified }) => verified) },
  { step: 'time-stamp', isTaken: did('timestamp.requested') },
  { step: 'sealed', isTaken: did('copy.sealed') },
  {
    step: 'custody',
    isTaken: ({ response: { custody } }) => custody.length > 0 && firstBrokenLink(custody) === undefined,
  },
  { step: 'request', isTaken: ({ requested }) => requested.length > 0 },
  { step: 'safety', isTaken: did('safety.checked') },
  {
    step: 'again',
    isTaken: ({ response }) => new Set(response.items.map(({ ad }) => ad)).size < response.items.length,
  },
  { step: 'minimise', isTaken: did('retention.set') },
  { step: 'disclosure', isTaken: did('disclosure.noted') },
] as const satisfies readonly { step: string; isTaken: (facts: BenchFacts) => boolean }[];

export type Step = (typeof STEPS)[number]['step'];

/** The steps that the log shows, in their order. */
export function stepsTaken(facts: BenchFacts): Step[] {
  return STEPS.filter(({ isTaken }) => isTaken(facts)).map(({ step }) => step);
}
