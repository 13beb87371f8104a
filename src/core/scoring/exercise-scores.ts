import { deriveKey } from '#core/detection/derive-key.ts';
import type { DetectionResponse } from '#core/detection/play.ts';
import type { DetectionBrief } from '#core/detection/schemas.ts';
import { scoreDetection } from '#core/detection/score.ts';
import type { ScoreContext, ScorePart } from '#core/exercise/exercise-kind.ts';
import type { Catalogue } from '#core/indicators/catalogue.ts';
import { required } from '#core/kernel/invariant.ts';
import { deriveLinks } from '#core/linking/derive-links.ts';
import type { LinkingResponse } from '#core/linking/play.ts';
import type { LinkingBrief } from '#core/linking/schemas.ts';
import { scoreLinking } from '#core/linking/score.ts';
import { deriveMap } from '#core/mapping/derive-map.ts';
import type { MappingResponse } from '#core/mapping/play.ts';
import type { MappingBrief } from '#core/mapping/schemas.ts';
import { scoreMapping } from '#core/mapping/score.ts';
import type { AdTruth, GroundTruth } from '#core/market/ground-truth.ts';
import { isOnThePage } from '#core/market/market.ts';
import type { PreservationResponse } from '#core/preservation/play.ts';
import { type PreservationKey, scorePreservation } from '#core/preservation/score.ts';
import type { RequestsKey } from '#core/requests/key.ts';
import type { RequestsResponse } from '#core/requests/play.ts';
import { scoreRequests } from '#core/requests/score.ts';
import type { AnswerKey } from './schemas.ts';

/** Everything that holds answers; opened in `app` only. */
export interface Answers {
  readonly key: AnswerKey;
  readonly truth: GroundTruth;
  readonly catalogue: Catalogue;
  /** Announced share of controlled ads, 0 to 1. */
  readonly prevalence: number;
  /** Who runs each site, by its id, as the profile says; left out where no exercise asks for it. */
  readonly owners?: Readonly<Record<string, string>>;
}

export type ExerciseScorer = (response: never, answers: Answers, context: ScoreContext) => ScorePart;

/** How each kind of exercise is scored. A new kind adds its line here. A brief has the shape that its kind checks. */
export const EXERCISE_SCORES: Readonly<Record<string, ExerciseScorer>> = {
  detection: (response: DetectionResponse, { truth, catalogue, prevalence }, context) => {
    const { budget, harm } = (context.brief ?? {}) as DetectionBrief;
    const key = deriveKey(truth, catalogue, prevalence);
    const ratios = new Map(Object.entries(truth.weights));
    return scoreDetection(response, { key, catalogue, ratios, harm, ...(budget !== undefined && { budget }) }, context);
  },
  linking: (response: LinkingResponse, { truth, catalogue }, context) => {
    const brief = (context.brief ?? {}) as LinkingBrief;
    const key = deriveLinks(truth, context.market, brief);
    return scoreLinking(
      response,
      { key, catalogue, ...(brief.budget !== undefined && { budget: brief.budget }) },
      context,
    );
  },
  mapping: (response: MappingResponse, { truth, owners }, context) =>
    scoreMapping(response, deriveMap(truth, context.market, owners, context.brief as MappingBrief), context),
  preservation: (response: PreservationResponse, answers, context) =>
    scorePreservation(response, preservationKey(answers), context),
  requests: (response: RequestsResponse, answers, context) => scoreRequests(response, requestsKey(answers), context),
};

/** The ads that belong in the locker: those of the actor behind the ad that the key names, as far as anything links them. */
export function preservationTargets({ key, ...table }: Answers): string[] {
  return adsOfActor(key.preserve?.sameActorAs, table);
}

/** What belongs in the locker, and what in it points away from guilt. */
export function preservationKey(answers: Answers): PreservationKey {
  const targets = preservationTargets(answers);
  return { targets, pointsAway: answers.truth.ads.filter(({ ad }) => targets.includes(ad)).flatMap(pointsAwayOn) };
}

/** What the letters of the case have to name. */
export function requestsKey({ key, ...table }: Answers): RequestsKey {
  const { sameActorAs, ...named } = required(key.requests, `requests in the key of ${key.scenario}`);
  return { ...named, ads: adsOfActor(sameActorAs, table) };
}

function adsOfActor(named: string | undefined, { truth, catalogue, prevalence }: Omit<Answers, 'key'>): string[] {
  const ads = deriveKey(truth, catalogue, prevalence);
  const subject = required(
    ads.find(({ ad }) => ad === named),
    `ad ${named} in the truth of market ${truth.marketId}`,
  );
  return ads.filter((ad) => ad.actor === subject.actor && !ad.possibleMinor && !ad.notKnowable).map(({ ad }) => ad);
}

/** Protective cues on the page of an ad, each as `ad place`: a court has to hear of them too. */
const pointsAwayOn = ({ ad, labels }: AdTruth) =>
  labels.filter(({ kind, at }) => kind === 'cue' && isOnThePage(at)).map(({ at }) => `${ad} ${at}`);
