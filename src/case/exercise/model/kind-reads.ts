import type { ZodMiniType } from 'zod/mini';
import type { Ad } from '#market/ads/model/market.ts';
import type { Brief } from './define-kind.ts';
import type { ExerciseAction } from './exercise-kind.ts';

/** Schemas for outside input, an authored scenario and an imported log: loaded where one is read, with zod/mini. */
export interface KindReads {
  /** The brief of the exercise in a scenario. */
  readonly brief: ZodMiniType;
  /** One action of a trainee in a log. */
  readonly action: ZodMiniType;
  /** Ads and sites that an action refers to in other fields than `ad`, `ads` and `site`. */
  namesIn?(action: ExerciseAction): { readonly ads?: readonly unknown[]; readonly sites?: readonly unknown[] };
  /** Sites that its brief has beside those of the market; left out for a kind whose briefs have none. */
  sitesIn?(brief: Brief): readonly string[];
  /** A place in an ad that the action refers to and the ad does not have; undefined if there is none. */
  unknownPlace?(action: ExerciseAction, ad: Ad | undefined): string | undefined;
}
