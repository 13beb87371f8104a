import type { Json } from '#kernel/model/canonical-json.ts';
import type { Citation } from '#kernel/model/citation.ts';
import type { Criterion } from '#kernel/model/criterion.ts';
import type { Instant } from '#kernel/model/instant.ts';
import type { AdStory } from '#market/ads/model/ad-story.ts';
import type { Market } from '#market/ads/model/market.ts';
import type { WorldState } from '#market/ads/model/world-state.ts';
import type { Indicator } from '#market/signs/model/schemas.ts';
import type { Weighed } from '#market/signs/model/sign-weight.ts';
import type { DoneAct } from './acts.ts';

/** One act of the trainee inside an exercise, as the attempt log keeps it. */
export interface ExerciseAction {
  readonly type: string;
  readonly [field: string]: Json;
}

/** Where and when in the case an action happened. */
export interface ActionContext {
  readonly at: Instant;
  readonly seq: number;
}

/** A page captured in an exercise: what the site sent for an ad, and when. */
export interface CapturedPage {
  /** The name of the item in its exercise. */
  readonly item: string;
  readonly sha256: string;
  readonly ad: string;
  readonly capturedAt: Instant;
  readonly seq: number;
  readonly status: number;
}

/** A picture of a page that was taken in an exercise. */
export interface PicturedPage {
  readonly ad: string;
  readonly at: Instant;
  readonly seq: number;
}

/** The trainee's last judgement of an ad. `flagged`: others are asked to act; `leftAlone`: no one is. */
export interface AdVerdict {
  readonly flagged: boolean;
  readonly leftAlone: boolean;
}

/** A figure that informs and carries no points. */
export interface Figure {
  readonly id: string;
  readonly value: number;
  /** 95 % interval, if there is one; of a gap between groups, how far chance alone reaches in 95 of 100 cases. */
  readonly low?: number;
  readonly high?: number;
  /** The same figure of the ideal observer in this market. */
  readonly ideal?: number;
  /** "6 of 8": what was counted. */
  readonly count?: readonly [number, number];
  /** The group of persons that the figure is about, by the label that their pages show. */
  readonly group?: { readonly label: string; readonly value: string };
}

/** A `fact` judges nothing: it says what is true of an ad. */
export type FindingKind = 'hit' | 'miss' | 'falseFlag' | 'trap' | 'cue' | 'notKnowable' | 'fact';

/** What a sign is worth in the market of the case, and how well that is known outside of it. */
export interface SignWeight {
  /**
   * Likelihood ratio: the rate among controlled ads divided by the rate among the other ads of the market. Below 1, the
   * sign is more common among the others. A training value.
   */
  readonly ratio: number;
  /** What is compared: controlled ads with others, or ads of recruiters who deceive with others. */
  readonly among: 'ads' | 'offers';
  /** How well studies support the sign. */
  readonly evidence: Indicator['evidence'];
}

/** What all that a page shows is worth in its market. */
export interface PageWeight extends Weighed {
  readonly among: SignWeight['among'];
  /** False for a page without a sign: the key takes it as one of which no more is known than of others. */
  readonly hasSigns: boolean;
  /** True if the ad is one of those that are sought. */
  readonly isSought: boolean;
  /** Other ads that share something visible with the page; all of them are weighed together. */
  readonly tied: readonly string[];
  /** The signs of the page with their likelihood ratios; empty for a sought ad, whose signs have notes of their own. */
  readonly signs: readonly { readonly indicator: string; readonly ratio: number }[];
}

/** One thing that the debrief explains. */
export interface Finding {
  readonly kind: FindingKind;
  /** An ad, a sentence or field of an ad, or a part of the record. */
  readonly at: { readonly ad?: string; readonly locator?: string };
  readonly indicator?: string;
  /** Strength in this market; that of the catalogue where nothing is weighed. */
  readonly strength?: Indicator['strength'];
  readonly weight?: SignWeight;
  /** The next step that was chosen, and the fitting ones. */
  readonly step?: { readonly chosen: string; readonly fitting: readonly string[] };
  readonly reason: string;
  /** For a mark with half credit: the sign at its place, which the mark does not name. */
  readonly inPlaceOf?: string;
  /** Set for a wrong mark that names a protective cue, which is not a sign. */
  readonly namesCue?: true;
  /** Set for a wrong mark on words that only look like the sign that it names. */
  readonly looksLike?: true;
  /** Set for a protective cue on the page that the trainee did not mark: it is a note on the page, not a mark. */
  readonly unmarked?: true;
  /** For an ad that could not be known, or a false flag: the signs on its page, marked or not. */
  readonly shows?: readonly string[];
  readonly innocentExplanation?: string;
  /** For a fact about an ad: who is behind it, or what all that its page shows is worth. */
  readonly story?: AdStory;
  readonly weighed?: PageWeight;
  /**
   * Where it shows, in the terms of the kind: an item, an ad, a place on its page; left out if it is about the whole.
   */
  readonly places?: readonly string[];
  /** "2 of 3": how many of the things it is about it applies to. */
  readonly count?: readonly [number, number];
  readonly sources: readonly Citation[];
}

/** Result of scoring one exercise. */
export interface ScorePart<Facts = unknown> {
  readonly criteria: readonly Criterion[];
  readonly figures: readonly Figure[];
  readonly findings: readonly Finding[];
  /** What happened in the exercise, in the shape of its kind; every sentence about it rests on these facts. */
  readonly facts?: Facts;
  /** Set if a red line was crossed in the exercise, which stops a case whatever else was done well. */
  readonly redLine?: boolean;
  /** Number of the first event that crossed it; left out if none did. */
  readonly redLineAt?: number;
}

/** What a scorer may read besides response and key. */
export interface ScoreContext<Given extends object = object> {
  readonly market: Market;
  readonly world: WorldState;
  /** Numbers of the log events of this exercise. */
  readonly evidence: readonly number[];
  /** The brief of this exercise in the scenario; left out if it has none. */
  readonly brief?: Given;
  /** Acts of the attempt, done in the story or in any exercise, earliest first, each with its event number. */
  readonly acts?: readonly DoneAct[];
  /** The responses of all exercises of the attempt, by state. */
  readonly responses?: Readonly<Record<string, unknown>>;
  /** Case time at the end of the scored part. */
  readonly now?: Instant;
}
