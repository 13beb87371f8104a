import type { ClaimId } from '#market/platforms/model/claims.ts';
import type { InjectChoice } from './injects.ts';
import { type JudgedClaim, judgedClaims } from './judged-claims.ts';
import { type LabelTest, labelTestsIn } from './label-tests.ts';
import { WORST_CASES } from './ladder.ts';
import type { PlatformTestResponse } from './play.ts';
import { type ResultGate, shutGates } from './score-test.ts';
import type { PlatformTestBrief, PlatformTestState } from './state.ts';
import { testAt } from './test-so-far.ts';
import { trialsIn } from './trials.ts';
import { seenSoFar, teamView } from './visible.ts';

/** A claim about a platform, with the name of the platform and the event in which it was written. */
export interface ClaimFact extends Pick<JudgedClaim, 'soundness' | 'word' | 'isProved' | 'chance'> {
  readonly site: string;
  readonly claim: ClaimId;
  readonly failed: number;
  readonly all: number;
  /** Left out where nothing was written of it. */
  readonly seq?: number;
}

/** What happened in a test; every sentence about it rests on these facts. */
export interface PlatformTestFacts {
  /** True if anything but waiting was done. */
  readonly acted: boolean;
  readonly claims: readonly ClaimFact[];
  /** Cards of the worst cases with a counted trial, over all platforms. */
  readonly covered: { readonly n: number; readonly of: number };
  readonly crossed: readonly { readonly line: PlatformTestState['red'][number]; readonly seq: number }[];
  /** Cards that were online for two days and more after a reminder that their question was over. */
  readonly overstayed: number;
  readonly shut: readonly ResultGate[];
  /** Platforms whose sellers a false report of the team hit, and whether the team wrote it down. */
  readonly harm: readonly { readonly site: string; readonly isRecorded: boolean }[];
  /** The team's answer when many ads that look alike appeared; undefined if it did not answer. */
  readonly look?: { readonly site: string; readonly choice: InjectChoice; readonly seq: number };
  readonly labels: readonly LabelTest[];
  /** Roles that objected with a reason. */
  readonly objections: number;
  /** The acts with which the support service stopped the clock. */
  readonly stops: readonly number[];
  /** The platforms that the team was given, and of how many; left out where it tested all. */
  readonly share?: { readonly sites: readonly string[]; readonly of: number };
  /** The event with which the report was sealed; left out without one. */
  readonly sealed?: number;
}

/** Builds the facts of one test; `brief` has the platforms that the team was given. */
export function platformTestFacts(brief: PlatformTestBrief, response: PlatformTestResponse): PlatformTestFacts {
  const { state, crossed, written, looked, sealed } = testAt(brief, response);
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
    overstayed: state.overstayed.length,
    shut: shutGates(state),
    harm: hurt.map((site) => ({ site, isRecorded: state.harms.includes(site) })),
    ...lookFact(state, looked),
    labels: labelTestsIn(brief, teamView(brief, state)),
    objections: state.objections.length,
    stops: response.stops ?? [],
    ...(brief.notGiven && {
      share: {
        sites: brief.platforms.map(({ id }) => id),
        of: brief.platforms.length + brief.notGiven.length,
      },
    }),
    ...(sealed === undefined ? {} : { sealed }),
  };
}

function lookFact({ injects }: PlatformTestState, seq: number | undefined): Pick<PlatformTestFacts, 'look'> {
  const { site, choice } = injects.find(({ id }) => id === 'one-look') ?? {};
  if (site === undefined || choice === undefined || seq === undefined) return {};
  return { look: { site, choice, seq } };
}
