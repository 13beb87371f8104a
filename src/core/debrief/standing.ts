import { actsDone } from '#core/attempt/acts-done.ts';
import { capturedPages } from '#core/attempt/captured-pages.ts';
import type { AttemptState } from '#core/attempt/replay-attempt.ts';
import type { Act } from '#core/exercise/acts.ts';
import type { KnownLetter } from '#core/exercise/known-letter.ts';
import type { CompiledScenario } from '#core/scenario/compiled-scenario.ts';
import type { Meter, MeterChanges } from '#core/scoring/schemas.ts';

/** How the situation stands in one respect, from -2 (badly) over 0 (as it was) to 2 (well). Never a mark on a person. */
export type Standing = -2 | -1 | 0 | 1 | 2;

/** Changes that add up to this or more are far from where the case began. */
const FAR = 4;
/** What it does to the safety of a person that the account holder knows of a letter. A training value. */
const HOLDER_TOLD = -2;

/** How the situation stands after the changes that the choices so far have made. */
export function standingOf(changes: readonly MeterChanges[], meter: Meter): Standing {
  const sum = changes.reduce((total, change) => total + (change[meter] ?? 0), 0);
  if (sum === 0) return 0;
  const far = Math.abs(sum) >= FAR;
  if (sum > 0) return far ? 2 : 1;
  return far ? -2 : -1;
}

/** What a letter has changed by its answer: a company that told the account holder of it may have put a person in danger. */
export function changesByLetters(letters: readonly KnownLetter[]): MeterChanges[] {
  return letters.flatMap(({ answer }) =>
    typeof answer === 'object' && answer.holderTold ? [{ safety: HOLDER_TOLD }] : [],
  );
}

/** How far the evidence is kept, by what the log shows; see `evidenceStanding`. */
export type EvidenceKept = 'none' | 'risk' | 'kept' | 'asked' | 'both';

/** What of the evidence is kept, and whether anything of it is lost: the one never hides the other. */
export interface EvidenceStanding {
  readonly kept: EvidenceKept;
  /** The story has changed an ad after the case began, and no page of it was captured before. */
  readonly isLost: boolean;
}

/**
 * How the evidence stands while a case is played, from what a trainee can know then:
 * `both`, pages are captured and data are asked for; `kept`, pages are captured; `asked`, data are asked for; `risk`, nothing
 * is captured and an act could warn the advertiser; `none`, nothing was done.
 */
export function evidenceStanding(
  scenario: CompiledScenario,
  attempt: Pick<AttemptState, 'acts' | 'responses' | 'world' | 'clock'>,
): EvidenceStanding {
  const done = new Set(actsDone(scenario, attempt).map(({ act }) => act));
  const pages = capturedPages(scenario, attempt);
  const isLost = attempt.world.some(
    ({ ad, at }) =>
      at > scenario.start && at <= attempt.clock && !pages.some((page) => page.ad === ad && page.capturedAt < at),
  );
  return { kept: keptBy(done, pages.length > 0), isLost };
}

function keptBy(done: ReadonlySet<Act>, isAnyPage: boolean): EvidenceKept {
  if (isAnyPage) return done.has('request') ? 'both' : 'kept';
  if (done.has('contact') || done.has('notify')) return 'risk';
  return done.has('request') ? 'asked' : 'none';
}
