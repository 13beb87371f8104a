import type { ClaimId } from '#core/moderation/claims.ts';
import { type JudgedClaim, judgedClaims } from './judged-claims.ts';
import { WORST_CASES } from './ladder.ts';
import type { CheckathonResponse } from './play.ts';
import { type Gate, shutGates } from './score-test.ts';
import type { CheckathonBrief, CheckathonState } from './state.ts';
import { testAt } from './test-so-far.ts';
import { trialsIn } from './trials.ts';
import { seenSoFar } from './visible.ts';

/** A claim that somebody made of a platform, with the name of the platform and the event in which it was written. */
export interface ClaimFact extends Pick<JudgedClaim, 'soundness' | 'word' | 'isProved' | 'chance'> {
  readonly site: string;
  readonly claim: ClaimId;
  readonly failed: number;
  readonly all: number;
  /** Left out where nothing was written of it. */
  readonly seq?: number;
}

/** What happened in a test; every sentence about it rests on these facts. */
export interface CheckathonFacts {
  /** True if anything was done but let time pass. */
  readonly acted: boolean;
  readonly claims: readonly ClaimFact[];
  /** Cards of the worst cases with a counted trial, over all platforms. */
  readonly covered: { readonly n: number; readonly of: number };
  readonly crossed: readonly { readonly line: CheckathonState['red'][number]; readonly seq: number }[];
  readonly shut: readonly Gate[];
  /** Platforms whose sellers a false report of the team hit, and whether the team wrote it down. */
  readonly harm: readonly { readonly site: string; readonly isRecorded: boolean }[];
  /** The event with which the report was sealed; left out without one. */
  readonly sealed?: number;
}

/** Builds the facts of one test. */
export function checkathonFacts(brief: CheckathonBrief, response: CheckathonResponse): CheckathonFacts {
  const { state, crossed, written, sealed } = testAt(brief, response);
  const trials = trialsIn(seenSoFar(state));
  const cells = brief.platforms.flatMap(({ id }) =>
    WORST_CASES.map((card) => trials.some((trial) => trial.site === id && trial.card === card)),
  );
  const hurt = [
    ...new Set(trials.filter(({ claim, failed }) => claim === 'false-report-upheld' && failed).map(({ site }) => site)),
  ];
  return {
    acted: response.done.some(({ action }) => action.type !== 'time.passed'),
    claims: judgedClaims(brief, state).map(({ site, claim, soundness, word, isProved, chance, count }): ClaimFact => {
      const seq = written[`${site} ${claim}`];
      const { failed, all } = count;
      return { site, claim, soundness, word, isProved, chance, failed, all, ...(seq === undefined ? {} : { seq }) };
    }),
    covered: { n: cells.filter(Boolean).length, of: cells.length },
    crossed,
    shut: shutGates(state),
    harm: hurt.map((site) => ({ site, isRecorded: state.harms.includes(site) })),
    ...(sealed === undefined ? {} : { sealed }),
  };
}
