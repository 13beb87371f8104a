import type { Figure } from '#case/exercise/model/exercise-kind.ts';
import { type Criterion, scale } from '#kernel/model/criterion.ts';
import { wilsonInterval } from '#kernel/model/statistics/signal-detection.ts';
import { isHeard, weighFinding } from './findings.ts';
import { type JudgedClaim, judgedClaims, pointsOf } from './judged-claims.ts';
import { WORST_CASES } from './ladder.ts';
import { referenceRates } from './reference-rates.ts';
import { rubricOf } from './report-rubric.ts';
import type { PlatformTestBrief, PlatformTestState } from './state.ts';
import { type Trial, trialsIn } from './trials.ts';
import { seenSoFar } from './visible.ts';

/** What must hold before a result counts. */
export const GATES = ['possible-minor-told', 'no-red-line', 'reply-heard'] as const;
export type ResultGate = (typeof GATES)[number];

/** The score of a test. Criteria stand side by side and are never combined. */
export interface TestScore {
  readonly criteria: readonly Criterion[];
  readonly figures: readonly Figure[];
  readonly claims: readonly JudgedClaim[];
  /** Gates that do not hold; a result counts only if none is left. */
  readonly shut: readonly ResultGate[];
}

/** Scores a test against the hidden half. `evidence` are the numbers of its log events. */
export function scoreTest(
  brief: PlatformTestBrief,
  state: PlatformTestState,
  evidence: readonly number[] = [],
): TestScore {
  const trials = trialsIn(seenSoFar(state));
  const weighed = state.findings.map((finding) => weighFinding(finding, trials, state));
  const claims = judgedClaims(brief, state);
  const points = pointsOf(claims);
  const said = claims.filter(({ word }) => word !== 'not-tested');
  const cells = brief.platforms.flatMap(({ id }) => WORST_CASES.map((card) => hasTrial(trials, id, card)));
  const rates = referenceRates(brief);
  const order = orderOf(state);
  const rubric = rubricOf(brief, state, weighed);
  const fairness = fairnessOf(brief, state, trials);
  return {
    criteria: [
      scale('checkathon.claims', points, rates.blind, rates.best, evidence),
      scale('checkathon.coverage', cells.filter(Boolean).length, 0, cells.length, evidence),
      scale('checkathon.proof', said.filter(({ isProved }) => isProved).length, 0, Math.max(1, said.length), evidence),
      scale('checkathon.fairness', fairness.got, 0, fairness.of, evidence),
      ...(order.of > 0 ? [scale('checkathon.order', order.got, 0, order.of, evidence)] : []),
      ...certaintyOf(claims, state, evidence),
      scale(
        'checkathon.report',
        rubric.reduce((sum, { points: got }) => sum + got, 0),
        0,
        50,
        evidence,
      ),
    ],
    figures: figuresOf(claims),
    claims,
    shut: shutGates(state),
  };
}

const hasTrial = (trials: readonly Trial[], site: string, card: Trial['card']) =>
  trials.some((trial) => trial.site === site && trial.card === card);

/** Among what was tested: faults called a pattern, and sound claims left alone, each with Wilson's interval. */
function figuresOf(claims: readonly JudgedClaim[]): Figure[] {
  const tested = claims.filter(({ count }) => count.all > 0);
  const faults = tested.filter(({ soundness }) => soundness === 'fault');
  const sound = tested.filter(({ soundness }) => soundness === 'sound');
  const figure = (id: string, part: number, all: number): Figure => {
    const [low, high] = wilsonInterval(part, all);
    return { id, value: all === 0 ? 0 : part / all, low, high, count: [part, all] };
  };
  const named = (some: readonly JudgedClaim[]) =>
    some.filter(({ word, isProved }) => word === 'pattern' && isProved).length;
  return [
    figure('checkathon.sensitivity', named(faults), faults.length),
    figure('checkathon.specificity', sound.filter(({ word }) => word !== 'pattern').length, sound.length),
    figure('checkathon.wrong-patterns', sound.filter(({ word }) => word === 'pattern').length, sound.length),
  ];
}

/** Brier score of the certainties against the truth, without grey claims; answering 50 for all scores 0. */
function certaintyOf(
  claims: readonly JudgedClaim[],
  { findings }: PlatformTestState,
  evidence: readonly number[],
): Criterion[] {
  const errors = claims.flatMap(({ site, claim, soundness, count }) => {
    const finding = findings.find((one) => one.site === site && one.claim === claim);
    if (!finding || soundness === 'grey' || count.all === 0) return [];
    return [(finding.certainty / 100 - Number(soundness === 'fault')) ** 2];
  });
  if (errors.length === 0) return [];
  const brier = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  return [scale('checkathon.certainty', 1 - brier, 0.75, 1, evidence)];
}

/** Points for fairness: lawful cards on every platform, own harm recorded, equal numbers of copies per platform. */
function fairnessOf({ platforms }: PlatformTestBrief, state: PlatformTestState, trials: readonly Trial[]) {
  const cells = platforms.flatMap(({ id }) => (['TC11', 'TC12'] as const).map((card) => hasTrial(trials, id, card)));
  const hurt = state.injects.filter(({ id }) => id === 'sellers-harmed');
  const isRecorded = hurt.every(
    ({ site, choice }) => choice === 'repair' && site !== undefined && state.harms.includes(site),
  );
  const copies = platforms.map(
    ({ id }) => new Set(state.copies.filter(({ site }) => site === id).map(({ card }) => card)).size,
  );
  const isEven = state.copies.length > 0 && Math.max(...copies) - Math.min(...copies) <= 1;
  const extra = Number(state.copies.length > 0 && isRecorded) * 2 + Number(isEven) * 2;
  return { got: cells.filter(Boolean).length + extra, of: cells.length + 4 };
}

/** Reports, notices and requests about a card that was captured before. */
function orderOf({ events, items }: PlatformTestState) {
  const sent = events.filter(({ type }) => type === 'report.sent');
  const numberOf = (event: string) => Number(event.slice(event.lastIndexOf('-') + 1));
  const kept = sent.filter(({ id }) =>
    items.some(
      ({ copy, event }) =>
        copy !== undefined && event !== undefined && id.startsWith(`${copy}-`) && numberOf(event) < numberOf(id),
    ),
  );
  return { got: kept.length, of: sent.length };
}

/** Gates that do not hold. */
export function shutGates(state: PlatformTestState): ResultGate[] {
  const minor = state.injects.find(({ id }) => id === 'possible-minor');
  const accused = new Set(
    state.findings.filter(({ word }) => word === 'pattern' || word === 'once').map(({ site }) => site),
  );
  const isHeardAll = [...accused].every((site) =>
    state.replies.some((reply) => reply.site === site && isHeard(reply, state.hour)),
  );
  const holds: Readonly<Record<ResultGate, boolean>> = {
    'possible-minor-told': minor === undefined || minor.choice === 'refer',
    'no-red-line': state.red.length === 0,
    'reply-heard': isHeardAll,
  };
  return GATES.filter((gate) => !holds[gate]);
}
