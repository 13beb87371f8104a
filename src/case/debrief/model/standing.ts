import { actsDone } from '#case/attempt/model/acts-done.ts';
import { capturedPages } from '#case/attempt/model/captured-pages.ts';
import type { CaseMaterial } from '#case/attempt/model/case-material.ts';
import type { AttemptState } from '#case/attempt/model/replay-attempt.ts';
import type { Act } from '#case/exercise/model/acts.ts';
import type { Meter, MeterChanges } from '#case/scoring/model/schemas.ts';
import type { KnownLetter } from '#evidence/letters/model/known-letter.ts';

/**
 * Standing of the situation in one respect, from -2 (bad) over 0 (unchanged) to 2 (good). Never a mark for a person.
 */
export type MeterStanding = -2 | -1 | 0 | 1 | 2;

/** Minimum absolute sum of changes for a standing of -2 or 2. */
const MIN_FAR_SUM = 4;
/** Change of the safety meter if the account holder knows about a letter. A training value. */
const HOLDER_TOLD = -2;

/** Standing of the situation after the changes by all choices so far. */
export function standingOf(changes: readonly MeterChanges[], meter: Meter): MeterStanding {
  const sum = changes.reduce((total, change) => total + (change[meter] ?? 0), 0);
  if (sum === 0) return 0;
  const far = Math.abs(sum) >= MIN_FAR_SUM;
  if (sum > 0) return far ? 2 : 1;
  return far ? -2 : -1;
}

/** Changes caused by answers to letters: a company that told the account holder may have put a person in danger. */
export function changesByLetters(letters: readonly KnownLetter[]): MeterChanges[] {
  return letters.flatMap(({ answer }) =>
    typeof answer === 'object' && answer.holderTold ? [{ safety: HOLDER_TOLD }] : [],
  );
}

/** How far the evidence is secured, according to the log; see `evidenceStanding`. */
export type EvidenceKept = 'none' | 'risk' | 'asked-risk' | 'kept' | 'asked' | 'both';

/** What of the evidence is secured, and whether any is lost: neither hides the other. */
export interface EvidenceStanding {
  readonly kept: EvidenceKept;
  /** True if the story changed an ad after the case began, and its page had not been captured before. */
  readonly isLost: boolean;
}

/**
 * State of the evidence during a case, from what a trainee can know then: `both`, pages are captured and data are
 * requested; `kept`, pages are captured; `asked`, data are requested; `risk`, nothing is captured and an act could warn
 * the advertiser; `asked-risk`, the same, and data are requested; `none`, nothing was done.
 */
export function evidenceStanding(
  { scenario, kinds }: Pick<CaseMaterial, 'scenario' | 'kinds'>,
  attempt: Pick<AttemptState, 'acts' | 'responses' | 'world' | 'clock'>,
): EvidenceStanding {
  const done = new Set(actsDone({ scenario, kinds }, attempt).map(({ act }) => act));
  const pages = capturedPages({ scenario, kinds }, attempt);
  const isLost = attempt.world.some(
    ({ ad, at }) =>
      at > scenario.start && at <= attempt.clock && !pages.some((page) => page.ad === ad && page.capturedAt < at),
  );
  return { kept: keptBy(done, pages.length > 0), isLost };
}

function keptBy(done: ReadonlySet<Act>, isAnyPage: boolean): EvidenceKept {
  if (isAnyPage) return done.has('request') ? 'both' : 'kept';
  if (done.has('contact') || done.has('notify')) return done.has('request') ? 'asked-risk' : 'risk';
  return done.has('request') ? 'asked' : 'none';
}
