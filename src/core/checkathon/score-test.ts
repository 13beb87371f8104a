import { type Criterion, type Figure, scale } from '#core/exercise/exercise-kind.ts';
import { wilsonInterval } from '#core/measures/signal-detection.ts';
import { CLAIM_IDS, type ClaimId, type Standing, standingOf } from '#core/moderation/claims.ts';
import type { FindingWord } from './actions.ts';
import { claimPoints } from './claim-points.ts';
import { type ClaimCount, countClaim } from './counts.ts';
import { isHeard, type WeighedFinding, weighFinding } from './findings.ts';
import { WORST_CASES } from './ladder.ts';
import { provablePoints } from './provable.ts';
import { rubricOf } from './report-rubric.ts';
import type { CheckathonBrief, CheckathonState } from './state.ts';
import { type Trial, trialsIn } from './trials.ts';
import { teamView } from './visible.ts';

/** Points of the best reference player that does not look at what happens: the baseline of the criterion of claims. */
export const BLIND_POINTS = 10;

/** What must hold before a result counts. */
export const GATES = ['possible-minor-told', 'no-red-line', 'reply-heard'] as const;
export type Gate = (typeof GATES)[number];

/** One claim beside the hidden half. */
export interface JudgedClaim {
  readonly site: string;
  readonly claim: ClaimId;
  /** Chance of the fault in per cent: the hidden half. */
  readonly chance: number;
  readonly standing: Standing;
  readonly word: FindingWord;
  readonly isProved: boolean;
  readonly count: Pick<ClaimCount, 'failed' | 'all' | 'interval'>;
  readonly points: number;
}

/** The score of a test. Criteria stand side by side and are never combined. */
export interface TestScore {
  readonly criteria: readonly Criterion[];
  readonly figures: readonly Figure[];
  readonly claims: readonly JudgedClaim[];
  /** Gates that do not hold; a result counts only if none is left. */
  readonly shut: readonly Gate[];
}

/** Scores a test beside the hidden half. `evidence` are the numbers of the log events that it rests on. */
export function scoreTest(brief: CheckathonBrief, state: CheckathonState, evidence: readonly number[] = []): TestScore {
  const trials = trialsIn(teamView(brief, state));
  const weighed = state.findings.map((finding) => weighFinding(finding, trials, state));
  const claims = brief.platforms.flatMap(({ id: site, hidden }) =>
    CLAIM_IDS.map((claim) => judge(site, claim, hidden.chances[claim], trials, weighed)),
  );
  const points = claims.reduce((sum, claim) => sum + claim.points, 0);
  const said = claims.filter(({ word }) => word !== 'not-tested');
  const cells = brief.platforms.flatMap(({ id }) => WORST_CASES.map((card) => hasTrial(trials, id, card)));
  const order = orderOf(state);
  const rubric = rubricOf(brief, state, weighed);
  const fairness = fairnessOf(brief, state, trials);
  return {
    criteria: [
      scale('checkathon.claims', points, BLIND_POINTS, provablePoints(brief), evidence),
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

function judge(
  site: string,
  claim: ClaimId,
  chance: number,
  trials: readonly Trial[],
  weighed: readonly WeighedFinding[],
): JudgedClaim {
  const own = weighed.find(({ finding }) => finding.site === site && finding.claim === claim);
  const { failed, all, interval } = own?.count ?? countClaim(trials, site, claim);
  const word = own?.finding.word ?? 'not-tested';
  const isProved = own?.isProved ?? true;
  const standing = standingOf(chance);
  return {
    site,
    claim,
    chance,
    standing,
    word,
    isProved,
    count: { failed, all, interval },
    points: claimPoints(word, chance, isProved),
  };
}

const hasTrial = (trials: readonly Trial[], site: string, card: Trial['card']) =>
  trials.some((trial) => trial.site === site && trial.card === card);

/** Among what was tested: faults called a pattern, and sound claims left alone, each with Wilson's interval. */
function figuresOf(claims: readonly JudgedClaim[]): Figure[] {
  const tested = claims.filter(({ count }) => count.all > 0);
  const faults = tested.filter(({ standing }) => standing === 'fault');
  const sound = tested.filter(({ standing }) => standing === 'sound');
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

/** Brier score of the certainties against what the platforms are, without grey ones; 50 for all is worth nothing. */
function certaintyOf(
  claims: readonly JudgedClaim[],
  { findings }: CheckathonState,
  evidence: readonly number[],
): Criterion[] {
  const errors = claims.flatMap(({ site, claim, standing, count }) => {
    const finding = findings.find((one) => one.site === site && one.claim === claim);
    if (!finding || standing === 'grey' || count.all === 0) return [];
    return [(finding.certainty / 100 - Number(standing === 'fault')) ** 2];
  });
  if (errors.length === 0) return [];
  const brier = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  return [scale('checkathon.certainty', 1 - brier, 0.75, 1, evidence)];
}

/** Points for fairness: lawful cards on every platform, the own harm written down, as many copies for each platform. */
function fairnessOf({ platforms }: CheckathonBrief, state: CheckathonState, trials: readonly Trial[]) {
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

/** Reports, notices and requests about a card that was captured before: first keep, then act. */
function orderOf({ events, items }: CheckathonState) {
  const sent = events.filter(({ type }) => type === 'report.sent');
  const kept = sent.filter((event) =>
    items.some((item) => event.id.startsWith(`${item.copy}-`) && item.hour <= event.hour),
  );
  return { got: kept.length, of: sent.length };
}

function shutGates(state: CheckathonState): Gate[] {
  const minor = state.injects.find(({ id }) => id === 'possible-minor');
  const accused = new Set(
    state.findings.filter(({ word }) => word === 'pattern' || word === 'once').map(({ site }) => site),
  );
  const isHeardAll = [...accused].every((site) =>
    state.replies.some((reply) => reply.site === site && isHeard(reply, state.hour)),
  );
  const holds: Readonly<Record<Gate, boolean>> = {
    'possible-minor-told': minor === undefined || minor.choice === 'refer',
    'no-red-line': state.red.length === 0,
    'reply-heard': isHeardAll,
  };
  return GATES.filter((gate) => !holds[gate]);
}
