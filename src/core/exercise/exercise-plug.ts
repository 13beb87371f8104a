import type { ZodType } from 'zod';
import type { ZodMiniType } from 'zod/mini';
import type { Catalogue } from '#core/indicators/catalogue.ts';
import type { GroundTruth } from '#core/market/ground-truth.ts';
import type { Ad, Market } from '#core/market/market.ts';
import type { Act } from './acts.ts';
import type { ExerciseAction, ExercisePlay, Figure, ScoreContext, ScorePart } from './exercise-kind.ts';
import type { PageRules } from './page-rules.ts';
import type { SentenceRule } from './sentence.ts';
import type { Span } from './time-span.ts';

/** What a scenario gives an exercise to work with, in the shape that its kind checks; empty where it gives nothing. */
export type Brief = Readonly<Record<string, unknown>>;

/** What is read from outside: a scenario as it is authored, and a log that somebody hands in. */
export interface ExerciseSchemas {
  /** What a scenario may ask. */
  readonly brief: ZodMiniType;
  /** What a trainee may have done. */
  readonly action: ZodMiniType;
  /** Ads and sites that an action names in other fields than `ad`, `ads` and `site`. */
  namesIn?(action: ExerciseAction): { readonly ads?: readonly unknown[]; readonly sites?: readonly unknown[] };
  /** A place that the action names and the ad does not have; undefined where there is none. */
  unknownPlace?(action: ExerciseAction, ad: Ad | undefined): string | undefined;
}

/** Everything that holds answers, as far as a scorer sees it: a kind reads its own field of the key. */
export interface ExerciseAnswers {
  readonly key: { readonly scenario: string };
  readonly truth: GroundTruth;
  readonly catalogue: Catalogue;
  /** Announced share of controlled ads, 0 to 1. */
  readonly prevalence: number;
  /** Who runs each site, by its id; only where the kind asks for it. */
  readonly owners?: Readonly<Record<string, string>>;
}

/** How an exercise is scored. Loaded when answers are opened, and not before. */
export interface ExerciseScoring {
  /** Pure. The response is that of the kind. */
  score(response: unknown, answers: ExerciseAnswers, context: ScoreContext): ScorePart;
  /**
   * What was done, as if these ads had not been in the market. A kind that is explained while the story goes on has it: nothing is
   * told or counted then of ads that come back.
   */
  withoutAds?(response: unknown, ads: ReadonlySet<string>): unknown;
  /** Acts that its field of the key asks for: they are part of the model path. None where the key has no such field. */
  actsAskedFor?(key: ExerciseAnswers['key']): readonly Act[];
}

/** How the points of a criterion are counted: `i18n/messages/<locale>/scoring.json` has the words, `unit.<name>`. */
export type CriterionUnit = 'harm' | 'of' | 'plain' | 'agreement' | 'points' | 'pairs';

/** What a debrief says about an exercise. Every rule reads the facts that the scorer of the kind returns. */
export interface ExerciseDebrief {
  readonly sentences: readonly SentenceRule<unknown>[];
  /** Which of its sentences, by their ids, the first page says under "What happened": the gravest before the case, others after. */
  readonly happened?: { grave?(id: string): boolean; short?(id: string): boolean };
  /** What the first page says besides what happened: see `PageRules`. */
  readonly page?: PageRules;
  /** What is said of figures that this kind alone returns; the figures of signal detection have their sentences already. */
  readonly figures?: readonly SentenceRule<{ readonly figures: readonly Figure[] }>[];
  /** Units of its criteria, by their ids; plain numbers where nothing is said. */
  readonly units?: Readonly<Record<string, CriterionUnit>>;
}

/** What the key of a case says for a kind of exercise, in a field of its own. */
export interface KeyField {
  readonly field: string;
  readonly schema: ZodType;
  /** Code of the issue that a case with such an exercise and without the field has. */
  readonly missing: string;
  /** The ad that the field names as one of the network that the case is about. */
  subjectOf?(part: unknown): string | undefined;
}

/** What is asked of a kind while a case is checked and built. No page loads it. */
export interface ExerciseCheck {
  /**
   * The list of the site in which a case of nothing but such exercises stands; its words stand under that id in `exercise-lists.json`.
   * Of a case with exercises of several lists the first kind of the registry decides.
   */
  readonly list: string;
  /** Set where that list is told in parts by the size of the market. */
  readonly listedBySize?: true;
  /** Seconds that the work takes besides reading its scene. `part` is its field of the key, where the case has one. */
  timeOf(brief: Brief, market: Market, part: unknown): Span;
  /** Left out where the truth of the market is all that its answers need. */
  readonly key?: KeyField;
  /** True where the market of the case has to hold what a lawful request brings. */
  needsRecords?(brief: Brief): boolean;
  /** Set where the answers have to name who runs each site. */
  readonly needsOwners?: true;
  /** The brief of the same exercise as a test, which explains nothing before its end. */
  asTest?(brief: Brief): Brief;
}

/** All that core knows of one kind of exercise. Each part has a registry of its own in `core/kinds/`. */
export interface ExercisePlug {
  readonly play: ExercisePlay<unknown>;
  readonly schemas: ExerciseSchemas;
  readonly score: ExerciseScoring;
  readonly debrief: ExerciseDebrief;
  readonly check: ExerciseCheck;
}
