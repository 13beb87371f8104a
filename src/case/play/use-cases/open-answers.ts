import type { AttemptLog } from '#case/attempt/model/attempt-log.ts';
import type { AttemptState } from '#case/attempt/model/replay-attempt.ts';
import type { Finding, ScorePart } from '#case/exercise/model/exercise-kind.ts';
import type { Kinds } from '#case/exercise/model/kinds.ts';
import { isRatedState, ratedStates } from '#case/language/model/compiled-scenario.ts';
import {
  DEBRIEF_PART,
  decisionPart,
  MARKET_PART,
  type PlayedPart,
  type PublicPart,
} from '#case/parts/use-cases/case-parts.ts';
import type { Answers } from '#case/scoring/model/answers.ts';
import type { DecisionKey, MeterChanges, Rating } from '#case/scoring/model/schemas.ts';
import { scoreAttempt, scoreExercise } from '#case/scoring/model/score-attempt.ts';
import type { ScoreReport } from '#case/scoring/model/score-report.ts';
import { InvariantError, required } from '#kernel/model/invariant.ts';
import type { PartLoader } from '#kernel/model/part-loader.ts';
import { storiesOf, storyAmong } from '#market/ads/model/ad-story.ts';
import type { GroundTruth } from '#market/ads/model/ground-truth.ts';
import { adsSharingPhone } from '#market/ads/model/world-state.ts';
import { createCatalogue } from '#market/signs/model/catalogue.ts';
import { loadKeyPart } from './load-key-part.ts';

/** The explanation of a decision, shown after it has been made. */
export interface DecisionExplanation {
  readonly rating: Rating;
  readonly reason: string;
  readonly principle: string;
  readonly sources: DecisionKey['sources'];
  readonly meters: MeterChanges;
}

/** The score shown while the story continues, with the number of judgeable ads that it leaves out. */
export interface ShownScore extends ScorePart {
  readonly leftOut: number;
}

/** What the answers of a case tell, each only once its question has been answered. */
export interface AnswerService {
  /**
   * Scores an exercise that is explained at once, only once it is committed. Ads that the story still needs are left out
   * of every count until the end, so that a trainee does not meet a person whose answer is already known.
   */
  explainExercise(log: AttemptLog, part: PlayedPart, attempt: AttemptState, state: string): Promise<ShownScore>;
  /** Explains one ad of a practice round, only once it has been judged. */
  explainAd(
    log: AttemptLog,
    part: PlayedPart,
    attempt: AttemptState,
    at: { readonly state: string; readonly ad: string },
  ): Promise<readonly Finding[]>;
  /** Scores the whole attempt, only once it has ended. */
  scoreCase(log: AttemptLog, part: PlayedPart, attempt: AttemptState): Promise<ScoreReport>;
}

/** Where the answers of a case come from, and how its kinds are scored. */
export interface AnswerSource {
  readonly loader: PartLoader;
  readonly kinds: Pick<Kinds, 'scores'>;
}

/** Opens the answers of a case part by part. */
export function createAnswers({ loader, kinds: { scores } }: AnswerSource): AnswerService {
  const scored = (part: PlayedPart) => ({ ...part, kinds: { ...part.kinds, scores } });

  async function scoreShown(
    log: AttemptLog,
    part: PlayedPart,
    attempt: AttemptState,
    state: string,
  ): Promise<ShownScore> {
    const market = await loadKeyPart(loader, part, MARKET_PART, 'key-market/1');
    const { world } = part.scenario;
    const held = new Set(world.flatMap((change) => adsSharingPhone(part.market, change.sharingPhoneWith)));
    const { ads } = market.truth;
    const truth: GroundTruth = { ...market.truth, ads: ads.filter(({ ad }) => !held.has(ad)) };
    const answers = {
      truth,
      catalogue: createCatalogue(market.catalogue),
      prevalence: market.prevalence,
    } as Answers;
    const { kind } = exerciseOf(part, state);
    const withoutAds = required(scores.need(kind).withoutAds, `withoutAds in the scoring of exercise kind ${kind}`);
    const response = attempt.responses[state] ?? part.kinds.plays.need(kind).empty;
    const shown = { ...attempt, responses: { ...attempt.responses, [state]: withoutAds(response, held) } };
    const score = scoreExercise(state, kind, log, shown, scored(part), answers);
    return {
      ...score,
      findings:
        held.size > 0 ? score.findings.map((finding) => amongOthers(finding, market.truth, held)) : score.findings,
      leftOut: ads.filter(({ ad, possibleMinor }) => held.has(ad) && !possibleMinor).length,
    };
  }

  return {
    async explainExercise(log, part, attempt, state) {
      if (!attempt.committed.includes(state))
        throw new InvariantError(`The truth of the market is asked for before ${state} is committed. Commit it first.`);
      return scoreShown(log, part, attempt, state);
    },
    async explainAd(log, part, attempt, { state, ad }) {
      const compiled = part.scenario.states[state];
      if (compiled?.type !== 'exercise' || compiled.brief?.mode !== 'practice')
        throw new InvariantError(
          `${state} is no practice round, so its ads are explained at its end. Commit it first.`,
        );
      const response = attempt.responses[state];
      if (response === undefined || !part.kinds.tells.need(compiled.kind).tell(response).judged?.has(ad))
        throw new InvariantError(`The truth about ad ${ad} is asked for before it is judged. Judge it first.`);
      const { findings } = await scoreShown(log, part, attempt, state);
      return findings.filter(({ at }) => at.ad === ad);
    },
    async scoreCase(log, part, attempt) {
      if (!attempt.ended)
        throw new InvariantError('The debrief is asked for before the case has ended. Play it to an end first.');
      return scoreAttempt(log, scored(part), await openAnswers(loader, part));
    },
  };
}

/** The finding, with a story that is true of the whole market and names none of these ads. */
function amongOthers(finding: Finding, truth: GroundTruth, left: ReadonlySet<string>): Finding {
  const story = finding.story && storiesOf(truth).get(finding.at.ad ?? '');
  return story ? { ...finding, story: storyAmong(story, (ad) => !left.has(ad), 'story') } : finding;
}

function exerciseOf({ scenario }: PublicPart, id: string) {
  const state = scenario.states[id];
  return required(state?.type === 'exercise' ? state : undefined, `exercise ${id} of scenario ${scenario.id}`);
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
export function answerParts(part: PublicPart, { plays }: Pick<Kinds, 'plays'>): string[] {
  const decisions = ratedStates(part.scenario).map(([state]) => decisionPart(state));
  const ofKinds = plays.entries().flatMap(([, play]) => play.keyParts?.(part.scenario) ?? []);
  return [MARKET_PART, DEBRIEF_PART, ...ofKinds, ...decisions];
}
