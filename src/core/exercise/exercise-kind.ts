import type { Citation, Indicator } from '#core/indicators/schemas.ts';
import type { Json } from '#core/kernel/canonical-json.ts';
import type { Instant } from '#core/kernel/instant.ts';
import type { Market } from '#core/market/market.ts';
import type { WorldState } from '#core/market/world-state.ts';
import type { Act, DoneAct } from './acts.ts';
import type { CaseAround, KnownLetter } from './known-letter.ts';

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

/** A page that was captured in an exercise: what the site sent for an ad, and when. */
export interface CapturedPage {
  /** The name of the copy in its exercise. */
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

/** What a trainee judged last of an ad. `flagged`: others are asked to act; `leftAlone`: nobody is. */
export interface AdVerdict {
  readonly flagged: boolean;
  readonly leftAlone: boolean;
}

/**
 * How an exercise is played: its empty response, and what each act makes of a response. Everything that is
 * optional says what a response means for the rest of the case; a kind whose responses mean nothing there leaves it out.
 */
export interface ExercisePlay<Response> {
  readonly kind: string;
  readonly empty: Response;
  /** Pure. An action the kind does not know leaves the response as it is. */
  reduce(response: Response, action: ExerciseAction, context: ActionContext): Response;
  /** Minutes of case time that one act takes. */
  readonly minutesPerAction: number;
  /** Minutes of one act, where its acts do not all take the same; left out where they do. */
  minutesOf?(action: ExerciseAction): number;
  /** Acts that are done in this exercise and not by the choice that opens it: such a choice has done nothing yet. */
  readonly doesActs?: readonly Act[];
  /** Acts of the case that the response shows. */
  actsIn?(response: Response): readonly DoneAct[];
  /** Every page that was captured, whatever the site sent for it. */
  capturedIn?(response: Response): readonly CapturedPage[];
  /** Every picture that was taken of a page. */
  picturedIn?(response: Response): readonly PicturedPage[];
  /** Letters that went out. An answer that is dated later than the clock is not known yet. */
  lettersIn?(response: Response, around: CaseAround): readonly KnownLetter[];
  /** Ads that were judged, by their ids. */
  judgedIn?(response: Response): ReadonlyMap<string, AdVerdict>;
  /** Set where the exercise is scored and explained as soon as it is committed; others are explained at the end of the case. */
  readonly explainedAtOnce?: true;
}

/** Points of one criterion. `scaled` is 1 for the best play possible here and 0 for the best that looks at nothing. */
export interface Criterion {
  readonly id: string;
  readonly raw: number;
  readonly min: number;
  readonly max: number;
  readonly scaled: number;
  /** Raw points of the ideal observer, who has learned what each sign is worth and does not know the truth. */
  readonly ideal?: number;
  /** Log entries on which it rests. */
  readonly evidence: readonly number[];
}

/** A number that informs and carries no mark. */
export interface Figure {
  readonly id: string;
  readonly value: number;
  /** 95 % interval, where there is one. */
  readonly low?: number;
  readonly high?: number;
  /** The same figure of the ideal observer in this market. */
  readonly ideal?: number;
  /** "6 of 8": what was counted. */
  readonly count?: readonly [number, number];
  /** The group of persons that the figure is about, by the label under which its pages show it. */
  readonly group?: { readonly label: string; readonly value: string };
}

export type FindingKind = 'hit' | 'miss' | 'falseFlag' | 'trap' | 'cue' | 'notKnowable';

/** What a sign is worth in the market at hand, and how well that is known outside of it. */
export interface SignWeight {
  /**
   * How many times as common it is among controlled ads as among others there, share for share; below 1 it is commoner among
   * the others. A training value.
   */
  readonly ratio: number;
  /** For signs of offers of work and of recruitment the two kinds are deceptive offers and honest ones. */
  readonly among: 'ads' | 'offers';
  /** How far studies bear the sign out. */
  readonly evidence: Indicator['evidence'];
}

/** One thing that the debrief explains. */
export interface Finding {
  readonly kind: FindingKind;
  /** An ad, a sentence or field of an ad, or a part of the record. */
  readonly at: { readonly ad?: string; readonly locator?: string };
  readonly indicator?: string;
  readonly strength?: Indicator['strength'];
  readonly weight?: SignWeight;
  /** The next step that was chosen, and those that fit. */
  readonly step?: { readonly chosen: string; readonly fitting: readonly string[] };
  readonly reason: string;
  /** Of a mark that counts half: the sign in whose place it lies and which it does not name. */
  readonly inPlaceOf?: string;
  /** Set of a wrong mark whose name is that of a protective cue: it is no sign at all. */
  readonly namesCue?: true;
  /** Set of a protective cue that the page shows and nobody marked: it is a note on the page, and no mark. */
  readonly unmarked?: true;
  /** Of an ad that nobody could know, or that was flagged and is not controlled: the signs on its page, marked or not. */
  readonly shows?: readonly string[];
  readonly innocentExplanation?: string;
  /** Where it shows, by the names of the kind: an item, an ad, a place on its page; left out where it is about the whole. */
  readonly places?: readonly string[];
  /** "2 of 3": for how many of the things it is about it holds. */
  readonly count?: readonly [number, number];
  readonly sources: readonly Citation[];
}

/** What scoring one exercise gives. */
export interface ScorePart {
  readonly criteria: readonly Criterion[];
  readonly figures: readonly Figure[];
  readonly findings: readonly Finding[];
  /** What happened in the exercise, in the shape of its kind; every sentence about it rests on them. */
  readonly facts?: unknown;
  /** Set where something was done in the exercise that stops a case whatever else was done well. */
  readonly redLine?: boolean;
  /** Number of the first event that did it; left out where nothing of the kind was done. */
  readonly redLineAt?: number;
}

/** What a scorer may look at besides response and key. */
export interface ScoreContext {
  readonly market: Market;
  readonly world: WorldState;
  /** Log entries that belong to this exercise. */
  readonly evidence: readonly number[];
  /** What the scenario gave this exercise to work with; left out where it gave nothing. */
  readonly brief?: Readonly<Record<string, unknown>>;
  /** Acts of the attempt, done in the story or at any desk, the earliest first, each with its place in the log. */
  readonly acts?: readonly DoneAct[];
  /** What was done in every exercise of the attempt, by state. */
  readonly responses?: Readonly<Record<string, unknown>>;
  /** Case time at the end of what is scored. */
  readonly now?: Instant;
}

/**
 * `scaled` from raw points: 0 at or below the play that looks at nothing, 1 at the best play; never outside. Where the two
 * are the same there is nothing to tell apart, and whoever reaches it has 1.
 */
export function scale(id: string, raw: number, min: number, max: number, evidence: readonly number[]): Criterion {
  const span = max - min;
  const scaled = span === 0 ? Number(raw >= max) : Math.min(1, Math.max(0, (raw - min) / span));
  return { id, raw, min, max, scaled, evidence };
}
