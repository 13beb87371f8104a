import type { ExerciseAction, ExercisePlay } from '#core/exercise/exercise-kind.ts';
import type { Band } from '#core/indicators/bands.ts';

/** A band of triage; `unknown` asks for more and counts as `check`. */
export type AnsweredBand = Band | 'unknown';

/** How sure: 1 unsure, 2 fairly, 3 sure. */
export type Certainty = 1 | 2 | 3;

export interface Mark {
  readonly ad: string;
  /** A sentence (`s1`) or a field (`f:phone`). */
  readonly at: string;
  readonly indicator: string;
}

export interface Judgement {
  readonly band: AnsweredBand;
  readonly certainty: Certainty;
}

export interface DetectionResponse {
  readonly opened: readonly string[];
  readonly marks: readonly Mark[];
  readonly judgements: Readonly<Record<string, Judgement>>;
  /** Withheld cards handed to child protection and the specialised police. */
  readonly escalated: readonly string[];
  /** Withheld cards whose address was only noted. */
  readonly logged: readonly string[];
}

/** The acts of the kind, as the log keeps them. */
export type DetectionAction =
  | { readonly type: 'ad.opened'; readonly ad: string }
  | { readonly type: 'ad.marked'; readonly ad: string; readonly at: string; readonly indicator: string }
  | { readonly type: 'ad.unmarked'; readonly ad: string; readonly at: string; readonly indicator: string }
  | { readonly type: 'ad.judged'; readonly ad: string; readonly band: AnsweredBand; readonly certainty: Certainty }
  | { readonly type: 'card.escalated'; readonly ad: string }
  | { readonly type: 'card.logged'; readonly ad: string };

export const playDetection: ExercisePlay<DetectionResponse> = {
  kind: 'detection',
  empty: { opened: [], marks: [], judgements: {}, escalated: [], logged: [] },
  minutesPerAction: 0.5,
  reduce: (response, action) => reduce(response, action as ExerciseAction & DetectionAction),
};

function reduce(response: DetectionResponse, action: DetectionAction): DetectionResponse {
  switch (action.type) {
    case 'ad.opened':
      return response.opened.includes(action.ad) ? response : { ...response, opened: [...response.opened, action.ad] };
    case 'ad.marked': {
      const { ad, at, indicator } = action;
      const known = response.marks.some((mark) => isSame(mark, action));
      return known ? response : { ...response, marks: [...response.marks, { ad, at, indicator }] };
    }
    case 'ad.unmarked':
      return { ...response, marks: response.marks.filter((mark) => !isSame(mark, action)) };
    case 'ad.judged':
      return {
        ...response,
        judgements: { ...response.judgements, [action.ad]: { band: action.band, certainty: action.certainty } },
      };
    case 'card.escalated':
      return response.escalated.includes(action.ad)
        ? response
        : { ...response, escalated: [...response.escalated, action.ad] };
    case 'card.logged':
      return response.logged.includes(action.ad) ? response : { ...response, logged: [...response.logged, action.ad] };
    default:
      return response;
  }
}

const isSame = (a: Mark, b: Mark) => a.ad === b.ad && a.at === b.at && a.indicator === b.indicator;

/** The band that an answer counts as. */
export function countedBand(answer: AnsweredBand): Band {
  return answer === 'unknown' ? 'check' : answer;
}

/** `prioritise` and above asks others to act on a person: that is what a flag is. */
export function isFlag(answer: AnsweredBand): boolean {
  return answer === 'prioritise' || answer === 'urgent';
}
