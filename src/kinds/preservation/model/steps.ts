import { firstBrokenLink } from '#evidence/locker/model/custody-log.ts';
import { type EvidenceLine, shareOf } from './evidence-lines.ts';
import type { LoggedPreservation } from './play.ts';
import type { WorkbenchFacts } from './workbench-facts.ts';

const did =
  (...types: LoggedPreservation['type'][]) =>
  ({ response }: WorkbenchFacts) =>
    response.acts.some(({ type }) => types.includes(type));

const hasBasis = ({ acts }: WorkbenchFacts) =>
  acts('authority.noted').some(({ legalBasis }) => legalBasis.trim() !== '');

type Shows = (facts: WorkbenchFacts) => boolean;

/** True if every page that belongs in the locker was checked for child material before its first copy. */
function isEachCheckedFirst({ key, response, acts }: WorkbenchFacts): boolean {
  const copies = [...response.items, ...acts('look.captured'), ...acts('context.captured')];
  return key.targets.every((ad) => {
    const first = Math.min(...copies.filter((copy) => copy.ad === ad).map(({ seq }) => seq));
    return acts('child-material.checked').some((check) => check.ad === ad && check.seq < first);
  });
}

/**
 * True if every page that belongs in the locker has a note of how it was found. Also true without any note: then the
 * step lacks `finding`, and naming `each` as well would report the same gap twice.
 */
const notesEach = ({ key, acts }: WorkbenchFacts) =>
  acts('finding.noted').length === 0 || key.targets.every((ad) => acts('finding.noted').some((note) => note.ad === ad));

/** True if every page that belongs in the locker has a sealed capture that counts. */
const sealsEach = ({ best }: WorkbenchFacts) => best.every((item) => item?.sealed === true);

/** True if a page of any ad was captured; a "page is gone" answer is no page. */
const capturesAPage = ({ response: { items } }: WorkbenchFacts) => items.some(({ status }) => status === 200);

/** True if a page that belongs in the locker was captured more than once. */
const capturesAgain = ({ key, response: { items } }: WorkbenchFacts) =>
  key.targets.some((ad) => items.filter((item) => item.ad === ad).length > 1);

/** True if a line of EV-100 holds for every page that belongs in the locker. */
const inFull = (line: EvidenceLine) => (facts: WorkbenchFacts) => shareOf(line, facts) === 1;

/**
 * The sixteen steps of good practice in order, each with its conditions on the log. A step is taken if all of them
 * hold, and taken in part if only some do. Conditions on single pages (`each`, `own`) concern those that belong in the
 * locker: a picture of a page that is gone, or a capture of another person's page, does not complete a step. Steps
 * inform and are not scored.
 */
export const STEPS = [
  { step: 'authority', acts: { basis: hasBasis, plan: did('plan.noted') } },
  {
    step: 'child-check',
    acts: { look: did('child-material.checked', 'closed-card.reported'), each: isEachCheckedFirst },
  },
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

export type WorkbenchStep = (typeof STEPS)[number]['step'];

/** A step that was taken in part. */
export interface StepInPart {
  readonly step: WorkbenchStep;
  /** Names of the conditions that do not hold. */
  readonly missing: readonly string[];
}

const showing = (acts: Readonly<Record<string, Shows>>, facts: WorkbenchFacts) =>
  Object.entries(acts).map(([act, shows]) => ({ act, isShown: shows(facts) }));

/** The steps taken in full, in order. */
export function stepsTaken(facts: WorkbenchFacts): WorkbenchStep[] {
  return STEPS.filter(({ acts }) => showing(acts, facts).every(({ isShown }) => isShown)).map(({ step }) => step);
}

/** The steps taken at least in part, in order; independent of which pages belong in the locker. */
export function stepsBegun(facts: WorkbenchFacts): WorkbenchStep[] {
  return STEPS.filter(({ acts }) => begun(acts).some((shows) => shows(facts))).map(({ step }) => step);
}

/**
 * The conditions that show that a step was begun. Not those on single pages: they need the key and can hold with no
 * act.
 */
const begun = (acts: Readonly<Record<string, Shows>>): Shows[] =>
  Object.entries(acts).flatMap(([act, shows]) => (act === 'each' || act === 'own' ? [] : [shows]));

/** The steps taken in part, each with its missing conditions. */
export function stepsInPart(facts: WorkbenchFacts): StepInPart[] {
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
