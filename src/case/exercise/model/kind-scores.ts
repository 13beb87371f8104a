import type { GroundTruth } from '#market/ads/model/ground-truth.ts';
import type { Band } from '#market/signs/model/bands.ts';
import type { Catalogue } from '#market/signs/model/catalogue.ts';
import type { Act } from './acts.ts';
import type { KindTypes } from './define-kind.ts';
import type { ScoreContext, ScorePart } from './exercise-kind.ts';

/** All answers that a scorer sees: a kind reads its own field of the key. */
export interface ExerciseAnswers {
  readonly key: { readonly scenario: string };
  readonly truth: GroundTruth;
  readonly catalogue: Catalogue;
  /** Announced share of controlled ads, 0 to 1. */
  readonly prevalence: number;
  /** Owner of each site, by site id; only for kinds that need it. */
  readonly owners?: Readonly<Record<string, string>>;
}

/** How an exercise is scored: loaded when the answers are opened. */
export interface KindScores<
  K extends Pick<KindTypes, 'brief' | 'response' | 'facts'> = Pick<KindTypes, 'brief' | 'response' | 'facts'>,
> {
  /** Pure. */
  score(response: K['response'], answers: ExerciseAnswers, context: ScoreContext<K['brief']>): ScorePart<K['facts']>;
  /**
   * The response as if these ads were not in the market. For kinds that are explained while the story continues: ads
   * that appear again later in the case are then neither explained nor counted.
   */
  withoutAds?(response: K['response'], ads: ReadonlySet<string>): K['response'];
  /**
   * The bands that the key accepts, by ad, for every ad that can be judged; left out of kinds that judge no ad. An ad
   * that no page tells apart accepts every band.
   */
  acceptedBands?(answers: ExerciseAnswers): ReadonlyMap<string, readonly Band[]>;
  /**
   * Acts that the kind's field of the key asks for: they are part of the model path. None if the key has no such field.
   */
  actsAskedFor?(key: ExerciseAnswers['key']): readonly Act[];
}
