import { firstBrokenLink } from '#core/evidence/custody-log.ts';
import type { BenchFacts } from './bench-facts.ts';
import { type EvidenceLine, shareOf } from './evidence-lines.ts';
import type { DoneAct } from './play.ts';

const did =
  (...types: DoneAct['type'][]) =>
  ({ response }: BenchFacts) =>
    response.acts.some(({ type }) => types.includes(type));

const hasBasis = ({ acts }: BenchFacts) => acts('authority.noted').some(({ legalBasis }) => legalBasis.trim() !== '');

type Shows = (facts: BenchFacts) => boolean;

/** For each page that belongs in the locker there is a look for child material, before anything of it was copied. */
function looksFirst({ key, response, acts }: BenchFacts): boolean {
  const copies = [...response.items, ...acts('look.captured'), ...acts('context.captured')];
  return key.targets.every((ad) => {
    const first = Math.min(...copies.filter((copy) => copy.ad === ad).map(({ seq }) => seq));
    return acts('child-material.checked').some((check) => check.ad === ad && check.seq < first);
  });
}

/** For each page that belongs in the locker there is a note of how it was found; where there is none at all, that is told. */
const notesEach = ({ key, acts }: BenchFacts) =>
  acts('finding.noted').length === 0 || key.targets.every((ad) => acts('finding.noted').some((note) => note.ad === ad));

/** The capture that counts for each page that belongs in the locker is sealed. */
const sealsEach = ({ best }: BenchFacts) => best.every((item) => item?.sealed === true);

/** A standing page was captured, of whatever ad: an answer that there is none is no page. */
const capturesAPage = ({ response: { items } }: BenchFacts) => items.some(({ status }) => status === 200);

/** A page that belongs in the locker was captured more than once. */
const capturesAgain = ({ key, response: { items } }: BenchFacts) =>
  key.targets.some((ad) => items.filter((item) => item.ad === ad).length > 1);

/** A line of EV-100 holds for each page that belongs in the locker. */
const inFull = (line: EvidenceLine) => (facts: BenchFacts) => shareOf(line, facts) === 1;

/**
 * The sixteen steps of good practice in their order, each with what has to be in the log: all of it, or the step was taken in
 * part. What a step says of pages it says of those that belong in the locker (`each`, `own`): a picture of a page that is
 * gone, or a capture of somebody else's page, is not the whole step. Steps inform and carry no mark.
 */
export const STEPS = [
  { step: 'authority', acts: { basis: hasBasis, plan: did('plan.noted') } },
  { step: 'child-check', acts: { look: did('child-material.checked', 'closed-card.reported'), each: looksFirst } },
  {
    step: 'finding',
    acts: { finding: did('finding.noted'), clock: ({ response }) => response.clockChecked, each: notesEach },
  },
  { step: 'identifiers', acts: { record: did('record.written'), each: inFull('identifiers') } },
  { step: 'native', acts: { capture: capturesAPage, each: inFull('native') } },
  { step: 'look', acts: { look: did('look.captured'), each: inFull('visual') } },
  { step: 'context', acts: { context: did('context.captured'), each: inFull('context') } },
  { step: 'hash', acts: { hash: did('hash.verified'), each: inFull('hash') } },
  { step: 'time-stamp', acts: { request: did('timestamp.requested') } },
  { step: 'sealed', acts: { seal: did('copy.sealed'), each: sealsEach } },
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
    acts: {
      capture: ({ response }) => new Set(response.items.map(({ ad }) => ad)).size < response.items.length,
      own: capturesAgain,
    },
  },
  { step: 'minimise', acts: { retention: did('retention.set') } },
  { step: 'disclosure', acts: { note: did('disclosure.noted') } },
] as const satisfies readonly { step: string; acts: Readonly<Record<string, Shows>> }[];

export type Step = (typeof STEPS)[number]['step'];

/** A step of which the log shows a part. */
export interface StepInPart {
  readonly step: Step;
  /** What the log does not show. */
  readonly missing: readonly string[];
}

const showing = (acts: Readonly<Record<string, Shows>>, facts: BenchFacts) =>
  Object.entries(acts).map(([act, shows]) => ({ act, isShown: shows(facts) }));

/** The steps that the log shows in full, in their order. */
export function stepsTaken(facts: BenchFacts): Step[] {
  return STEPS.filter(({ acts }) => showing(acts, facts).every(({ isShown }) => isShown)).map(({ step }) => step);
}

/** The steps of which the log shows anything, in their order; which pages belong in the locker plays no part in it. */
export function stepsBegun(facts: BenchFacts): Step[] {
  return STEPS.filter(({ acts }) => begun(acts).some((shows) => shows(facts))).map(({ step }) => step);
}

/** What is asked of single pages needs the key, and is no beginning of a step: with nothing done it may hold of no page. */
const begun = (acts: Readonly<Record<string, Shows>>): Shows[] =>
  Object.entries(acts).flatMap(([act, shows]) => (act === 'each' || act === 'own' ? [] : [shows]));

/** The steps that the log shows in part, each with what is missing. */
export function stepsInPart(facts: BenchFacts): StepInPart[] {
  const taken = stepsTaken(facts);
  return STEPS.filter(({ step, acts }) => !taken.includes(step) && begun(acts).some((shows) => shows(facts))).map(
    ({ step, acts }) => ({
      step,
      missing: showing(acts, facts)
        .filter(({ isShown }) => !isShown)
        .map(({ act }) => act),
    }),
  );
}
