import type { ZodType } from 'zod';
import type { ZodMiniType } from 'zod/mini';
import type { Ground, SentenceRule } from '#kernel/model/sentence.ts';
import type { GroundTruth } from '#market/ads/model/ground-truth.ts';
import type { Ad, Market } from '#market/ads/model/market.ts';
import type { Band } from '#market/signs/model/bands.ts';
import type { Catalogue } from '#market/signs/model/catalogue.ts';
import type { Act } from './acts.ts';
import type { ExerciseAction, ExercisePlay, Figure, ScoreContext, ScorePart } from './exercise-kind.ts';
import type { PageRules } from './page-rules.ts';
import type { TimeSpan } from './time-span.ts';

/** What a scenario gives an exercise to work with, in the shape that its kind defines; empty if it gives nothing. */
export type Brief = Readonly<Record<string, unknown>>;

/** Schemas for outside input: an authored scenario, and an imported log. */
export interface ExerciseSchemas {
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

/** How an exercise is scored. Loaded only when answers are opened. */
export interface ExerciseScoring {
  /** Pure. `response` is the response of the kind. */
  score(response: unknown, answers: ExerciseAnswers, context: ScoreContext): ScorePart;
  /**
   * The response as if these ads were not in the market. For kinds that are explained while the story continues: ads
   * that appear again later in the case are then neither explained nor counted.
   */
  withoutAds?(response: unknown, ads: ReadonlySet<string>): unknown;
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

/** Unit of a criterion's points; the words are in `i18n/words/<locale>/case/scoring.json` under `unit.<name>`. */
export type CriterionUnit = 'harm' | 'of' | 'plain' | 'agreement' | 'points' | 'pairs';

/** What a debrief says about an exercise. Every rule reads the facts returned by the scorer of the kind. */
export interface ExerciseDebrief {
  /** What its sentences rest on, unless a rule says otherwise. */
  readonly ground: Ground;
  readonly sentences: readonly SentenceRule<unknown>[];
  /**
   * Ids of sentences that the first page says under "What happened": the gravest before the sentences of the case,
   * others after.
   */
  readonly happened?: { grave?(id: string): boolean; short?(id: string): boolean };
  /** What the first page says besides "What happened": see `PageRules`. */
  readonly page?: PageRules;
  /** Sentences about figures that only this kind returns; the figures of signal detection have theirs already. */
  readonly figures?: readonly SentenceRule<{ readonly figures: readonly Figure[] }>[];
  /** Units of its criteria, by id; plain numbers by default. */
  readonly units?: Readonly<Record<string, CriterionUnit>>;
}

/** The field of a key that belongs to one kind of exercise. */
export interface KeyField {
  readonly field: string;
  readonly schema: ZodType;
  /** Code of the issue for a case that has such an exercise and lacks the field. */
  readonly missing: string;
  /** The ad by which the field names the network that the case is about. */
  subjectOf?(part: unknown): string | undefined;
}

/** What checking and building a case needs of a kind. No page loads it. */
export interface ExerciseCheck {
  /**
   * The list of the site for a case with only such exercises; its words are under that id in `exercise-lists.json`. For
   * a case with exercises of several lists the first kind of the registry decides.
   */
  readonly list: string;
  /** Set if that list is split by the size of the market. */
  readonly listedBySize?: true;
  /** Seconds of work besides reading the scene. `part` is the kind's field of the key, if the case has one. */
  timeOf(brief: Brief, market: Market, part: unknown): TimeSpan;
  /** Left out if the answers follow from the truth of the market alone. */
  readonly key?: KeyField;
  /** True if the market of the case has to contain the records that a lawful request brings. */
  needsRecords?(brief: Brief): boolean;
  /** Set if the answers have to name the owner of each site. */
  readonly needsOwners?: true;
  /** True for a brief in test mode: its market is written in the language of assessed markets. */
  readonly isTest?: (brief: never) => boolean;
  /** The brief of the same exercise in test mode, which explains nothing before its end. */
  asTest?(brief: Brief): Brief;
}

/** Everything that the model knows about one kind of exercise. Each part has its own registry in `kinds/shipped/model/`. */
export interface ExercisePlug {
  readonly play: ExercisePlay<unknown>;
  readonly schemas: ExerciseSchemas;
  readonly score: ExerciseScoring;
  readonly debrief: ExerciseDebrief;
  readonly check: ExerciseCheck;
}
