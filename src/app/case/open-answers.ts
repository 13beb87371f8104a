import { KIND_KEY_PARTS } from '#app/kinds/key-parts.ts';
import type { AttemptLog } from '#core/attempt/attempt-log.ts';
import type { AttemptState } from '#core/attempt/replay-attempt.ts';
import type { Finding, ScorePart } from '#core/exercise/exercise-kind.ts';
import { createCatalogue } from '#core/indicators/catalogue.ts';
import { InvariantError, required } from '#core/kernel/invariant.ts';
import type { PartLoader } from '#core/kernel/part-loader.ts';
import { KIND_PLAYS } from '#core/kinds/play.ts';
import { KIND_SCORES } from '#core/kinds/score.ts';
import type { GroundTruth } from '#core/market/ground-truth.ts';
import { adsSharingPhone } from '#core/market/world-state.ts';
import { isRatedState, ratedStates } from '#core/scenario/compiled-scenario.ts';
import type { Answers } from '#core/scoring/answers.ts';
import type { DecisionKey, MeterChanges, Rating } from '#core/scoring/schemas.ts';
import { scoreAttempt, scoreExercise } from '#core/scoring/score-attempt.ts';
import type { ScoreReport } from '#core/scoring/score-report.ts';
import { DEBRIEF_PART, decisionPart, MARKET_PART, type PublicPart } from './case-parts.ts';
import { loadKeyPart } from './load-key-part.ts';

/** The explanation of a decision, shown after it has been made. */
export interface DecisionExplanation {
  readonly rating: Rating;
  readonly reason: string;
  readonly principle: string;
  readonly sources: DecisionKey['sources'];
  readonly meters: MeterChanges;
}

/** Explains a decision, only once it is in the log; undefined for a choice that is not rated. */
export async function explainDecision(
  parts: PartLoader,
  log: AttemptLog,
  part: PublicPart,
  state: string,
): Promise<DecisionExplanation | undefined> {
  const compiled = part.scenario.states[state];
  if (!isRatedState(compiled)) return undefined;
  const made = log.events.findLast((event) => event.type === 'decision.made' && event.state === state);
  if (made?.type !== 'decision.made')
    throw new InvariantError(`The answer of ${state} is asked for before it is given. Record the decision first.`);
  const { key } = await loadKeyPart(parts, part, decisionPart(state), 'key-decision/1');
  const { rating, reason, meters } = required(key.options[made.option], `rating of option ${made.option} of ${state}`);
  return { rating, reason, meters, principle: key.principle, sources: key.sources };
}

/** The score shown while the story continues, with the number of judgeable ads that it leaves out. */
export interface ShownScore extends ScorePart {
  readonly leftOut: number;
}

/**
 * Scores an exercise that is explained at once, only once it is committed. Ads that the story still needs are left out
 * of every count until the end, so that a trainee does not meet a person whose answer is already known.
 */
export async function explainExercise(
  parts: PartLoader,
  log: AttemptLog,
  part: PublicPart,
  attempt: AttemptState,
  state: string,
): Promise<ShownScore> {
  if (!attempt.committed.includes(state))
    throw new InvariantError(`The truth of the market is asked for before ${state} is committed. Commit it first.`);
  return scoreShown(parts, log, part, attempt, state);
}

/** Explains one ad of a practice round, only once it has been judged. */
export async function explainAd(
  parts: PartLoader,
  log: AttemptLog,
  part: PublicPart,
  attempt: AttemptState,
  state: string,
  ad: string,
): Promise<readonly Finding[]> {
  const compiled = part.scenario.states[state];
  if (compiled?.type !== 'exercise' || compiled.brief?.mode !== 'practice')
    throw new InvariantError(`${state} is no practice round, so its ads are explained at its end. Commit it first.`);
  const response = attempt.responses[state];
  if (response === undefined || !KIND_PLAYS.of(compiled.kind)?.judgedIn?.(response).has(ad))
    throw new InvariantError(`The truth about ad ${ad} is asked for before it is judged. Judge it first.`);
  const { findings } = await scoreShown(parts, log, part, attempt, state);
  return findings.filter(({ at }) => at.ad === ad);
}

async function scoreShown(
  parts: PartLoader,
  log: AttemptLog,
  part: PublicPart,
  attempt: AttemptState,
  state: string,
): Promise<ShownScore> {
  const market = await loadKeyPart(parts, part, MARKET_PART, 'key-market/1');
  const held = new Set(part.scenario.world.flatMap((change) => adsSharingPhone(part.market, change.sharingPhoneWith)));
  const { ads } = market.truth;
  const truth: GroundTruth = { ...market.truth, ads: ads.filter(({ ad }) => !held.has(ad)) };
  const answers = {
    truth,
    catalogue: createCatalogue(market.catalogue),
    prevalence: market.prevalence,
  } as Answers;
  const { kind } = exerciseOf(part, state);
  const withoutAds = required(KIND_SCORES.of(kind)?.withoutAds, `withoutAds in the scoring of exercise kind ${kind}`);
  const response = attempt.responses[state] ?? required(KIND_PLAYS.of(kind), `exercise kind ${kind}`).empty;
  const shown = { ...attempt, responses: { ...attempt.responses, [state]: withoutAds(response, held) } };
  return {
    ...scoreExercise(state, kind, log, shown, part, answers),
    leftOut: ads.filter(({ ad, possibleMinor }) => held.has(ad) && !possibleMinor).length,
  };
}

function exerciseOf({ scenario }: PublicPart, id: string) {
  const state = scenario.states[id];
  return required(state?.type === 'exercise' ? state : undefined, `exercise ${id} of scenario ${scenario.id}`);
}

/** Scores the whole attempt, only once it has ended. */
export async function scoreCase(
  parts: PartLoader,
  log: AttemptLog,
  part: PublicPart,
  attempt: AttemptState,
): Promise<ScoreReport> {
  if (!attempt.ended)
    throw new InvariantError('The debrief is asked for before the case has ended. Play it to an end first.');
  return scoreAttempt(log, part, await openAnswers(parts, part));
}

/** All answers of a case: for scoring an ended attempt, and for the author. */
export async function openAnswers(parts: PartLoader, part: PublicPart): Promise<Answers> {
  const [debrief, market, ...decisions] = await Promise.all([
    loadKeyPart(parts, part, DEBRIEF_PART, 'key-debrief/1'),
    loadKeyPart(parts, part, MARKET_PART, 'key-market/1'),
    ...ratedStates(part.scenario).map(([state]) => loadKeyPart(parts, part, decisionPart(state), 'key-decision/1')),
  ]);
  const { truth, catalogue, prevalence, owners } = market;
  const entries = decisions.map(({ state, key }) => [state, key] as const);
  return {
    key: { ...debrief.key, decisions: Object.fromEntries(entries) },
    truth,
    catalogue: createCatalogue(catalogue),
    prevalence,
    ...(owners && { owners }),
  };
}

/** Names of all parts of a case except the public one, for prefetching while the network is available. */
export function answerParts(part: PublicPart): string[] {
  const decisions = ratedStates(part.scenario).map(([state]) => decisionPart(state));
  const ofKinds = KIND_KEY_PARTS.entries().flatMap(([, { partsOf }]) => partsOf(part.scenario));
  return [MARKET_PART, DEBRIEF_PART, ...ofKinds, ...decisions];
}
